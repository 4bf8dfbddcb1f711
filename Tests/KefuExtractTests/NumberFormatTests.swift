import Testing

@testable import KefuExtract

@Test(
    arguments: [
        ("General", 1280, "1280"), ("General", 0.1, "0.1"), ("General", 1.1000000000000001, "1.1"),
        ("General", 13_800_138_000, "13800138000"), ("General", 3.14159265358979, "3.141592654"),
        ("General", -0.5, "-0.5"), ("General", 1e21, "1E+21"), ("General", 1.5e-9, "1.5E-09"),
        ("0", 2.5, "3"), ("0.00", 1.005, "1.01"), ("0.00", -1.005, "-1.01"), ("0.0#", 2, "2.0"),
        ("#.##", 0.5, ".5"), ("000000", 123, "000123"), ("#,##0", 1_234_567, "1,234,567"),
        ("#,##0.00", 999.995, "1,000.00"), ("#,##0", 0, "0"), ("#,##0", 999, "999"),
        ("0%", 0.13, "13%"), ("0.00%", 0.12345, "12.35%"), ("0.0,", 12_345, "12.3"),
        ("0.00\"万元\"", 12.5, "12.50万元"), ("¥#,##0.00", 1680, "¥1,680.00"),
        ("[$¥-804]#,##0", -20, "-¥20"), ("\"￥\"#,##0;[Red]\"￥\"-#,##0", -20, "￥-20"),
        ("_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", 1234.5, " 1,234.50 "),
        ("0\" kW\"", 7, "7 kW"), ("General\"元\"", 3, "3元"),
        ("[>=10000]0.0,\"千\";0", 12_345, "12.3千"), ("[>=10000]0.0,\"千\";0", 99, "99"),
        ("000-0000-0000", 13_800_138_000, "138-0013-8000"), ("0;-0;;@", 0, ""), ("@", 5, "5"),
        ("# ?/?", 0.5, "0.5"), ("0.00E+00", 12_345, "12345"),
    ] as [(String, Double, String)])
func showsNumbersAsSheetsDo(code: String, value: Double, shown: String) {
    #expect(NumberFormat(code).text(of: value, is1904: false).trimmed == shown.trimmed)
}

@Test(
    arguments: [
        ("yyyy-mm-dd", 46_351, "2026-11-25"), ("yyyy/m/d", 46_351, "2026/11/25"),
        ("yyyy\"年\"m\"月\"d\"日\"", 46_351, "2026年11月25日"), ("d-mmm-yy", 46_351, "25-Nov-26"),
        ("aaaa", 46_351, "星期三"), ("dddd", 46_351, "Wednesday"), ("h:mm", 46_351.5, "12:00"),
        ("yyyy-mm-dd hh:mm:ss", 46_351.75, "2026-11-25 18:00:00"), ("h:mm AM/PM", 0.25, "6:00 AM"),
        ("上午/下午h\"时\"mm\"分\"", 0.75, "下午6时00分"), ("[h]:mm", 1.5, "36:00"),
        ("mm:ss.0", 0.0007060185185, "01:01.0"), ("[$-804]yyyy\"年\"m\"月\"", 1, "1900年1月"),
        ("yyyy-mm-dd", 60, "1900-02-29"), ("yyyy-mm-dd", 61, "1900-03-01"),
        ("yyyy-mm-dd", -1, "-1"),
        ("[Red]m/d", 46_351, "11/25"), ("hh:mm:ss", 0.999999999999, "00:00:00"),
    ] as [(String, Double, String)])
func showsMomentsAsSheetsDo(code: String, serial: Double, shown: String) {
    #expect(NumberFormat(code).text(of: serial, is1904: false) == shown)
}

@Test func countsFrom1904WhereTheWorkbookDoes() {
    #expect(NumberFormat("yyyy-mm-dd").text(of: 0, is1904: true) == "1904-01-01")
    #expect(NumberFormat("yyyy-mm-dd").text(of: 44_889, is1904: true) == "2026-11-25")
}

@Test func survivesAnyFormat() {
    let pieces = [
        "0", "#", "?", ".", ",", "%", "E+", "y", "m", "d", "h", "s", "[h]", "[", "]", "\"",
        "\\", "_", "*", ";", "@", "General", "AM/PM", "a", "/", "年", "[>1]", "[$¥-804]", ".00",
    ]
    var state: UInt64 = 7
    for _ in 0..<3000 {
        var code = ""
        for _ in 0..<8 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            code += pieces[Int(state >> 33) % pieces.count]
        }
        for value in [0, 1.5, -46_351.123, 1e300, 1e-300, .infinity, 2_958_465.99999] {
            _ = NumberFormat(code).text(of: value, is1904: false)
        }
    }
}
