/// Characters that exist to be drawn, and the ones that a text has for them.
///
/// Many programs write PDF in which a common character such as 一 or 长 goes by the code of the
/// radical that looks the same. Source: Unicode 15, NFKC and Equivalent_Unified_Ideograph; 户 instead
/// of 戶, which simplified Chinese does not have.
enum Compatibility {
    /// The same scalar when there is nothing better.
    static func form(of scalar: Unicode.Scalar) -> String.UnicodeScalarView {
        if let mark = marks[scalar.value] { return mark.unicodeScalars }
        if (0x2F00...0x2FD5).contains(scalar.value) {
            return String.UnicodeScalarView([kangxi[Int(scalar.value) - 0x2F00]])
        }
        if (0x2E80...0x2EF3).contains(scalar.value) {
            let found = supplement[Int(scalar.value) - 0x2E80]
            return String.UnicodeScalarView([found == "-" ? scalar : found])
        }
        return String.UnicodeScalarView([scalar])
    }

    private static let marks: [UInt32: String] = [
        0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st",
        0xFB06: "st", 0xFE10: "，", 0xFE11: "、", 0xFE12: "。", 0xFE13: "：", 0xFE14: "；",
        0xFE15: "！", 0xFE16: "？", 0xFE17: "〖", 0xFE18: "〗", 0xFE19: "…", 0xFE30: "‥", 0xFE31: "—",
        0xFE32: "–", 0xFE33: "_", 0xFE35: "（", 0xFE36: "）", 0xFE37: "｛", 0xFE38: "｝", 0xFE39: "〔",
        0xFE3A: "〕", 0xFE3B: "【", 0xFE3C: "】", 0xFE3D: "《", 0xFE3E: "》", 0xFE3F: "〈", 0xFE40: "〉",
        0xFE41: "「", 0xFE42: "」", 0xFE43: "『", 0xFE44: "』", 0xFE47: "［", 0xFE48: "］",
    ]

    /// U+2F00 to U+2FD5.
    private static let kangxi = Array(
        """
        一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀\
        寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈户手支攴文斗斤方无日曰月木欠止歹殳毋\
        比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸\
        缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛\
        辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻\
        黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠
        """.unicodeScalars)

    /// U+2E80 to U+2EF3; `-` where there is no equivalent.
    private static let supplement = Array(
        """
        -厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵-旡日月歺母民氵氺灬爫爫丬牛\
        犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑\
        钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟
        """.unicodeScalars)
}
