import KefuDomain
import Testing

@testable import KefuStore

private func questions(_ store: Store, _ filter: EntryFilter) throws -> [String] {
    try store.read { try $0.listEntries(filter, limit: 100).items.map(\.question) }
}

@Test func findsEntriesByTheirTag() throws {
    try withStore { store in
        let made = try store.write { base in
            try base.insert(
                EntryDraft(question: "a", answer: "1", tags: ["x", "y", "x"]), .created())
            try base.insert(EntryDraft(question: "b", answer: "2", category: "c"), .created())
            return try base.insert(
                EntryDraft(question: "d", answer: "3", category: "c", tags: ["x"]), .created())
        }
        #expect(try questions(store, EntryFilter(tag: "x")) == ["a", "d"])
        #expect(try questions(store, EntryFilter(category: "c", tag: "x")) == ["d"])
        #expect(try questions(store, EntryFilter(tag: "x", status: .disabled)) == [])
        var patch = EntryPatch()
        patch.tags = ["z", "\"引号\""]
        try store.write { _ = try $0.update(made.row, patch, .updated()) }
        #expect(try questions(store, EntryFilter(tag: "x")) == ["a"])
        #expect(try questions(store, EntryFilter(tag: "\"引号\"")) == ["d"])
        try store.write { try $0.removeEntry(made.row, at: moment(2)) }
        #expect(try questions(store, EntryFilter(tag: "z")) == [])
        try store.write { _ = try $0.revert(made.row, toRevision: 1, at: moment(3)) }
        #expect(try questions(store, EntryFilter(tag: "x")) == ["a", "d"])
    }
}

@Test func pagesThroughATag() throws {
    try withStore { store in
        try store.write { base in
            for number in 0..<25 {
                let tags = number % 2 == 0 ? ["even"] : []
                try base.insert(
                    EntryDraft(question: "q\(number)", answer: "a", tags: tags), .created())
            }
        }
        var seen: [String] = []
        var cursor: String?
        repeat {
            let page = try store.read {
                try $0.listEntries(EntryFilter(tag: "even"), limit: 5, after: cursor)
            }
            seen += page.items.map(\.question)
            cursor = page.nextCursor
        } while cursor != nil
        #expect(seen == (0..<13).map { "q\($0 * 2)" })
    }
}

@Test func readsNoOtherEntriesThanThoseOfTheTag() throws {
    try withStore { store in
        for filter in [
            EntryFilter(tag: "x"), EntryFilter(category: "c", tag: "x", status: .active),
        ] {
            let plan = try store.read { base in
                try base.all("EXPLAIN QUERY PLAN " + filter.query) { $0.text(3) }
            }
            #expect(
                plan.first?.contains("SEARCH entry_tag USING PRIMARY KEY (tag=? AND entry>?)")
                    == true)
            #expect(!plan.contains { $0.contains("SCAN") || $0.contains("TEMP B-TREE") })
        }
    }
}

@Test func findsTheTagsOfABaseFromBefore() throws {
    let base = try Connection(path: ":memory:", analysis: PlainAnalysis(), log: .silent)
    try base.migrate(Array(Migration.all.prefix(3)))
    let sql = """
        INSERT INTO entry (answer, answer_digest, category, tags, status, source, review,
            created_at, updated_at, revision, cause, removed_at)
        VALUES ('1', 1, '', ?, 'active', 'manual', 'auto', 0, 0, 1, 'created', ?)
        """
    try base.run(sql, "[\"x\",\"y\",\"x\"]", nil as Int64?)
    try base.run(sql, "[]", nil as Int64?)
    try base.run(sql, "[\"x\"]", 5 as Int64?)
    try base.migrate()
    let kept = try base.all("SELECT tag, entry FROM entry_tag") { "\($0.text(0)) \($0.int(1))" }
    #expect(kept == ["x 1", "y 1"])
    #expect(try base.areTagsRight())
    try base.run("DELETE FROM entry_tag WHERE tag = 'y'")
    #expect(try !base.areTagsRight())
}
