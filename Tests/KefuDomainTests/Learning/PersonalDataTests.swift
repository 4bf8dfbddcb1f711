import Foundation
import Support
import Testing

@testable import KefuDomain

@Test(
    arguments: [
        ("打我电话 13812345678", [.phoneNumber]), ("打我电话 １３８１２３４５６７８", [.phoneNumber]),
        ("１３８－１２３４－５６７８", [.phoneNumber]), ("138–1234–5678", [.phoneNumber]),
        ("＋８６　１３８１２３４５６７８", [.phoneNumber]), ("𝟏𝟑𝟖𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖", [.phoneNumber]),
        ("证号 １１０１０５１９４９１２３１００２Ｘ", [.identityCard]), ("11010519491231002X", [.identityCard]),
        ("写信到 ａｂｃ＠ｅｘａｍｐｌｅ．ｃｏｍ", [.email]), ("订单 ２０２６１１２０１２３４５６", [.orderNumber]),
        ("客服 ４００－１２３－４５６７", []), ("７ｋＷ 的桩 １２８０ 元", []), ("", []),
    ] as [(String, [PersonalData])])
func personalDataIsFoundInAnyWidth(text: String, kinds: [PersonalData]) {
    #expect(PersonalData.kinds(in: text) == kinds)
}

@Test(
    arguments: [
        ("座机 0571-88886666转8012", .phoneNumber, "0571-88886666转8012"),
        ("打 (010)88886666", .phoneNumber, "(010)88886666"),
        ("联系电话：88886666", .phoneNumber, "88886666"),
        ("call me at +44 20 7946 0958", .phoneNumber, "+44 20 7946 0958"),
        ("my number is (555) 123-4567", .phoneNumber, "(555) 123-4567"),
        ("卡号 6222 0212 3456 7890 12", .bankCard, "6222 0212 3456 7890 12"),
        ("转到 6228480402564890018", .bankCard, "6228480402564890018"),
        ("车渝A8K2M6修好了", .plate, "渝A8K2M6"), ("粤B·D12345", .plate, "粤B·D12345"),
        ("京AD12345 的车", .plate, "京AD12345"),
        ("寄到北京市朝阳区建国路88号SOHO现代城A座1502", .address, "北京市朝阳区建国路88号SOHO现代城A座1502"),
        ("地址：重庆市渝北区金开大道西段106号", .address, "重庆市渝北区金开大道西段106号"),
        ("家住翠湖花园3栋2单元501", .address, "翠湖花园3栋2单元501"),
        ("湖南省衡阳市衡南县三塘镇大广村", .address, "湖南省衡阳市衡南县三塘镇大广村"),
        ("Come to 22 Baker Street, London", .address, "22 Baker Street"),
        ("单号YT8899001122334", .orderNumber, "YT8899001122334"),
        ("订单号 20261120-0087", .orderNumber, "20261120-0087"),
        ("序列号XZ2024D120-0087", .orderNumber, "XZ2024D120-0087"),
        ("工单号：GD-20261103", .orderNumber, "GD-20261103"),
        ("张先生您好", .name, "张先生"), ("找王师傅就行", .name, "王师傅"), ("李工会联系您", .name, "李工"),
        ("陈总说可以", .name, "陈总"), ("我叫欧阳娜娜", .name, "欧阳娜娜"), ("我姓刘", .name, "刘"),
        ("收货人：李建国", .name, "李建国"), ("联系小王", .name, "小王"), ("技术支持赵工", .name, "赵工"),
        ("请联系销售经理刘芳", .name, "刘芳"), ("我是张伟，想问保修", .name, "张伟"),
        ("Mr. Smith will call", .name, "Mr. Smith"), ("my name is Anna", .name, "Anna"),
        ("加微信 xiaoli_8899", .chatID, "xiaoli_8899"), ("微信号：abcdefg", .chatID, "abcdefg"),
        ("QQ：123456789", .chatID, "123456789"), ("wxid_abc123", .chatID, "wxid_abc123"),
    ] as [(String, PersonalData, String)])
