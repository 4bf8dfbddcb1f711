import CBench
import Glibc
import KefuSearch
import KefuText

/// What the plain means reach on the same data.
struct Baselines {
    /// Entries a second that the bare indexing loop takes in: kefu's terms, ready in memory.
    let rawEntriesPerSecond: Double
    let rawIndexBytes: Int
    /// Of a query for any of the unigrams and bigrams, in this process.
    let query: Samples
    /// The processor time of one query, in milliseconds.
    let queryWork: Double
    /// Of the questions with an answer, how many found it first.
    let rightFirst: Double
    let echo: Samples

    /// As often as kefu's follower commits.
    private static let commitSize = 2_000

    init(_ corpus: Corpus, _ queries: [Corpus.Query], in folder: String) throws {
        let analyzer = Analyzer()
        let rawPath = folder + "/raw"
        var documents: [TermList] = []
        for entry in corpus.entries {
            documents.append(contentsOf: TermList.kefu(entry, analyzer: analyzer))
        }
        note("indexing \(documents.count) documents with the raw loop")
        let start = ContinuousClock.now
        try PlainIndex(path: rawPath, writes: true).put(documents, commitSize: Self.commitSize)
        let seconds = (ContinuousClock.now - start).inSeconds
        rawEntriesPerSecond = Double(corpus.entries.count) / seconds
        rawIndexBytes = sizeOnDisk(rawPath)
        documents = []
        (query, rightFirst, queryWork) = try Self.queries(
            corpus, queries, folder + "/plain", analyzer)
        echo = try Self.echoes()
    }

    private static func queries(
        _ corpus: Corpus, _ queries: [Corpus.Query], _ path: String, _ analyzer: Analyzer
    ) throws -> (Samples, Double, Double) {
        note("building the plain index of unigrams and bigrams")
        let documents = corpus.entries.map {
            TermList(plain: $0.question + "，" + $0.answer, analyzer: analyzer)
        }
        try PlainIndex(path: path, writes: true).put(documents, commitSize: 10_000)
        let index = try PlainIndex(path: path, writes: false)
        var samples = Samples()
        var tally = Tally()
        note("asking the plain index")
        let start = ownProcessorMilliseconds()
        for query in queries {
            let found = try samples.time {
                try index.search(TermList(plain: query.text, analyzer: analyzer))
            }
            tally.add(query, found.first.map { Int($0) - 1 })
        }
        let work = (ownProcessorMilliseconds() - start) / Double(queries.count)
        return (samples, tally.share, work)
    }

    private static func echoes() throws -> Samples {
        let socket = kbench_echo_start()
        guard socket >= 0 else { throw Daemon.Failure(text: "no echo thread") }
        defer { close(socket) }
        var samples = Samples()
        var message = [UInt8](repeating: 0x61, count: 256)
        for _ in 0..<5_000 {
            samples.time {
                _ = send(socket, message, message.count, Int32(MSG_NOSIGNAL))
                var received = 0
                while received < message.count {
                    let count = recv(socket, &message, message.count - received, 0)
                    if count <= 0 { return }
                    received += count
                }
            }
        }
        return samples
    }
}

/// Counts how often the entry that a question was made of came first.
struct Tally {
    private var right = 0
    private var all = 0

    var share: Double { all == 0 ? 0 : Double(right) / Double(all) }

    mutating func add(_ query: Corpus.Query, _ first: Int?) {
        guard let wanted = query.entry else { return }
        all += 1
        if first == wanted { right += 1 }
    }
}
