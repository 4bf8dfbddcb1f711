import KefuDomain
import Testing

@testable import KefuStore

@Test func givesBackWhatWasInserted() throws {
    try withStore { store in
        let made = try store.write { try $0.insert(.warranty, .created()) }
        let read = try store.read { try $0.entry(made.row) }
        #expect(read == made)
        #expect(made.id == "e1")
        #expect(made.question == EntryDraft.warranty.question)
        #expect(made.variants == EntryDraft.warranty.variants)
        #expect(made.negatives == EntryDraft.warranty.negatives)
        #expect(made.tags == EntryDraft.warranty.tags)
        #expect(made.createdAt == moment())
    }
}

@Test func readsManyEntriesAtOnce() throws {
    try withStore { store in
        let rows = try store.write { base in
            [
                try base.insert(.warranty, .created()).row, try base.insert(.price, .created()).row,
            ]
        }
        let found = try store.read { try $0.entries(rows + [77]) }
        #expect(found.keys.sorted() == rows)
        #expect(found[rows[0]]?.variants == EntryDraft.warranty.variants)
    }
}

@Test func refusesTheSameQuestionTwice() throws {
    try withStore { store in
        try store.write { _ = try $0.insert(.warranty, .created()) }
        let error = failure {
            try store.write { base in
                try base.insert(EntryDraft(question: "保修期，多久", answer: "三年"), .created())
            }
        }
        #expect(error?.code == .conflict)
        #expect(error?.conflicts.map(\.id) == ["e1"])
        #expect(try store.read { try $0.counts().entries } == 1)
    }
}

@Test func keepsAQuestionOfSignsOnly() throws {
    try withStore { store in
        try store.write { _ = try $0.insert(EntryDraft(question: " ?? ", answer: "a"), .created()) }
        #expect(try store.read { try $0.entryRow(question: "??") } == 1)
    }
}

@Test func changesOnlyWhatAPatchSays() throws {
    try withStore { store in
        let made = try store.write { try $0.insert(.warranty, .created()) }
        var patch = EntryPatch()
        patch.answer = "整机质保三年。"
        patch.variants = ["保修多长时间", "保固多久"]
        patch.expiresAt = .some(moment(900))
        let changed = try store.write { try $0.update(made.row, patch, .updated()) }
        var expected = patch.applied(to: made)
        expected.updatedAt = moment(1)
        #expect(changed == expected)
        #expect(try store.read { try $0.entry(made.row) } == expected)
        #expect(try store.read { try $0.entryRow(question: "保固多久") } == nil)
        #expect(try store.read { try $0.exact("保固多久", limit: 5).count } == 1)
        #expect(try store.read { try $0.exact("质保几年", limit: 5) } == [])
    }
}

@Test func writesNothingWhenNothingDiffers() throws {
    try withStore { store in
        let made = try store.write { try $0.insert(.warranty, .created()) }
        let before = try store.read { try $0.lastSequence() }
        let same = try store.write { try $0.update(made.row, to: made, .updated()) }
        #expect(same == made)
        #expect(try store.read { try $0.revisions(made.row).count } == 1)
        #expect(try store.read { try $0.lastSequence() } == before)
    }
}

@Test func undoesToTheVerySameEntry() throws {
    try withStore { store in
        let made = try store.write { try $0.insert(.warranty, .created()) }
        let indexed = try store.write { try indexDump($0) }
        var patch = EntryPatch()
        patch.question = "保修多久"
        patch.variants = []
        patch.negatives = ["别的"]
        patch.tags = []
        patch.status = .disabled
        try store.write { _ = try $0.update(made.row, patch, .updated()) }
        try store.write { try $0.removeEntry(made.row, at: moment(2)) }
        #expect(try store.read { try $0.entry(made.row) } == nil)
        var back = try store.write { try $0.revert(made.row, toRevision: 1, at: moment(3)) }
        #expect(back.updatedAt == moment(3))
        back.updatedAt = made.updatedAt
        #expect(back == made)
        let states = try store.read { try $0.revisions(made.row) }
        #expect(states.map(\.cause) == [.created, .updated, .removed, .reverted])
        #expect(states.map(\.number) == [1, 2, 3, 4])
        #expect(states.map(\.at) == [0, 1, 2, 3].map(moment))
        #expect(states[0].entry == made)
        let terms = Set(indexed.map { $0.split(separator: " ")[1] })
        let after = try store.write { try indexDump($0) }
        #expect(Set(after.map { $0.split(separator: " ")[1] }) == terms)
    }
}

