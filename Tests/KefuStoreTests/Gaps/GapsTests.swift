import KefuDomain
import Testing

@testable import KefuStore

/// A base in which answers were given that handed over.
private func withGaps(_ body: (Store, (String, Int64?, Int64) throws -> Int64) throws -> Void)
    throws
{
    try withStore { store in
        func note(_ text: String, _ nearest: Int64?, _ seconds: Int64) throws -> Int64 {
            try store.write { base in
                let answer = try base.insertAnswer(
                    AnswerDraft(
                        at: moment(seconds), question: text, action: .handoff, content: "",
                        confidence: 0.1, reason: "confidence", tookMicroseconds: 1, evidence: "{}"))
                try base.noteGap(text, like: nearest, answer: answer, at: moment(seconds))
                return answer
            }
        }
        try body(store, note)
    }
}

private func openGaps(_ store: Store) throws -> [GapRecord] {
    try store.read { try $0.openGaps(limit: 50).items }
}

private func questions(_ store: Store, _ gap: Int64) throws -> [GapQuestion] {
    try store.read { try $0.gapQuestions(of: gap) }
}

@Test func theSameWordingCountsInOneGap() throws {
    try withGaps { store, note in
        _ = try note("能开专票吗", nil, 0)
        _ = try note("能开专票吗？", nil, 60)
        let gaps = try openGaps(store)
        #expect(gaps.map(\.count) == [2])
        #expect(try questions(store, gaps[0].row).map(\.count) == [2])
        #expect(try questions(store, gaps[0].row)[0].lastAskedAt == moment(60))
    }
}

@Test func anotherWordingJoinsTheGapOfItsNearest() throws {
    try withGaps { store, note in
        _ = try note("能开专票吗", nil, 0)
        let known = try questions(store, openGaps(store)[0].row)[0]
        _ = try note("可以开专用发票么", known.row, 60)
        _ = try note("周末上班吗", nil, 120)
        let gaps = try openGaps(store)
        #expect(gaps.map(\.count) == [2, 1])
        #expect(try store.read { try $0.gapCounts() } == (2, 3, 0))
    }
}

@Test func recentGapsComeFirstAmongThoseAskedAsOften() throws {
    try withGaps { store, note in
        let day: Int64 = 86_400
        _ = try note("三次但久", nil, 0)
        _ = try note("三次但久", nil, 0)
        _ = try note("三次但久", nil, 0)
        _ = try note("两次最近", nil, 30 * day)
        _ = try note("两次最近", nil, 30 * day)
        _ = try note("一次最近", nil, 30 * day)
        let titles = try openGaps(store).map { try questions(store, $0.row)[0].text }
        #expect(titles == ["两次最近", "一次最近", "三次但久"])
        let page = try store.read { try $0.openGaps(limit: 2) }
        let rest = try store.read { try $0.openGaps(limit: 2, after: page.nextCursor) }
        #expect(rest.items.count == 1 && rest.nextCursor == nil)
    }
}

@Test func anAnswerThatGoesTakesItsQuestionAlong() throws {
    try withGaps { store, note in
        let first = try note("能开专票吗", nil, 0)
        let second = try note("能开专票吗", nil, 60)
        try store.write { try $0.run("DELETE FROM answer WHERE id = ?", first) }
        #expect(try openGaps(store).map(\.count) == [1])
        try store.write { try $0.run("DELETE FROM answer WHERE id = ?", second) }
        #expect(try openGaps(store) == [])
        let left = try store.read { base in
            try ["gap", "gap_question", "gap_asking", "gap_term"].map { table in
                try base.first("SELECT count(*) FROM \(table)") { $0.int(0) }
            }
        }
        #expect(left == [0, 0, 0, 0])
    }
}

@Test func whatIsOldIsForgotten() throws {
    try withGaps { store, note in
        _ = try note("早先的问题", nil, 0)
        _ = try note("后来的问题", nil, 100)
        let count = try store.write { try $0.forgetGaps(before: moment(50), limit: 10) }
        #expect(count == 1)
        let gaps = try openGaps(store)
        #expect(try gaps.map { try questions(store, $0.row)[0].text } == ["后来的问题"])
    }
}

