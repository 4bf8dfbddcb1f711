import Testing

@testable import KefuDomain

@Test(
    arguments: [
        ("1970-01-01T00:00:00Z", 0),
        ("2026-11-20T08:00:00+08:00", 1_795_132_800_000),
        ("2024-02-29T23:59:59.5-00:30", 1_709_252_999_500),
        ("0000-01-02T00:00:00Z", Timestamp.range.lowerBound),
        ("9999-12-30T23:59:59.999Z", Timestamp.range.upperBound),
        ("9999-12-31T23:59:59-01:00", Timestamp.range.upperBound),
        ("0000-01-01T00:00:00Z", Timestamp.range.lowerBound),
    ] as [(String, Int64)])
func readsRFC3339(text: String, milliseconds: Int64) {
    #expect(Timestamp(rfc3339: text)?.milliseconds == milliseconds)
}

@Test(arguments: [
    "", "2026-11-20", "2026-11-20T08:00:00", "2026-02-30T00:00:00Z", "2026-13-01T00:00:00Z",
    "2026-11-20T24:00:00Z", "2026-11-20T08:00:00.Z", "2026-11-20T08:00:00+24:00",
    "2026-11-20T08:00:00Zx", "٢٠٢٦-11-20T08:00:00Z", "10000-01-01T00:00:00Z",
])
func refusesWhatIsNoTime(text: String) {
    #expect(Timestamp(rfc3339: text) == nil)
}

@Test(arguments: [0, 1, -1, 1_795_132_800_123, Timestamp.range.lowerBound + 86_400_000])
func readsBackWhatItWrites(milliseconds: Int64) {
    let time = Timestamp(milliseconds: milliseconds)
    #expect(Timestamp(rfc3339: time.rfc3339) == time)
}

@Test func addingStaysWithinTheRange() {
    let last = Timestamp(milliseconds: Timestamp.range.upperBound)
    #expect(last.adding(.seconds(1)) == last)
    #expect(Timestamp(seconds: 1).adding(.milliseconds(-1500)).milliseconds == -500)
}