func whatIsPersonalIsFoundWhereItStands(text: String, kind: PersonalData, words: String) {
    let found = PersonalData.findings(in: text)
    #expect(found.map(\.kind) == [kind] && found.map(\.text) == [words])
    for finding in found { #expect(String(text[finding.range]) == finding.text) }
}

@Test(arguments: [
    "型号 XZ-AC07P 和 XZ-DC120-D2", "故障码 E103、F07、ERR12", "符合 GB/T 18487.1-2015 和 IEC 61851-1:2017",
    "GB/T18487.1-2023 标准", "客服热线 400-123-4567 或 8008201234",
    "功率 60-120-180-240-320-480kW 可选", "2026-11-20 至 2026-12-31 有效", "2026/11/20-2026/12/31",
    "2027-06-30T00:00:00+08:00", "尺寸 1200*600*800mm", "固件版本 V2.1.20240315", "电话客服时间 9:00-21:00",
    "打 12315 投诉，110 报警，95588", "请问先生想要哪款", "您好先生", "总价 3000 元，王总价", "人工费怎么算，施工要几天",
    "电工师傅上门，安装师傅会带工具", "售后经理和客户经理负责", "三相五线，380V，50Hz", "路由器放在 3 号桩旁边", "地铁3号线",
    "走高速路 200 公里", "第5层2号楼在哪", "5楼有电梯吗", "1280 1680 2980 3980 四个价位", "8折优惠，满 1000 减 100",
    "A100 显卡，RTX4090", "充电功率 7/11/22kW", "条形码 690123456789", "ISBN 9787111128069",
    "WeChat Pay and Alipay accepted", "微信支付宝都可以", "微信小程序搜橡舟新能源", "姓名写在备注里", "叫我怎么办",
    "我是安装工", "我是周口的", "我是想问一下", "方便吗，方先决定", "金工车间 高工", "请问贵姓", "区别在于先生成订单",
    "于是先生病了", "海尔空调", "订单满 5000 包邮", "order 100 units", "2 Main features",
    "order number is in your email", "100 Mbps, 1000 Mbps",
])
func whatIsNotPersonalPasses(text: String) {
    #expect(PersonalData.findings(in: text).map(\.text) == [])
}

@Test(
    arguments: [
        ("张先生您好，7kW的1280元", "7kW的1280元"), ("我是张伟，7kW的桩保修几年", "7kW的桩保修几年"),
        ("保修3年。有事找王师傅 13812345678。", "保修3年。"), ("整机保修3年", "整机保修3年"),
        ("我叫李娜 13812345678 ，充电桩能装户外吗？", "充电桩能装户外吗？"), ("打我电话 13812345678", nil),
        ("收货人：李建国", nil), ("张先生，保修几年？", "保修几年？"), ("张先生电话多少？", nil),
        ("请打给王师傅，就可以了", nil),
    ] as [(String, String?)])
func whatIsLeftWithoutPersonalDataMustStand(text: String, rest: String?) {
    #expect(PersonalData.removed(from: text) == rest)
}

@Test func theCompanysOwnMayStay() {
    let own = Set(["0571-8888 6666", "浙江省湖州市橡湾路 88 号橡舟产业园"].map(PersonalData.normalised))
    #expect(PersonalData.findings(in: "电话 0571-88886666", allowing: own).isEmpty)
    #expect(PersonalData.findings(in: "寄到湖州市橡湾路88号", allowing: own).isEmpty)
    #expect(PersonalData.kinds(in: "电话 0571-88886667", allowing: own) == [.phoneNumber])
    #expect(PersonalData.removed(from: "电话 0571-88886666", allowing: own) == "电话 0571-88886666")
    #expect(PersonalData.normalised("+86 138-1234-5678") == "13812345678")
}

/// The sample base holds its invented company's own mail address and postal address, and nothing else
/// of the kind.
@Test func theSampleBaseHoldsNothingPersonal() throws {
    let own = Set(["service@oakskiff.example"].map(PersonalData.normalised))
    var texts = 0
    var found: [String] = []
    let folder = Repository.path("kb")
    for case let name as String in FileManager.default.enumerator(atPath: folder) ?? .init()
    where !name.hasPrefix("README") {
        guard let text = try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8) else {
            continue
        }
        for line in text.split(separator: "\n") {
            texts += 1
            found += PersonalData.findings(in: String(line), allowing: own)
                .map { "\($0.kind) \($0.text)" }
        }
    }
    print("personal data in \(texts) lines of kb/: \(found)")
    #expect(texts > 600)
    #expect(found.allSatisfy { $0.hasPrefix("address") } && found.count <= 3)
}

/// Whatever is written, places are right and nothing traps.
@Test func anyTextCanBeScanned() {
    var random = SeededGenerator(seed: 7)
    let pieces = [
        "张", "先生", "138", "1234", "5678", "-", " ", "@", ".com", "渝A", "路", "号", "3栋", "👌", "é",
        "\n", "我叫", "：",
    ]
    for _ in 0..<2000 {
        let text = (0..<Int.random(in: 0...12, using: &random))
            .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        for finding in PersonalData.findings(in: text) {
            #expect(String(text[finding.range]) == finding.text)
        }
        _ = PersonalData.removed(from: text)
    }
}
