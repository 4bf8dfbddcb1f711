import Support
import Testing

@testable import KefuDomain

/// What is hard evidence, and what only looks like it.
struct HardEvidenceTests {
    @Test(arguments: [
        "e103", "报e103了", "显示 e-103", "err12", "error 7", "屏幕显示f07", "故障码：37", "报警码 1024",
        "报警码是a2", "fault code 12", "alm3", "故障e5", "code p0301",
    ])
    func faultCodes(key: String) {
        #expect(HardEvidence.kinds(in: key).contains(.faultCode))
    }

    @Test(arguments: [
        "e1", "g1234次列车", "t3航站楼", "p30手机", "故障3次", "报警后等了5分钟", "1024", "e103v", "a4纸",
        "e20250101", "type2", "ccs2", "v2", "12345",
    ])
    func otherCodes(key: String) {
        #expect(!HardEvidence.kinds(in: key).contains(.faultCode))
    }

    @Test(arguments: [
        "320kw", "320 kw双枪", "380v", "电压220v三相", "7千瓦", "120w", "1.5kw", "10kva", "380伏", "1000vdc",
        "dc320kw",
    ])
    func powerAndVoltage(key: String) {
        #expect(HardEvidence.kinds(in: key) == [.electrical])
    }

    @Test(arguments: ["5v5", "100kwh", "320", "kw", "v5", "3wd", "2024款", "80v2x"])
    func neitherPowerNorVoltage(key: String) {
        #expect(!HardEvidence.kinds(in: key).contains(.electrical))
    }

    @Test(arguments: [
        "订单号123456", "订单号：dd20251018001", "订单20251018001", "单号 987", "po12345", "po-12345",
        "合同编号 ht2025001", "dd20251018001", "order no 4711", "快递单号sf1234567890", "202510180012345",
    ])
    func orderNumbers(key: String) {
        #expect(HardEvidence.kinds(in: key).contains(.orderNumber))
    }

    @Test(arguments: [
        "订单20台", "订单2025年的", "13812345678", "订单什么时候到", "1234567", "2025-10-18",
        "110101199003077571",
    ])
    func noOrderNumbers(key: String) {
        #expect(!HardEvidence.kinds(in: key).contains(.orderNumber))
    }

    @Test(arguments: [
        "10台", "3 套", "两把枪", "要二十台", "一台多少", "5个枪头", "100件", "2箱", "3 sets", "20pcs", "1 unit",
        "100米电缆", "20吨", "10kg",
        "采购一百套",
    ])
    func quantities(key: String) {
        #expect(HardEvidence.kinds(in: key).contains(.quantity))
    }

    @Test(arguments: [
        "第3台", "第二套方案", "一把年纪", "一起", "3个人", "两个人吃饭", "5个月", "3个小时", "几台", "100块钱", "10月",
        "统一台", "这一套", "台", "e10台",
    ])
    func noQuantities(key: String) {
        #expect(!HardEvidence.kinds(in: key).contains(.quantity))
    }

    @Test func eachKindIsNamedOnceInOrder() {
        let kinds = HardEvidence.kinds(in: "订单号123456的10台320kw和2套380v报e103和e104")
        #expect(kinds == [.faultCode, .electrical, .orderNumber, .quantity])
        #expect(HardEvidence.kinds(in: "").isEmpty)
    }

    @Test func noTextBringsTheFinderDown() {
        var random = SeededGenerator(seed: 5)
        let signs = Array("e1 -.:0一两台个kwv订单号故障码第9".unicodeScalars)
        for _ in 0..<3000 {
            var key = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...12, using: &random) {
                key.append(signs[Int.random(in: 0..<signs.count, using: &random)])
            }
            let kinds = HardEvidence.kinds(in: String(key))
            #expect(Set(kinds).count == kinds.count)
        }
    }
}
