import FoundationEssentials
import Glibc
import KefuDomain
import Synchronization
import Testing

@testable import KefuStore

@Test func storesNothingOfABodyThatThrows() throws {
    try withStore { store in
        struct Stop: Error {}
        #expect(throws: Stop.self) {
            try store.write { base in
                try base.insert(.warranty, .created())
                throw Stop()
            }
        }
        #expect(try store.read { try $0.counts().entries } == 0)
        try store.write { _ = try $0.insert(.warranty, .created()) }
    }
}

@Test func refusesToWriteWhileReading() throws {
    try withStore { store in
        let error = failure { _ = try store.read { try $0.insert(.warranty, .created()) } }
        #expect(error?.what == .baseReadOnly)
    }
}

@Test func seesOneStateThroughoutARead() throws {
    try withStore { store in
        try store.read { reader in
            #expect(try reader.counts().entries == 0)
            try store.write { _ = try $0.insert(.price, .created()) }
            #expect(try reader.counts().entries == 0)
        }
        #expect(try store.read { try $0.counts().entries } == 1)
    }
}

@Test func losesNothingToAFullDisk() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    let pages = try store.write { base in
        try base.first("PRAGMA page_count") { $0.integer(0) } ?? 0
    }
    try store.write { try $0.runScript("PRAGMA max_page_count = \(pages + 60)") }
    var stored: [String] = []
    var refused = 0
    for number in 0..<400 {
        let draft = EntryDraft(
            question: "question \(number)", answer: String(repeating: "answer ", count: 100))
        do {
            stored.append(try store.write { try $0.insert(draft, .created()).id })
        } catch let error as KefuError {
            #expect(error.code == .limit)
            #expect(error.what == .diskFull)
            refused += 1
        }
    }
    #expect(refused > 0)
    #expect(stored.count > 50)
    #expect(try store.problems() == [])
    try store.write { try $0.runScript("PRAGMA max_page_count = 1000000") }
    stored.append(try store.write { try $0.insert(.warranty, .created()).id })
    store.close()
    let again = try scratch.open()
    #expect(try again.read { try $0.listEntries(limit: 1000).items.map(\.id) } == stored)
    #expect(try again.problems() == [])
    again.close()
}

@Test func letsManyReadWhileOneWrites() throws {
    try withStore { store in
        let counted = Mutex(0)
        withThreads(6) { thread in
            for round in 0..<60 {
                if thread < 2 {
                    let draft = EntryDraft(question: "q \(thread) \(round)", answer: "a")
                    #expect(throws: Never.self) {
                        try store.write { _ = try $0.insert(draft, .created()) }
                    }
                } else {
                    let seen = try? store.read { base in
                        [
                            try base.listEntries(limit: 1000).items.count,
                            try base.counts().entries,
                            try base.allUnits(limit: 1000).count / 2,
                        ]
                    }
                    #expect(Set(seen ?? []).count == 1)
                    counted.withLock { $0 += 1 }
                }
            }
        }
        #expect(counted.withLock { $0 } == 240)
        let entries = try store.read { try $0.counts().entries }
        #expect(entries == 120)
    }
}

/// Runs a body on so many threads and waits for all.
private func withThreads(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    final class Work: Sendable {
        let number: Int
        let body: @Sendable (Int) -> Void
        init(_ number: Int, _ body: @escaping @Sendable (Int) -> Void) {
            self.number = number
            self.body = body
        }
    }
    var threads: [pthread_t] = []
    for number in 0..<count {
        var thread = pthread_t()
        let work = Unmanaged.passRetained(Work(number, body)).toOpaque()
        pthread_create(
            &thread, nil,
            { raw in
                guard let raw else { return nil }
                let work = Unmanaged<Work>.fromOpaque(raw).takeRetainedValue()
                work.body(work.number)
                return nil
            }, work)
        threads.append(thread)
    }
    for thread in threads { pthread_join(thread, nil) }
}