@Test func freesTheQuestionOfARemovedEntry() throws {
    try withStore { store in
        let old = try store.write { try $0.insert(.warranty, .created()) }
        try store.write { try $0.removeEntry(old.row, at: moment(1)) }
        try store.write { _ = try $0.insert(.warranty, .created(2)) }
        let error = failure {
            try store.write { _ = try $0.revert(old.row, toRevision: 1, at: moment(3)) }
        }
        #expect(error?.code == .conflict)
    }
}

@Test func bringsARemovedEntryBackUnderItsOwnWordings() throws {
    try withStore { store in
        let made = try store.write { try $0.insert(.warranty, .created()) }
        let before = try store.read { try $0.wordings(ofEntries: [made.row]) }
        try store.write { try $0.removeEntry(made.row, at: moment(1)) }
        #expect(try store.read { try $0.allUnits(limit: 9) } == [])
        try store.write { _ = try $0.revert(made.row, toRevision: 1, at: moment(2)) }
        #expect(try store.read { try $0.wordings(ofEntries: [made.row]) } == before)
    }
}

@Test func knowsNoSuchEntry() throws {
    try withStore { store in
        for code in [
            failure { try store.write { try $0.removeEntry(5, at: moment()) } }?.code,
            failure { _ = try store.read { try $0.revisions(5) } }?.code,
            failure { _ = try store.write { try $0.revert(5, toRevision: 1, at: moment()) } }?.code,
            failure { _ = try store.write { try $0.update(5, EntryPatch(), .updated()) } }?.code,
        ] {
            #expect(code == .notFound)
        }
    }
}

@Test func countsByStatusWithoutCounting() throws {
    try withStore { store in
        try store.write { base in
            for number in 1...6 {
                let status: EntryStatus = number % 2 == 0 ? .active : .shadow
                let draft = EntryDraft(question: "q\(number)", answer: "a", status: status)
                try base.insert(draft, .created())
            }
            var patch = EntryPatch()
            patch.status = .disabled
            try base.update(1, patch, .updated())
            try base.removeEntry(2, at: moment())
        }
        let counts = try store.read { try $0.counts() }
        #expect(counts.entries == 5)
        #expect(counts.entriesByStatus == [.active: 2, .shadow: 2, .disabled: 1, .pending: 0])
        let statistics = try store.read { try $0.statistics(at: moment()) }
        #expect(statistics.counts == counts)
        #expect(statistics.neverHit == 5)
    }
}

@Test func findsOnlyWhatMayAnswer() throws {
    try withStore { store in
        let made = try store.write { try $0.insert(.warranty, .created()) }
        for status in EntryStatus.allCases {
            var patch = EntryPatch()
            patch.status = status
            try store.write { _ = try $0.update(made.row, patch, .updated()) }
            let isFound = status == .active
            try store.read { base in
                let units = try base.allUnits(limit: 9)
                #expect(units.count == (isFound ? 4 : 0))
                #expect(try base.exact("质保几年", limit: 3).isEmpty != isFound)
                #expect(try base.termMatches(["质保"], limit: 3).isEmpty != isFound)
                #expect(try base.trigramMatches(["质保几"], limit: 3).isEmpty != isFound)
            }
        }
    }
}

@Test func listsStablyWhileThingsChange() throws {
    try withStore { store in
        try store.write { base in
            for number in 1...10 {
                let draft = EntryDraft(
                    question: "q\(number)", answer: "a", category: number < 8 ? "c" : "",
                    tags: number % 2 == 0 ? ["t"] : [])
                try base.insert(draft, .created())
            }
        }
        let first = try store.read { try $0.listEntries(limit: 4) }
        #expect(first.items.map(\.id) == ["e1", "e2", "e3", "e4"])
        try store.write { base in
            try base.removeEntry(4, at: moment())
            try base.removeEntry(5, at: moment())
            try base.insert(EntryDraft(question: "new", answer: "a"), .created())
        }
        let second = try store.read { try $0.listEntries(limit: 4, after: first.nextCursor) }
        #expect(second.items.map(\.id) == ["e6", "e7", "e8", "e9"])
        let third = try store.read { try $0.listEntries(limit: 4, after: second.nextCursor) }
        #expect(third.items.map(\.id) == ["e10", "e11"])
        #expect(third.nextCursor == nil)
        let filter = EntryFilter(category: "c", tag: "t", status: .active)
        #expect(
            try store.read { try $0.listEntries(filter, limit: 9).items.map(\.id) } == ["e2", "e6"])
        let plain = EntryFilter(category: "", status: .disabled)
        #expect(try store.read { try $0.listEntries(plain, limit: 9).items } == [])
    }
}

