import KefuDomain
import Testing

@testable import KefuImport

private func item(_ members: [FAQField: [String]]) throws(RowFailure) -> HarvestItem {
    var row = FAQRow()
    for (field, texts) in members { row[field] = texts }
    return try row.item(at: "row 2")
}

private func why(_ members: [FAQField: [String]]) -> String? {
    do throws(RowFailure) {
        _ = try item(members)
        return nil
    } catch {
        return error.why.english
    }
}

@Test func saysWhatIsWrongWithARow() {
    let long = String(repeating: "长", count: 100_001)
    #expect(why([.question: ["q"], .answer: [" \u{3000}"]]) == "the answer is empty")
    #expect(why([:]) == "there is neither a question nor an answer")
    #expect(
        why([.question: ["q"], .answer: [long]])
            == "answer is 100001 characters long; the limit is 100000")
    #expect(why([.question: ["q"], .answer: [String(long.dropLast())]]) == nil)
    #expect(why([.question: ["q"], .answer: ["a"], .variants: [long]]) != nil)
    #expect(why([.question: ["q\0"], .answer: ["a"]]) == "question holds a NUL character")
    #expect(
        why([.question: ["q"], .answer: ["a"], .status: ["live"]])
            == "status is none of active, pending, shadow, disabled")
    #expect(
        why([.question: ["q"], .answer: ["a"], .expiresAt: ["soon"]]) == "expires_at is not a time")
    #expect(why([.question: ["q"], .answer: ["a"], .expiresAt: ["2026-02-30"]]) != nil)
}

@Test func takesFurtherQuestionsAsVariants() throws {
    let item = try item([.question: ["", "a", "b"], .answer: ["x", "y"], .variants: ["c", " "]])
    guard case .entry(let draft, "row 2") = item else {
        Issue.record("not an entry")
        return
    }
    #expect(draft.question == "a")
    #expect(draft.variants == ["b", "c"])
    #expect(draft.answer == "x\ny")
}

@Test(
    arguments: [
        ("2026-12-31T18:00:00+08:00", 1_798_711_200_000),
        ("2026-12-31T10:00:00.5Z", 1_798_711_200_500),
    ] as [(String, Int64)])
func readsTimes(text: String, milliseconds: Int64) throws {
    guard
        case .entry(let draft, _) = try item([
            .question: ["q"], .answer: ["a"], .expiresAt: [text],
        ])
    else { return }
    #expect(draft.expiresAt?.milliseconds == milliseconds)
}

@Test(arguments: ["2026-12-31", "2026/12/31", "2026年12月31日", "2026.12.31"])
func readsDays(text: String) throws {
    let day = try #require(LocalDate(text)?.start)
    // Midnight somewhere on Earth.
    let noon = try #require(Timestamp(rfc3339: "2026-12-31T00:00:00Z"))
    #expect(abs(day.milliseconds - noon.milliseconds) <= 15 * 3_600_000)
}

@Test(
    arguments: [
        ("问题（必填）", .question), ("Question:", .question), ("similar_questions", .variants),
        ("相似问3", .variants), ("External-ID", .externalID), ("*答案 必填", .answer),
        ("有效期至", .expiresAt),
        ("问题类型", nil), ("answer2", nil), ("", nil), ("（）", nil),
    ] as [(String, FAQField?)])
func understandsColumnNames(name: String, field: FAQField?) {
    #expect(FAQField.meaning(of: name)?.field == field)
}

@Test func givesEveryNameOneMeaning() {
    for field in FAQField.allCases {
        #expect(FAQField.meaning(of: field.name)?.field == field)
    }
}

@Test(arguments: [
    ([], ""), (["a"], "a"), (["a", "b"], "a\nb"), (["a\nb"], #"["a\nb"]"#), (["[a]"], "[a]"),
    (["a##b"], #"["a##b"]"#), ([" a"], " a"), ([" a", "b"], #"[" a","b"]"#),
    (["a,b", "c"], "a,b\nc"),
    ([#"["a"]"#], ##"["[\"a\"]"]"##),
])
func writesListsThatReadBack(list: [String], cell: String) {
    #expect(ListCell.write(list, of: .variants) == cell)
    #expect(ListCell.read(cell, of: .variants) == list)
}