@Test func anAnsweredGapLetsGoOfWhatDoesNotFit() throws {
    try withGaps { store, note in
        let entry = try store.write { try $0.insert(.warranty, .created()) }
        _ = try note("能开专票吗", nil, 0)
        let gap = try openGaps(store)[0].row
        let known = try questions(store, gap)[0]
        _ = try note("周末上班吗", known.row, 60)
        let unfit = try #require(try questions(store, gap).first { $0.text == "周末上班吗" })
        try store.write {
            try $0.answerGap(gap, with: entry.row, unfit: [unfit.row], at: moment(90))
        }
        let gaps = try openGaps(store)
        #expect(gaps.count == 1 && gaps[0].row != gap && gaps[0].count == 1)
        #expect(try store.read { try $0.gap(gap)?.state } == .answered)
        #expect(try store.read { try $0.gapCounts() } == (1, 1, 1))
        // A wording of a gap that is closed is found no more.
        let near = try store.read { base in
            try base.gapNeighbours(of: "能开专票吗", terms: ["能", "票"], limit: 9).map(\.text)
        }
        #expect(near == [])
    }
}

@Test func aGapWhoseAnswerIsTakenBackIsOpenAgain() throws {
    try withGaps { store, note in
        let entry = try store.write { try $0.insert(.warranty, .created()) }
        _ = try note("能开专票吗", nil, 0)
        let gap = try openGaps(store)[0].row
        try store.write { try $0.answerGap(gap, with: entry.row, unfit: [], at: moment(9)) }
        #expect(try store.read { try !$0.hasGapsToReopen() })
        try store.write { try $0.removeEntry(entry.row, at: moment(20)) }
        #expect(try store.read { try $0.hasGapsToReopen() })
        #expect(try store.write { try $0.reopenGaps() } == 1)
        #expect(try openGaps(store).map(\.row) == [gap])
        let near = try store.read { base in
            try base.gapNeighbours(of: "能开专票吗", terms: ["票"], limit: 9)
        }
        #expect(near.first?.isSame == true)
    }
}

@Test func aGapIsClosedWhenAllOfItIsAnswered() throws {
    try withGaps { store, note in
        _ = try note("能开专票吗", nil, 0)
        let gap = try openGaps(store)[0].row
        let first = try questions(store, gap)[0].row
        _ = try note("专票怎么开", first, 60)
        let second = try #require(try questions(store, gap).first { $0.row != first }).row
        try store.write { try $0.closeGap(gap, answered: [first], at: moment(70)) }
        #expect(try openGaps(store).map(\.count) == [1])
        // Asked again and not answered: it counts again.
        _ = try note("能开专票吗", nil, 80)
        #expect(try openGaps(store).map(\.count) == [3])
        try store.write { try $0.closeGap(gap, answered: [first, second], at: moment(90)) }
        #expect(try openGaps(store) == [])
        _ = try note("能开专票吗", nil, 100)
        #expect(try openGaps(store).map(\.count) == [1])
    }
}

@Test func aLargeGapKeepsSoManyWordings() throws {
    try withGaps { store, note in
        _ = try note("第零种问法", nil, 0)
        let gap = try openGaps(store)[0].row
        let first = try questions(store, gap)[0].row
        for number in 1...60 { _ = try note("第\(number)种问法", first, Int64(number)) }
        #expect(try questions(store, gap).count == 50)
        #expect(try openGaps(store).map(\.count) == [61])
    }
}

@Test func questionsOfTheNextAnalysisAreFoundByItsKeys() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    try store.write { base in
        let answer = try base.insertAnswer(
            AnswerDraft(
                at: moment(), question: "能开专票吗", action: .handoff, content: "", confidence: 0,
                reason: "confidence", tookMicroseconds: 1, evidence: "{}"))
        try base.noteGap("能开专票吗", like: nil, answer: answer, at: moment())
    }
    store.close()
    let other = try scratch.open(PlainAnalysis(version: 2, ignored: ["吗"]))
    let near = try other.read { try $0.gapNeighbours(of: "能开专票", terms: ["票"], limit: 9) }
    #expect(near.map(\.isSame) == [true])
    other.close()
}
