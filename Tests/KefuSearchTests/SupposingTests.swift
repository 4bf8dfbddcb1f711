import KefuDomain
import KefuSearch
import KefuStore
import Testing

/// Searches that take wordings for part of the base.
struct SupposingTests {
    private func supposition(_ wording: String, in base: Base) throws -> Supposition {
        let entry = Entry(
            id: "", question: wording, answer: "另一个答复", source: .learned, createdAt: Base.now,
            updatedAt: Base.now)
        let unit = try base.store.read {
            $0.supposedUnit(wording, answer: entry.answer, owner: -1, number: -1)
        }
        return Supposition(entry, row: -1, wordings: [unit])
    }

    @Test func aSupposedWordingIsJudgedAsIfItWereThere() throws {
        let base = try Base()
        try base.addQuestions()
        try base.startAndSettle()
        let new = try supposition("充电桩的线能加长吗", in: base)
        let asked = "充电桩的线能不能加长"
        let before = try base.search(asked)
        let then = try base.engine.search(asked, supposing: [new], limit: 10, now: Base.now)
        #expect(then.first?.item.answer == "另一个答复")
        #expect((then.first?.confidence ?? 0) > (before.first?.confidence ?? 1))
        try base.add("充电桩的线能加长吗", "另一个答复")
        base.settle()
        let really = try base.search(asked)
        #expect(really.first?.item.answer == "另一个答复")
        let difference = (really.first?.confidence ?? 0) - (then.first?.confidence ?? 1)
        #expect(abs(difference) < 0.1)
    }

    @Test func itTakesNoQuestionFromTheVeryEntry() throws {
        let base = try Base()
        try base.addQuestions()
        try base.startAndSettle()
        let new = try supposition("充电桩怎么安装呢", in: base)
        let then = try base.engine.search(
            "充电桩怎么安装", supposing: [new], limit: 2, now: Base.now)
        #expect(then.first?.wording == "充电桩怎么安装")
    }

    @Test func theShadowIsFoundOnlyByWhoAsksForIt() throws {
        let base = try Base()
        try base.addQuestions()
        let before = try base.search("充电桩怎么安装")
        let shadow = try base.add("你们周末上班吗", status: .shadow)
        try base.startAndSettle()
        #expect(try base.search("你们周末上班吗").allSatisfy { $0.item.id != shadow.id })
        let silent = try base.engine.searchWithShadows(
            "周末你们上班吗", limit: 3, now: Base.now)
        #expect(silent.first?.item.id == shadow.id)
        let row = try RecordID.row(of: shadow.id, as: .entry)
        let without = try base.engine.searchWithShadows(
            "周末你们上班吗", except: [row], limit: 3, now: Base.now)
        #expect(without.allSatisfy { $0.item.id != shadow.id })
        #expect(try base.search("充电桩怎么安装").first?.item == before.first?.item)
    }
}
