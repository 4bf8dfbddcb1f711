/// Scalars that the scanners ask about, in folded text.
enum Sign {
    static let lineFeed: UInt32 = 0x0A
    static let comma: UInt32 = 0x2C
    static let point: UInt32 = 0x2E
    static let hyphen: UInt32 = 0x2D
    static let slash: UInt32 = 0x2F
    static let colon: UInt32 = 0x3A
    static let questionMark: UInt32 = 0x3F
    static let space: UInt32 = 0x20

    static func isDigit(_ scalar: UInt32) -> Bool { scalar &- 0x30 < 10 }
    static func isLetter(_ scalar: UInt32) -> Bool { scalar &- 0x61 < 26 }
    static func isAlphanumeric(_ scalar: UInt32) -> Bool { isDigit(scalar) || isLetter(scalar) }
    static func isSpace(_ scalar: UInt32) -> Bool { scalar == space || scalar == 0x09 }
    static func isHan(_ scalar: UInt32) -> Bool { scalar &- 0x4E00 < 0x5200 }

    /// `-`, `~`, dashes of any length.
    static func isDash(_ scalar: UInt32) -> Bool {
        scalar == hyphen || scalar == 0x7E || (0x2010...0x2015).contains(scalar)
            || scalar == 0x2212 || scalar == 0x301C || scalar == 0x223C
    }

    static func isClauseBreak(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x0A, 0x0D, 0x21, 0x28, 0x29, 0x2C, 0x2E, 0x3B, 0x3F, 0x5B, 0x5D: true
        case 0x3001, 0x3002, 0x2026, 0x3010, 0x3011, 0x2028, 0x2029: true
        default: false
        }
    }
}

/// One scalar as the scanners compare it.
enum Folding {
    static func fold(_ scalar: Unicode.Scalar) -> UInt32 {
        let value = scalar.value
        switch value {
        case 0x41...0x5A: return value + 32
        case 0xFF21...0xFF3A: return value - 0xFEE0 + 32
        case 0xFF01...0xFF5E: return value - 0xFEE0
        case 0xA0, 0x2002...0x200B, 0x3000: return Sign.space
        case 0x4E00...0x9FFF: return simplified[value] ?? value
        default: return value
        }
    }

    /// The words of an English or Chinese list, as a folded text holds them.
    static func folded(_ word: some StringProtocol) -> [UInt32] { word.unicodeScalars.map(fold) }

    /// Only of the characters that the scanners look for.
    private static let simplified: [UInt32: UInt32] = {
        let pairs = """
            發发電电壓压槍枪樁桩數数機机臺台檯台個个兩两貨货區区縣县廣广東东臨临稅税專专開开報报價价錯错號号碼码
            斷断過过車车場场雙双單单輸输總总變变標标國国歐欧線线纜缆樣样質质證证書书運运營营門门無无離离黃黄燈灯
            閃闪壞坏慶庆蘇苏遼辽龍龙廈厦濟济陝陕寧宁滬沪閩闽贛赣雲云貴贵灣湾這这沒没還还現现時时間间點点週周內内
            後后禮礼萬万倆俩裝装設设備备試试換换對对處处複复圖图張张頻频經经嗎吗請请問问樓楼庫库熱热濕湿溫温積积
            銷销級级獨独長长業业廠厂團团隊队員员鐵铁衛卫給给來来話话說说從从為为與与麼么們们會会實实體体達达訂订
            購购買买賣卖費费規规範范額额顯显動动觸触險险緊紧馬马們们漢汉鄭郑陽阳蘭兰肅肃貨货產产節节農农豐丰
            連连紹绍揚扬鎮镇鹽盐錦锦瀋沈島岛煙烟濰潍爾尔賓宾齊齐綿绵瀘泸樂乐資资遠远壁壁權权聯联
            應应該该將将輪轮樹树頭头備备賠赔調调絕绝緣缘異异響响掃扫鎖锁燒烧
            """
        let characters = pairs.unicodeScalars.map(\.value).filter { Sign.isHan($0) }
        var table: [UInt32: UInt32] = [:]
        for place in stride(from: 0, to: characters.count - 1, by: 2) {
            table[characters[place]] = characters[place + 1]
        }
        return table
    }()
}
