import KefuDomain
import Testing

@testable import KefuStore

@Test func comparesNewAndChangedEntriesOnce() throws {
    try withStore { store in
        let rows = try store.write { base in
            try ["one", "two", "three"].map { question in
                try base.insert(EntryDraft(question: question, answer: "A"), .created()).row
            }
        }
        let start = try store.read { try $0.uncompared(after: ComparedEntries(), limit: 2) }
        #expect(start.rows == Array(rows.prefix(2)) && !start.isComplete)
        let rest = try store.read { try $0.uncompared(after: start.reached, limit: 2) }
        #expect(rest.rows == [rows[2]] && rest.isComplete)
        var patch = EntryPatch()
        patch.question = "four"
        _ = try store.write { try $0.update(rows[0], patch, .created()) }
        try store.write { try $0.removeEntry(rows[1], at: Timestamp(seconds: 9)) }
        let changed = try store.read { try $0.uncompared(after: rest.reached, limit: 9) }
        #expect(changed.rows == [rows[0]] && changed.isComplete)
        let nothing = try store.read { try $0.uncompared(after: changed.reached, limit: 9) }
        #expect(nothing.rows == [] && nothing.reached == changed.reached)
    }
}

@Test func listsNearDuplicatesAsLongAsTheyAskTheSame() throws {
    try withStore { store in
        let rows = try store.write { base in
            try ["one", "two"].map { question in
                try base.insert(EntryDraft(question: question, answer: "A"), .created()).row
            }
        }
        func pairs() throws -> [[Int64]] {
            try store.read { try $0.conflicts(limit: 9) }.items.map(\.entries)
        }
        try store.write { base in
            try base.setNearDuplicates(
                [(rows[1], [(rows[0], 0.9)])], through: ComparedEntries())
        }
        #expect(try pairs() == [rows])
        var patch = EntryPatch()
        patch.tags = ["x"]
        _ = try store.write { try $0.update(rows[0], patch, .created()) }
        #expect(try pairs() == [rows])
        patch.question = "three"
        _ = try store.write { try $0.update(rows[0], patch, .created()) }
        #expect(try pairs() == [])
        // Comparing it again without finding anything takes the pair away for good.
        try store.write { try $0.setNearDuplicates([(rows[0], [])], through: ComparedEntries()) }
        _ = try store.write { try $0.revert(rows[0], toRevision: 1, at: Timestamp(seconds: 9)) }
        #expect(try pairs() == [])
    }
}

@Test func tellsSinceWhenAnAnswerWasGiven() throws {
    try withStore { store in
        let row = try store.write { try $0.insert(.price, .created()).row }
        try store.write { base in
            for (at, session, action) in [
                (10, "a", Action.reply), (20, "b", .clarify), (30, "c", .reply),
            ] {
                try base.insertAnswer(
                    AnswerDraft(
                        at: Timestamp(seconds: Int64(at)), question: "q", session: session,
                        action: action, content: "x", confidence: 1, reason: "match",
                        tookMicroseconds: 1, evidence: "{}", entry: row))
            }
        }
        let told = try store.read { try $0.told(row, since: Timestamp(seconds: 5), limit: 1) }
        #expect(told.total == 2)
        #expect(told.answers.map(\.session) == ["c"])
        let late = try store.read { try $0.told(row, since: Timestamp(seconds: 25), limit: 9) }
        #expect(late.answers.map(\.session) == ["c"])
    }
}
