import FoundationEssentials
import Glibc
import KefuDomain
import KefuSearch
import KefuStore
import KefuText

/// A knowledge base of one test, with its search.
final class Base {
    static let now = Timestamp(seconds: 1_750_000_000)

    let scratch: Scratch
    let store: Store
    private(set) var engine: SearchEngine

    var index: String { scratch.file("index") }

    /// Whether there are files of an index to serve.
    var holdsIndex: Bool { FileManager.default.fileExists(atPath: index + "/current/iamglass") }

    /// Removes the index in one step, so that nothing grows in it meanwhile.
    func takeIndexAway() throws {
        try FileManager.default.moveItem(atPath: index, toPath: scratch.file("gone"))
    }

    private let clock: @Sendable () -> Timestamp

    /// - Parameter clock: the present moment, for what the base finds out about itself.
    init(clock: @escaping @Sendable () -> Timestamp = { Base.now }) throws {
        self.clock = clock
        scratch = try Scratch()
        store = try Store(
            path: scratch.file("kefu.sqlite"), analysis: Analyzer(), log: .silent)
        engine = try SearchEngine(
            store: store, directory: scratch.file("index"), log: .silent, clock: clock)
    }

    deinit {
        engine.stop()
        store.close()
    }

    /// Ends the engine and makes another one on the same files.
    func restart() throws {
        engine.stop()
        engine = try SearchEngine(store: store, directory: index, log: .silent, clock: clock)
    }

    /// Starts the engine and waits until its index holds everything.
    func startAndSettle() throws {
        try engine.start()
        settle()
    }

    /// Waits until the index holds everything; gives up after half a minute.
    func settle() {
        engine.wake()
        for _ in 0..<3000 {
            if engine.state.phase == .ready, engine.state.behind == 0 { return }
            usleep(10_000)
        }
    }

    /// Waits until something holds.
    /// - Returns: whether it came to hold in time.
    func awaits(
        atMost time: Duration = .seconds(120), _ condition: () throws -> Bool
    ) rethrows -> Bool {
        let end = ContinuousClock.now + time
        while ContinuousClock.now < end {
            if try condition() { return true }
            usleep(20_000)
        }
        return false
    }

    @discardableResult
    func add(
        _ question: String, _ answer: String = "答复", variants: [String] = [],
        negatives: [String] = [], status: EntryStatus = .active, expiresAt: Timestamp? = nil
    ) throws -> Entry {
        let draft = EntryDraft(
            question: question, answer: answer == "答复" ? "关于“\(question)”的答复" : answer,
            variants: variants, negatives: negatives, status: status, expiresAt: expiresAt)
        return try store.write { try $0.insert(draft, ChangeOrigin(.created, at: Self.now)) }
    }

    func addPassages(_ drafts: [PassageDraft], file: String = "manual.md") throws {
        try store.write { connection in
            let run = try connection.beginImport(path: file, at: Self.now)
            let document = DocumentDraft(
                path: file, name: file, format: "markdown", contentHash: "1")
            let row = try connection.stageDocument(document, run, at: Self.now)
            for (place, draft) in drafts.enumerated() {
                try connection.stagePassage(draft, document: row, position: place, run)
            }
            _ = try connection.finishDocument(row, document, run, at: Self.now)
            try connection.finishImport(run, at: Self.now)
        }
    }

    func remove(_ entry: Entry) throws {
        let row = try RecordID.row(of: entry.id, as: .entry)
        try store.write { try $0.removeEntry(row, at: Self.now) }
    }

    func update(_ entry: Entry, _ change: (inout EntryPatch) -> Void) throws {
        var patch = EntryPatch()
        change(&patch)
        let row = try RecordID.row(of: entry.id, as: .entry)
        try store.write { connection in
            _ = try connection.update(row, patch, ChangeOrigin(.updated, at: Self.now))
        }
    }

    func search(_ query: String, limit: Int = 10) throws -> [Candidate] {
        try engine.search(query, limit: limit, now: Self.now).candidates
    }

    /// The wording of the best candidate.
    func best(_ query: String) throws -> Candidate? {
        try search(query).first
    }
}

/// The questions that most tests ask about.
extension Base {
    static let questions = [
        "充电桩多少钱一台", "充电桩怎么安装", "充电桩保修期多久", "如何申请退款", "发票怎么开",
        "120kW直流充电桩的尺寸是多少", "320kW直流充电桩的尺寸是多少", "故障代码E103是什么意思",
        "故障代码E104是什么意思", "1.5kW便携充电枪可以出差用吗", "15kW壁挂桩支持单相电吗",
        "你们支持微信支付吗", "交货期一般多长时间", "怎么成为区域代理",
        "How do I reset the charger?", "What is the warranty period?",
        "充电枪拔不出来怎么办", "屏幕不亮是什么原因", "可以开增值税专用发票吗", "物业不同意安装怎么办",
    ]

    func addQuestions() throws {
        for question in Self.questions { try add(question) }
    }
}
