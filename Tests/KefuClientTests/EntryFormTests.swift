import KefuDomain
import KefuRPC
import Testing

@testable import KefuClient

private func entry(
    question: String = "充电桩多少钱？", answer: String = "7 kW 的 2999 元。\n安装另计。",
    variants: [String] = ["价格", "怎么卖"], expiresAt: Timestamp? = nil
) -> Entry {
    Entry(
        id: "e12", question: question, answer: answer, variants: variants, category: "价格",
        tags: ["家用"], source: .manual, expiresAt: expiresAt, createdAt: Timestamp(seconds: 0),
        updatedAt: Timestamp(seconds: 0))
}

@Test(arguments: [
    "plain", "[answer]", "\\[answer]", "a\n[variants]\nb", "\n\nspaced\n\n", "# a heading\ntext",
    " [tags] ",
    "[图片] 见附件",
])
func whatIsNotChangedChangesNothing(answer: String) throws {
    for language in [Language.english, .chinese] {
        let form = EntryForm(entry(answer: answer), language)
        #expect(try form.changes(in: form.text) == nil)
    }
}

@Test func onlyWhatWasChangedIsSent() throws {
    let form = EntryForm(entry(), .chinese)
    let edited = form.text.replacing("怎么卖", with: "怎么卖\n多少钱一台").replacing("2999", with: "2899")
    let changes = try #require(try form.changes(in: edited))
    #expect(changes.variants == ["价格", "怎么卖", "多少钱一台"])
    #expect(changes.answer == "7 kW 的 2899 元。\n安装另计。")
    #expect(changes.question == nil && changes.tags == nil && changes.status == nil)
    #expect(changes.expiresAt == nil)
}

@Test func anEmptySectionClears() throws {
    let expiry = Timestamp(rfc3339: "2026-12-31T00:00:00+08:00")
    let form = EntryForm(entry(expiresAt: expiry), .english)
    let shown = expiry?.rfc3339 ?? ""
    let edited = form.text.replacing("家用\n", with: "").replacing(shown, with: "")
    let changes = try #require(try form.changes(in: edited))
    #expect(changes.tags == [])
    guard case .null? = changes.expiresAt else {
        Issue.record("the expiry was not cleared")
        return
    }
}

@Test func aLineOfTextMayLookLikeAHeading() throws {
    let form = CorrectionForm(question: "q", answer: "a", id: "a1", .english)
    let edited = form.text.replacing("[answer]\na", with: "[answer]\nb\n\\[question]\nc")
    #expect(try form.correction(in: edited)?.answer == "b\n[question]\nc")
}

@Test(
    arguments: [
        ("[tags]\n", ""), ("[tags]", "[tags]\n[tags]"), ("[question]", "x\n[question]"),
        ("充电桩多少钱？", ""), ("active", "sleeping"), ("active", "active\nactive"),
        ("[expires]\n", "[expires]\ntomorrow\n"),
    ] as [(String, String)])
func refusesWhatItWouldMisread(old: String, new: String) {
    let form = EntryForm(entry(), .english)
    let error = #expect(throws: KefuError.self) {
        try form.changes(in: form.text.replacing(old, with: new))
    }
    #expect(error?.code == .unreadable)
}

@Test func aWordingWithALineBreakIsOneLine() throws {
    let form = EntryForm(entry(variants: ["a\nb", "c"]), .english)
    #expect(form.text.contains("\na b\nc\n"))
    #expect(try form.changes(in: form.text) == nil)
}

@Test(
    arguments: [
        "2026-12-31", "2026-12-31 18:00", "2026-12-31T18:00:05", "2026-12-31T18:00:00+08:00",
    ])
func timesAreReadAsWritten(text: String) throws {
    let time = try #require(Moment.read(text))
    let digits = { (text: String) in text.filter(\.isNumber) }
    #expect(text.hasSuffix("+08:00") || digits(time.rfc3339).hasPrefix(digits(text)))
}

@Test(arguments: ["", "soon", "2026-13-01", "2026-12-31T", "18:00"])
func whatIsNoTimeIsRefused(text: String) {
    #expect(Moment.read(text) == nil)
}
