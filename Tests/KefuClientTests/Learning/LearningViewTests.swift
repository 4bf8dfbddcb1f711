import KefuDomain
import KefuRPC
import Testing

@testable import KefuClient

private let at = Timestamp(seconds: 1_795_000_000)

func sampleCandidate(
    _ id: String = "q12", gates: [GateObjection] = [], conflicts: [RivalEntry] = [],
    does: CandidateOutcome.Does = .adds, entry: RivalEntry? = nil
) -> CandidateView {
    CandidateView(
        id: id, question: "充电桩能用多久", answer: "一般能用八到十年。", quality: 0.762,
        reasons: [
            QualityReason(
                feature: "is_question", value: 1, weight: 0.16, share: 0.16, text: "是一个问题"),
            QualityReason(
                feature: "satisfied", value: 0.2, weight: 0.08, share: -0.064, text: "客户不太满意"),
            QualityReason(feature: "asked", value: 0, weight: 0.03, share: 0, text: "问过一次"),
        ], conflicts: conflicts, source: .conversation, gates: gates,
        outcome: CandidateOutcome(does: does, entry: entry, expiresAt: nil),
        provenance: Provenance(
            threadID: "t7", messageIDs: ["m1", "m2"], askedAt: at, answeredAt: at),
        conversation: [
            EvidenceTurn(
                messageID: "m1", speaker: .customer, text: "你们的桩能用多久啊", at: at, part: .question),
            EvidenceTurn(
                messageID: "m2", speaker: .person, text: "一般八到十年\u{1B}[2J", at: at, part: .answer),
            EvidenceTurn(
                messageID: "m3", speaker: .customer, text: nil, at: at, part: .aftermath),
        ])
}

private let rival = RivalEntry(
    id: "e31", question: "充电桩寿命多长", answer: "设计寿命十年。", status: .active)

@Test func aCandidateShowsItsConversationAndItsReasons() {
    let text = CandidatePage.lines(sampleCandidate(), place: "3/17", .plain(.chinese))
        .joined(separator: "\n")
    for part in [
        "3/17", "q12", "质量 0.76", "t7", "问  充电桩能用多久", "答  一般能用八到十年。", "→ 新增条目",
        "客户  你们的桩能用多久啊", "我方  一般八到十年", "（未保留文字）", "是一个问题 +0.16 · 客户不太满意 −0.06",
    ] { #expect(text.contains(part), "\(part)") }
    #expect(!text.contains("\u{1B}") && !text.contains("问过一次"))
}

@Test func whatContradictsStandsBesideTheCandidate() {
    let gate = GateObjection(
        gate: "contradiction", text: "另一条目的答案相反", canBeForced: true, with: [rival])
    let candidate = sampleCandidate(gates: [gate], conflicts: [rival])
    let lines = CandidatePage.lines(candidate, place: nil, .plain(.chinese, width: 80))
    #expect(lines.contains { $0.contains("! 与现有答案矛盾：另一条目的答案相反") })
    #expect(lines.contains { $0.contains("e31  充电桩寿命多长") && $0.contains("│ q12  充电桩能用多久") })
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= 80 })
}

@Test func theEntryThatWouldChangeIsShownToo() {
    let candidate = sampleCandidate(does: .replaces, entry: rival)
    let text = CandidatePage.lines(candidate, place: nil, .plain(.english, width: 80))
        .joined(separator: "\n")
    #expect(text.contains("→ another answer in e31"))
    #expect(text.contains("设计寿命"))
}

@Test func candidatesAreListedOneALine() {
    let gate = GateObjection(gate: "personal_data", text: "手机号", canBeForced: false)
    let lines = CandidatePage.table(
        [sampleCandidate(), sampleCandidate("q13", gates: [gate])], .plain(.english, width: 90),
        isNumbered: true)
    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix("1  q12  0.76"))
    #expect(lines[1].contains("personal data"))
}

private let gap = GapView(
    id: "g3", question: "能开专票吗", count: 7, firstAskedAt: at, lastAskedAt: at, weight: 6.2,
    examples: ["可以开专用发票么", "能开专票吗"])

@Test func gapsShowHowOftenAndOtherWordings() {
    let lines = GapPage.lines([gap], .plain(.chinese, width: 100), isNumbered: true)
    #expect(lines[0].hasPrefix("1  g3  7×"))
    #expect(lines[0].contains("能开专票吗  (可以开专用发票么)"))
}

@Test func anAnsweredGapSaysWhichWordingsPass() {
    let entry = Entry(
        id: "e9", question: "能开专票吗", answer: "可以。", source: .learned, createdAt: at, updatedAt: at)
    let result = AnswerGap.Result(
        entry: entry, nowAnswered: ["能开专票吗"],
        questions: [
            AskedAgain(
                question: "能开专票吗", count: 4, action: .reply, confidence: 0.97, entryID: "e9",
                isAdded: false),
            AskedAgain(
                question: "你们周末上班不", count: 1, action: .handoff, confidence: 0.1, entryID: "e2",
                isAdded: false),
        ], closed: true, learned: nil)
    let lines = GapPage.lines(result, .plain(.chinese, width: 90))
    #expect(lines[0] == "e9：2 种问法中有 1 种现在可以回答")
    #expect(lines[1].hasPrefix("  ✓  回复") && lines[1].hasSuffix("能开专票吗"))
    #expect(lines[2].hasPrefix("  ✗  ") && lines[2].contains("0.10"))
}

private func change(_ id: String, undone: Bool = false) -> LearnedChange {
    LearnedChange(
        id: id, at: at, by: .review, does: .adds, entryID: "e9", question: "能开专票吗", answer: "可以。",
        status: .active, quality: 0.9,
        provenance: Provenance(threadID: "t7", answeredAt: at), undoneAt: undone ? at : nil)
}

@Test func whatWasLearnedNamesItsSource() {
    let lines = LearnedPage.table(
        [change("l5"), change("l4", undone: true)], .plain(.english, width: 110), isNumbered: false)
    #expect(lines[0].hasPrefix("l5") && lines[0].contains("review") && lines[0].contains("t7"))
    #expect(lines[0].contains("new entry") && lines[1].contains("taken back"))
    let undo = LearnedPage.lines(
        UndoLearning.Result(undone: 1, changes: [change("l5", undone: true)], kept: [change("l6")]),
        .plain(.chinese, width: 110))
    #expect(undo[0] == "已撤销 1 项改动")
    #expect(undo.contains { $0.contains("1 项保留") })
}
