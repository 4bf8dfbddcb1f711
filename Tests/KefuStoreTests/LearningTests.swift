import FoundationEssentials
import KefuDomain
import Testing

@testable import KefuStore

private func source(_ seconds: Int64 = 0) -> Lesson.Source {
    Lesson.Source(answeredAt: moment(seconds))
}

private func lesson(_ change: Lesson.Change, _ seconds: Int64 = 1) -> Lesson {
    Lesson(change, by: .verdict, from: source(seconds), at: moment(seconds))
}

@Suite struct LearningStoreTests {
    @Test func everyKindOfChangeIsTakenBackExactly() throws {
        try withStore { store in
            let made = try store.write { base in
                try base.insert(.price, .created())
                return try base.insert(.warranty, .created()).row
            }
            let before = try store.read { try $0.entry(made) }
            let changes: [Lesson.Change] = [
                .addVariant("保修卡丢了怎么办", to: made), .dropVariant("质保几年", from: made),
                .addNegative("保修多长时间", to: made),
                .replace(question: nil, answer: "三年", expiresAt: moment(9), in: made),
                .add(EntryDraft(question: "新问题", answer: "新答案", status: .shadow, source: .learned)),
                .promote(3), .withdraw(3),
            ]
            for (number, change) in changes.enumerated() {
                try store.write { _ = try $0.learn(lesson(change, Int64(number + 1))) }
            }
            #expect(try store.read { try $0.listLearned(limit: 9) }.items.count == 7)
            let report = try store.write { try $0.undoLearning(since: moment(), at: moment(99)) }
            #expect(report.undone.count == 7 && report.kept.isEmpty)
            let after = try #require(try store.read { try $0.entry(made) })
            #expect(before?.saysTheSame(as: after) == true)
            #expect(try store.read { try $0.entry(3) } == nil)
            #expect(
                try store.read { try $0.listLearned(limit: 9) }.items.allSatisfy {
                    $0.undoneAt == moment(99)
                })
        }
    }

    @Test func theSameLessonTwiceIsOneChange() throws {
        try withStore { store in
            let made = try store.write { try $0.insert(.warranty, .created()).row }
            for seconds in 1...2 {
                let learned = try store.write {
                    try $0.learn(lesson(.addVariant("保修多少年", to: made), Int64(seconds)))
                }
                #expect((learned.event != nil) == (seconds == 1))
            }
            #expect(try store.read { try $0.listLearned(limit: 9) }.items.count == 1)
            #expect(try store.read { try $0.listLearned(limit: 9) }.items[0].wording == "保修多少年")
        }
    }

    @Test func theShadowHasAnIndexOfItsOwn() throws {
        try withStore { store in
            let made = try store.write { base in
                try base.insert(
                    EntryDraft(question: "周末上班吗", answer: "上班", status: .shadow), .created()
                ).row
            }
            let terms = ["周末", "上班"]
            try store.read { (base: Connection) throws in
                #expect(try base.hasShadows())
                #expect(try base.shadowMatches(terms, limit: 5).map(\.owner) == [made])
                #expect(try base.termMatches(terms, limit: 5).isEmpty)
                #expect(try base.exact("周末上班吗", limit: 5).isEmpty)
                #expect(try base.allUnits(limit: 9).isEmpty)
            }
            try store.write { _ = try $0.learn(lesson(.promote(made))) }
            try store.read { (base: Connection) throws in
                #expect(try base.shadowMatches(terms, limit: 5).isEmpty)
                #expect(try base.termMatches(terms, limit: 5).count == 1)
            }
        }
    }

    @Test func whatWasInTheShadowBeforeLeavesTheIndexes() throws {
        let scratch = try Scratch()
        try Data().write(to: URL(filePath: scratch.base))
        try makeOldBase(at: scratch.base)
        let store = try scratch.open()
        #expect(try store.problems() == [])
        #expect(try store.read { try $0.termMatches(["周末"], limit: 5) }.isEmpty)
        #expect(try store.read { try $0.shadowMatches(["周末"], limit: 5) }.count == 1)
        let changed = try store.read { try $0.changes(after: 0, limit: 9) }.map(\.unit)
        #expect(changed.contains(UnitID(.wording, 1)) && changed.contains(UnitID(.answer, 1)))
        store.close()
    }

    /// A base of the step before, with an entry in the shadow in its customers' index.
    private func makeOldBase(at path: String) throws {
        let old = try Connection(path: path, analysis: PlainAnalysis(), log: .silent)
        try old.migrate(Array(Migration.all.prefix(5)))
        try old.runScript(
            """
            INSERT INTO entry (answer, answer_digest, category, tags, status, source, review,
                created_at, updated_at, revision, cause)
            VALUES ('a', 1, '', '[]', 'shadow', 'import', 'auto', 0, 0, 1, 'imported');
            INSERT INTO wording (entry, kind, position, text, key) VALUES (1, 0, 0, '周末', '周末');
            UPDATE tally SET count = 1 WHERE name = 'shadow';
            INSERT INTO unit_trigram (rowid, key) VALUES (4, '周末');
            INSERT INTO unit_terms (rowid, terms) VALUES (4, '周 末 周末');
            """)
        try old.setSetting("indexed_text", to: ["version": 1])
    }
}
