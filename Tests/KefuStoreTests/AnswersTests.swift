import KefuDomain
import Testing

@testable import KefuStore

private func draft(_ number: Int64, session: String? = nil, entry: Int64? = nil) -> AnswerDraft {
    AnswerDraft(
        at: moment(number / 2), question: "q\(number)", session: session, channel: "wechat",
        action: number % 3 == 0 ? .handoff : .reply, content: "c", confidence: 0.5 + 0.01,
        reason: "r", tookMicroseconds: 1234, evidence: "{\"a\":[1]}", entry: entry)
}

@Test func keepsAnAnswerWithItsEvidence() throws {
    try withStore { store in
        let made = try store.write { try $0.insert(.price, .created()) }
        let said = draft(1, session: "s", entry: made.row)
        let row = try store.write { try $0.insertAnswer(said) }
        #expect(try store.read { try $0.answer(row) }?.said == said)
        #expect(try store.read { try $0.answers(citing: made.row, limit: 5).map(\.row) } == [row])
        let feedback = Feedback(.corrected, at: moment(5), reason: "旧价格")
        try store.write { try $0.setFeedback(feedback, onAnswer: row) }
        #expect(try store.read { try $0.answer(row) }?.feedback == feedback)
        let missing = failure { try store.write { try $0.setFeedback(feedback, onAnswer: 99) } }
        #expect(missing?.code == .notFound)
    }
}

@Test func listsAnswersNewestFirst() throws {
    try withStore { store in
        try store.write { base in
            for number in 1...9 { try base.insertAnswer(draft(Int64(number))) }
        }
        let first = try store.read { try $0.listAnswers(limit: 4) }
        #expect(first.items.map(\.row) == [9, 8, 7, 6])
        try store.write { _ = try $0.insertAnswer(draft(20)) }
        let second = try store.read { try $0.listAnswers(limit: 9, after: first.nextCursor) }
        #expect(second.items.map(\.row) == [5, 4, 3, 2, 1])
        #expect(second.nextCursor == nil)
        let filter = AnswerFilter(since: moment(2), action: .handoff)
        #expect(try store.read { try $0.listAnswers(filter, limit: 9).items.map(\.row) } == [9, 6])
    }
}

@Test func listsAnswersByTheirVerdict() throws {
    try withStore { store in
        try store.write { base in
            for number in 1...6 { try base.insertAnswer(draft(Int64(number))) }
            try base.setFeedback(Feedback(.approved, at: moment(9)), onAnswer: 2)
            try base.setFeedback(Feedback(.rejected, at: moment(9)), onAnswer: 4)
            try base.setFeedback(Feedback(.approved, at: moment(9)), onAnswer: 5)
        }
        func rows(_ verdict: VerdictFilter?) throws -> [Int64] {
            let filter = AnswerFilter(verdict: verdict)
            return try store.read { try $0.listAnswers(filter, limit: 9).items.map(\.row) }
        }
        #expect(try rows(nil) == [6, 5, 4, 3, 2, 1])
        #expect(try rows(.approved) == [5, 2])
        #expect(try rows(.corrected) == [])
        #expect(try rows(.rejected) == [4])
        #expect(try rows(.judged) == [5, 4, 2])
        #expect(try rows(.unjudged) == [6, 3, 1])
        let filter = AnswerFilter(verdict: .judged)
        let page = try store.read { try $0.listAnswers(filter, limit: 2) }
        #expect(page.items.map(\.row) == [5, 4])
        let rest = try store.read { try $0.listAnswers(filter, limit: 2, after: page.nextCursor) }
        #expect(rest.items.map(\.row) == [2])
    }
}

@Test func remembersTheLastAnswerOfASession() throws {
    try withStore { store in
        try store.write { base in
            for number in 1...6 as ClosedRange<Int64> {
                try base.insertAnswer(draft(number, session: number % 2 == 0 ? "even" : "odd"))
            }
        }
        #expect(try store.read { try $0.latestAnswer(session: "odd")?.row } == 5)
        #expect(try store.read { try $0.latestAnswer(session: "none") } == nil)
    }
}

@Test func keepsOneLabelAnAnswer() throws {
    try withStore { store in
        let row = try store.write { try $0.insertAnswer(draft(1)) }
        for isCorrect in [true, false] {
            let label = CalibrationLabel(
                answer: row, score: 1.5, confidence: 0.8, isCorrect: isCorrect, at: moment())
            try store.write { try $0.insertLabel(label) }
        }
        #expect(try store.read { try $0.labels(limit: 5).map(\.isCorrect) } == [false])
    }
}

@Test func keepsSettingsOfAnyShape() throws {
    try withStore { store in
        let groups = [["充电桩", "充电器"], ["a", "\"b\""]]
        try store.write { try $0.setSetting("synonyms", to: groups) }
        #expect(try store.read { try $0.setting("synonyms", as: [[String]].self) } == groups)
        #expect(try store.read { try $0.setting("none", as: Int.self) } == nil)
        let error = failure { _ = try store.read { try $0.setting("synonyms", as: Int.self) } }
        #expect(error?.code == .unreadable)
        try store.write { try $0.removeSetting("synonyms") }
        #expect(try store.read { try $0.setting("synonyms", as: [[String]].self) } == nil)
    }
}