@Test func opensABackupThatWasMadeWhileWriting() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    try store.write { _ = try $0.insert(.warranty, .created()) }
    let expected = try dump(store)
    let copy = scratch.path + "/copy.sqlite"
    try store.read { _ in
        try store.backUp(to: copy)
        try store.write { _ = try $0.insert(.price, .created()) }
    }
    #expect(failure { try store.backUp(to: copy) }?.code == .conflict)
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.path)
    #expect(!names.contains { $0.hasSuffix(".part") })
    store.close()
    let restored = try Store(path: copy, analysis: PlainAnalysis(), log: .silent)
    #expect(try dump(restored) == expected)
    #expect(try restored.problems() == [])
    restored.close()
}

@Test func refusesABackupIntoNowhere() throws {
    try withStore { store in
        #expect(failure { try store.backUp(to: "/nowhere/copy.sqlite") }?.what == .fileUnwritable)
    }
}

@Test func aBackupThatNobodyWaitsForLeavesNothing() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    try store.write { _ = try $0.insert(.warranty, .created()) }
    let copy = scratch.path + "/copy.sqlite"
    var asked = 0
    let error = failure {
        try store.backUp(to: copy) {
            asked += 1
            throw KefuError.storeClosed
        }
    }
    #expect(error?.what == .storeClosed && asked == 1)
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.path)
    #expect(!names.contains { $0.hasPrefix("copy") })
    #expect(try store.backUp(to: copy).entries == 1)
    store.close()
}

@Test func countsEveryChangeAndUsesItsCaches() throws {
    try withStore { store in
        let before = try store.changeCount()
        #expect(try store.changeCount() == before)
        _ = try store.read { try $0.counts() }
        #expect(try store.changeCount() == before)
        try store.write { _ = try $0.insert(.warranty, .created()) }
        #expect(try store.changeCount() > before)
        for _ in 0..<5 { _ = try store.read { try $0.counts() } }
        let use = store.cacheUse
        #expect(use.statements.hits > 5 && use.statements.misses > 0)
        #expect(use.pages.hits > 0)
        #expect(try store.problems(isDeep: true) == [])
    }
}

@Test func refusesEverythingOnceItIsClosed() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    store.close()
    #expect(failure { try store.write { _ in } }?.what == .storeClosed)
    #expect(failure { try store.read { _ in } }?.what == .storeClosed)
    store.close()
}

@Test func logsNoValues() throws {
    let scratch = try Scratch()
    let lines = Mutex<[String]>([])
    let log = Log(threshold: .debug) { _, line in lines.withLock { $0.append(line) } }
    let store = try scratch.open(log: log)
    let error = failure {
        try store.write { base in
            try base.run("INSERT INTO tally (name, count) VALUES (?, ?)", "secret", "no number")
        }
    }
    store.close()
    #expect(error?.code == .internal)
    let text = lines.withLock { $0.joined(separator: "\n") }
    #expect(text.contains("INSERT INTO tally"))
    #expect(!text.contains("secret") && !text.contains("no number"))
}

@Test func findsTheDamageInAFile() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    try store.write { base in
        for number in 0..<200 {
            try base.insert(EntryDraft(question: "q \(number)", answer: "a"), .created())
        }
    }
    store.close()
    var bytes = try Data(contentsOf: URL(filePath: scratch.base))
    for index in bytes.indices.dropFirst(8192) where index % 4096 < 200 { bytes[index] = 0x5A }
    try bytes.write(to: URL(filePath: scratch.base))
    do {
        let damaged = try scratch.open()
        #expect(try damaged.problems() != [])
    } catch let error as KefuError {
        #expect(error.code == .unreadable)
    }
}

@Test func noticesAnIndexThatDiffersFromItsTexts() throws {
    for damage in [
        "UPDATE wording SET key = 'other' WHERE id = 1",
        "INSERT INTO unit_trigram (unit_trigram) VALUES ('delete-all')",
        "UPDATE tally SET count = 7 WHERE name = 'active'",
    ] {
        let scratch = try Scratch()
        let store = try scratch.open()
        try store.write { _ = try $0.insert(.warranty, .created()) }
        #expect(try store.problems() == [])
        try store.write { try $0.runScript(damage) }
        #expect(try store.problems().count == 1)
        store.close()
    }
}

@Test func countsWhileEveryReaderIsBusy() throws {
    try withStore { store in
        let counts = try store.read { _ in
            try store.read { _ in
                try store.read { _ in try store.read { _ in try store.counts() } }
            }
        }
        #expect(counts.entries == 0)
    }
}
