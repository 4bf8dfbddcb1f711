import Glibc
import KefuDomain
import KefuRPC

/// What kefu reaches, measured over its socket.
struct Product {
    let entriesPerSecond: Double
    let importSeconds: Double
    var ask = Samples()
    /// The daemon's processor time for one question, in milliseconds.
    let askWork: Double
    var rightFirst = 0.0
    var health = Samples()
    let timeToReady: Duration
    let idleBytes: Int
    let busyBytes: Int
    let databaseBytes: Int
    let indexBytes: Int

    init(_ corpus: Corpus, _ queries: [Corpus.Query], _ options: Options, in folder: String) throws
    {
        let files = folder + "/files"
        try Self.write(corpus, into: files)
        let directory = folder + "/data"
        (importSeconds, entriesPerSecond) = try Self.importing(
            files, corpus.entries.count, options, directory)
        databaseBytes = sizeOnDisk(directory + "/kefu.sqlite")
        indexBytes = sizeOnDisk(directory + "/index")

        let daemon = try Daemon(program: options.daemon, directory: directory)
        timeToReady = daemon.timeToReady
        sleep(2)
        idleBytes = daemon.residentBytes
        let connection = try daemon.connect()
        note("asking kefu")
        // The first questions warm its caches, as they do those of the baseline's process.
        for query in queries.prefix(20) {
            _ = try connection.call(Ask.self, .init(question: query.text))
        }
        var tally = Tally()
        let start = daemon.processorMilliseconds
        for query in queries {
            let answer = try ask.time {
                try connection.call(Ask.self, .init(question: query.text))
            }
            tally.add(query, Self.place(answer.alternatives.first, in: corpus))
        }
        askWork = (daemon.processorMilliseconds - start) / Double(queries.count)
        rightFirst = tally.share
        for _ in 0..<5_000 { _ = try health.time { try connection.callRaw(Health.name) } }
        sleep(2)
        busyBytes = daemon.residentBytes
        daemon.stop()
    }

    /// Resident memory in bytes of an idle daemon on the sample base, after some questions.
    static func memoryOnSample(_ options: Options, in folder: String) throws -> Int {
        let directory = folder + "/sample"
        var daemon = try Daemon(program: options.daemon, directory: directory)
        _ = try daemon.connect().call(ImportFiles.self, .init(path: options.sampleBase))
        try waitForIndex(daemon.connect())
        daemon.stop()
        daemon = try Daemon(program: options.daemon, directory: directory)
        let connection = try daemon.connect()
        for question in ["7kW 充电桩多少钱", "E103 是什么故障", "怎么开发票", "你们卖冰箱吗"] {
            _ = try connection.call(Ask.self, .init(question: question))
        }
        sleep(2)
        defer { daemon.stop() }
        return daemon.residentBytes
    }

    private static func importing(
        _ files: String, _ count: Int, _ options: Options, _ directory: String
    ) throws -> (seconds: Double, rate: Double) {
        let daemon = try Daemon(program: options.daemon, directory: directory)
        defer { daemon.stop() }
        let connection = try daemon.connect()
        note("importing \(count) entries")
        let start = ContinuousClock.now
        let result = try connection.call(ImportFiles.self, .init(path: files))
        let imported = ContinuousClock.now
        let added = result.files.reduce(0) { $0 + $1.added }
        guard added == count else { throw Daemon.Failure(text: "only \(added) were added") }
        try waitForIndex(connection)
        let whole = ContinuousClock.now - start
        note("imported in \(imported - start), indexed in \(whole)")
        return ((imported - start).inSeconds, Double(count) / whole.inSeconds)
    }

    private static func waitForIndex(_ connection: Connection) throws {
        while true {
            let index = try connection.call(Health.self).index
            if index.state == .ready, index.behind == 0 { return }
            usleep(5_000)
        }
    }

    private static func place(_ found: Alternative?, in corpus: Corpus) -> Int? {
        // Entries come in the order of the rows, and their numbers count from 1.
        found.flatMap { RecordID($0.id) }.map { Int($0.row) - 1 }
    }

    /// Files of a hundred thousand rows.
    private static func write(_ corpus: Corpus, into folder: String) throws {
        mkdir(folder, 0o700)
        let lines = corpus.jsonLines
        for (number, start) in stride(from: 0, to: lines.count, by: 100_000).enumerated() {
            let text = lines[start..<min(lines.count, start + 100_000)].joined(separator: "\n")
            guard let file = fopen(folder + "/part-\(100 + number).jsonl", "w") else {
                throw Daemon.Failure(text: "cannot write to \(folder)")
            }
            fputs(text, file)
            fclose(file)
        }
    }
}
