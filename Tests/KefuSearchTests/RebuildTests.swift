import FoundationEssentials
import Glibc
import KefuDomain
import KefuStore
import KefuText
import Testing

@testable import KefuSearch

/// Whether the index comes back from anything that may happen to its files.
struct RebuildTests {
    private let base: Base

    init() throws {
        base = try Base()
        try base.addQuestions()
        try base.startAndSettle()
        base.engine.stop()
    }

    /// What may happen to the files, by name.
    private static let accidents: [String: @Sendable (Base) throws -> Void] = [
        "deleted": { try $0.takeIndexAway() },
        "emptied": { base in
            for file in base.scratch.files(below: base.index) {
                try FileManager.default.removeItem(atPath: file)
            }
        },
        "overwritten": { base in
            for file in base.scratch.files(below: base.index) {
                try Data(repeating: 0xA5, count: 20_000).write(to: URL(filePath: file))
            }
        },
        "truncated": { base in
            for file in base.scratch.files(below: base.index) {
                let data = try Data(contentsOf: URL(filePath: file))
                try data.prefix(data.count / 2).write(to: URL(filePath: file))
            }
        },
        "cut to nothing": { base in
            for file in base.scratch.files(below: base.index) {
                try Data().write(to: URL(filePath: file))
            }
        },
        "a file in its place": { base in
            try FileManager.default.removeItem(atPath: base.index)
            try Data("not a folder".utf8).write(to: URL(filePath: base.index))
        },
        "of another version": { base in
            let writer = try IndexWriter(path: IndexFolder(root: base.index).current)
            try writer.setMetadata(IndexFormat.versionKey, "0.0")
            try writer.commit()
        },
        "without a sequence number": { base in
            let writer = try IndexWriter(path: IndexFolder(root: base.index).current)
            try writer.setMetadata(IndexFormat.sequenceKey, "")
            try writer.commit()
        },
        "ahead of the database": { base in
            let writer = try IndexWriter(path: IndexFolder(root: base.index).current)
            try writer.setMetadata(IndexFormat.sequenceKey, "9000")
            try writer.put(4_000_000, TermList())
            try writer.commit()
        },
    ]

    @Test(arguments: accidents.keys.sorted())
    func comesBackWhen(accident: String) throws {
        try Self.accidents[accident]?(base)
        try base.restart()
        #expect(try base.best("怎样安装充电桩")?.wording == "充电桩怎么安装")
        try base.startAndSettle()
        #expect(base.engine.state == IndexState(phase: .ready, behind: 0, failure: nil))
        let reader = try IndexReader(path: IndexFolder(root: base.index).current)
        #expect(try reader.documentCount() == 2 * Base.questions.count)
        #expect(try base.best("怎样安装充电桩")?.engines.contains(.ranked) == true)
    }

    @Test func rebuildsWhatTurnsOutDamagedWhileItServes() throws {
        try base.startAndSettle()
        for file in base.scratch.files(below: base.index) where file.hasSuffix("postlist.glass") {
            let size = try Data(contentsOf: URL(filePath: file)).count
            let handle = open(file, O_WRONLY)
            let garbage = [UInt8](repeating: 0x5A, count: size)
            #expect(write(handle, garbage, size) == size)
            close(handle)
        }
        for _ in 0..<5 {
            #expect(try base.best("怎样安装充电桩")?.wording == "充电桩怎么安装")
        }
        base.settle()
        #expect(try base.best("怎样安装充电桩")?.wording == "充电桩怎么安装")
    }

    /// What may happen to the files while they serve, by name.
    private static let mishaps = ["deleted", "emptied", "truncated", "overwritten"]

    @Test(arguments: mishaps)
    func isWellAgainByItselfWhenServingFilesWere(accident: String) throws {
        try base.startAndSettle()
        try Self.accidents[accident]?(base)
        // A change makes the follower meet the damage; no further one follows.
        try base.add("新的问题在这里")
        base.engine.wake()
        let well = IndexState(phase: .ready, behind: 0, failure: nil)
        for _ in 0..<1000 where base.engine.state != well || !base.holdsIndex { usleep(10_000) }
        #expect(base.engine.state == well)
        let reader = try IndexReader(path: IndexFolder(root: base.index).current)
        #expect(try reader.documentCount() == 2 * Base.questions.count + 2)
        #expect(try base.best("怎样安装充电桩")?.engines.contains(.ranked) == true)
    }

    @Test func aSearchThatFindsNoFilesBringsThemBack() throws {
        try base.startAndSettle()
        try base.takeIndexAway()
        #expect(try base.best("怎样安装充电桩")?.wording == "充电桩怎么安装")
        for _ in 0..<1000 where !base.holdsIndex { usleep(10_000) }
        base.settle()
        #expect(try base.best("怎样安装充电桩")?.engines.contains(.ranked) == true)
    }

    @Test func rebuildsOnDemandWhileTheOldOneServes() throws {
        try base.startAndSettle()
        let report = try base.engine.rebuild()
        #expect(report.units == 2 * Base.questions.count)
        #expect(base.engine.state.phase == .ready)
        #expect(try base.best("怎样安装充电桩")?.engines.contains(.ranked) == true)
        try base.add("新的问题在这里")
        base.settle()
        #expect(base.engine.state.behind == 0)
    }

    @Test func saysWhenTheFolderCannotBeWritten() throws {
        try FileManager.default.removeItem(atPath: base.index)
        try Data("x".utf8).write(to: URL(filePath: base.scratch.file("blocked")))
        let engine = try SearchEngine(
            store: base.store, directory: base.scratch.file("blocked/index"), log: .silent,
            clock: { Base.now })
        defer { engine.stop() }
        #expect(throws: KefuError.self) { try engine.rebuild() }
        #expect(engine.state.phase == .building)
        #expect(engine.state.failure != nil)
        let found = try engine.search("怎样安装充电桩", limit: 1, now: Base.now)
        #expect(found.candidates.first?.wording == "充电桩怎么安装")
    }

    @Test func stopsQuicklyInTheMiddleOfARebuild() throws {
        try base.store.write { connection in
            for number in 0..<3000 {
                let draft = EntryDraft(question: "第\(number)路公交几点发车", answer: "早上\(number)分")
                try connection.insert(draft, ChangeOrigin(.imported, at: Base.now))
            }
        }
        try FileManager.default.removeItem(atPath: base.index)
        try base.restart()
        try base.engine.start()
        let start = ContinuousClock.now
        base.engine.stop()
        #expect(ContinuousClock.now - start < .seconds(3))
        try base.startAndSettle()
        #expect(try base.best("第345路公交几点发车")?.wording == "第345路公交几点发车")
    }
}