@Test(arguments: ["", "1-2", "!", "-", "zzzzzzzzzzzzzzzzzzzzzzzz"])
func refusesACursorOfAnotherKind(cursor: String) throws {
    try withStore { store in
        let error = failure { _ = try store.read { try $0.listEntries(limit: 1, after: cursor) } }
        #expect(error?.field == "cursor")
    }
}

@Test func findsEntriesByExternalIDOfTheirFile() throws {
    try withStore { store in
        try store.write { base in
            let run = try base.beginImport(path: "/faq.csv", at: moment())
            let file = DocumentDraft(
                path: "/faq.csv", name: "faq.csv", format: "csv", contentHash: "1")
            let document = try base.stageDocument(file, run, at: moment())
            try base.insert(
                .warranty,
                ChangeOrigin(.imported, at: moment(), importRun: run, document: document))
            try base.finishImport(run, at: moment())
        }
        try store.read { base in
            let row = try base.entryRow(externalID: "w1", path: "/faq.csv")
            #expect(row == 1)
            #expect(try base.entryRow(externalID: "w1", path: "/other.csv") == nil)
        }
    }
}

@Test func tellsWhichEntriesShareAnAnswer() throws {
    try withStore { store in
        try store.write { base in
            for (question, answer) in [("a", "x y"), ("b", "xy"), ("c", "z"), ("d", " xy\n")] {
                try base.insert(EntryDraft(question: question, answer: answer), .created())
            }
        }
        #expect(
            try store.read { try $0.entriesSharingAnswer(of: [1, 3]) } == [1: [2, 4]])
    }
}

@Test func reportsVariantsThatContradict() throws {
    try withStore { store in
        try store.write { base in
            for (question, answer, variants) in [
                ("one", "A", ["shared", "two"]), ("two", "B", []), ("three", "C", ["Shared!"]),
                ("four", "C", ["three"]),
            ] {
                let draft = EntryDraft(question: question, answer: answer, variants: variants)
                try base.insert(draft, .created())
            }
        }
        let first = try store.read { try $0.conflicts(limit: 1) }
        #expect(first.items == [.contradiction("two", [2, 1])])
        let rest = try store.read { try $0.conflicts(limit: 5, after: first.nextCursor) }
        #expect(rest.items == [.contradiction("Shared!", [1, 3])])
        #expect(rest.nextCursor == nil)
    }
}

extension Conflict {
    fileprivate static func contradiction(_ wording: String, _ entries: [Int64]) -> Conflict {
        Conflict(kind: .contradiction, wording: wording, entries: entries, confidence: nil)
    }
}

@Test func countsHitsWithoutARevision() throws {
    try withStore { store in
        let made = try store.write { try $0.insert(.price, .created()) }
        try store.write { try $0.addHits([made.row, made.row]) }
        #expect(try store.read { try $0.entry(made.row)?.hits } == 2)
        #expect(try store.read { try $0.revisionNumber(made.row) } == 1)
    }
}

@Test func tellsWhoHoldsAWordingAndWhoGivesAnAnswer() throws {
    try withStore { store in
        try store.write { base in
            try base.insert(.warranty, .created())
            try base.insert(
                EntryDraft(question: "另一个", answer: "整机质保\n两年。", variants: ["保修期多久"]),
                .created())
        }
        let owners = try store.read { try $0.wordingOwners(of: "保修期，多久") }
        #expect(owners == [1, 2])
        #expect(try store.read { try $0.entriesAnswering("整机质保两年。") } == [1, 2])
        #expect(try store.read { try $0.documentRow(ofEntry: 1) } == nil)
    }
}
