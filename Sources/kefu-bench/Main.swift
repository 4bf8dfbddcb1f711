import FoundationEssentials
import Glibc

/// Measures kefu beside plain baselines on the same generated data; `scripts/bench` runs it.
@main
enum Main {
    private static let seed: UInt64 = 20_260_101

    static func main() {
        do {
            let options = try Options(Array(CommandLine.arguments.dropFirst()))
            try options.isGrowth ? grow(options) : measure(options)
        } catch let misuse as Options.Misuse {
            note("error: \(misuse.text)")
            exit(64)
        } catch {
            note("error: \(error)")
            exit(1)
        }
    }

    /// Prints the whole table; the exit status says whether every goal is met.
    private static func measure(_ options: Options) throws {
        let sample = try Product.memoryOnSample(options, in: options.scratch)
        let figures =
            try measure(options.entries, options) + [
                Figure(
                    name: "memory, idle, sample base", unit: "MB", value: megabytes(sample),
                    goals: [.atMost(40)])
            ]
        print("\(options.entries) entries, \(options.questions) questions")
        print(table([Figure.columns] + figures.map(\.cells)))
        if figures.contains(where: { !$0.isMet }) { exit(3) }
    }

    /// Prints how every figure grows with the base.
    private static func grow(_ options: Options) throws {
        let sizes = [10_000, 100_000, 1_000_000]
        var rows: [[String]] = []
        for size in sizes {
            let figures = try measure(size, options)
            if rows.isEmpty { rows = figures.map { [$0.cells[0]] } }
            for (row, figure) in figures.enumerated() {
                rows[row] += [figure.cells[1], figure.cells[2]]
            }
        }
        print(table([[""] + sizes.flatMap { ["\($0)", "baseline"] }] + rows))
    }

    private static func measure(_ entries: Int, _ options: Options) throws -> [Figure] {
        let folder = options.scratch + "/\(entries)"
        mkdir(folder, 0o700)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        note("generating \(entries) entries")
        let corpus = Corpus(count: entries, seed: seed)
        let queries = corpus.queries(options.questions, seed: seed + 1)
        let plain = try Baselines(corpus, queries, in: folder)
        let kefu = try Product(corpus, queries, options, in: folder)
        return figures(kefu, plain, entries)
    }

    private static func figures(_ kefu: Product, _ plain: Baselines, _ entries: Int) -> [Figure] {
        let query = "Xapian, OR of unigrams and bigrams, no socket"
        let bytes = kefu.databaseBytes + kefu.indexBytes
        return [
            Figure(
                name: "import into both engines", unit: "entries/s", value: kefu.entriesPerSecond,
                baseline: plain.rawEntriesPerSecond, beside: "raw Xapian loop, same terms",
                goals: [.shareOfBaseline(0.7)]),
            Figure(
                name: "import until stored", unit: "entries/s",
                value: Double(entries) / kefu.importSeconds),
            Figure(
                name: "ask p50", unit: "ms", value: kefu.ask.percentile(0.5),
                baseline: plain.query.percentile(0.5), beside: query,
                goals: [.atMost(5), .atMostBaseline]),
            Figure(
                name: "ask p95", unit: "ms", value: kefu.ask.percentile(0.95),
                baseline: plain.query.percentile(0.95), beside: query, goals: [.atMost(15)]),
            Figure(
                name: "ask, processor time", unit: "ms", value: kefu.askWork,
                baseline: plain.queryWork, beside: query),
            Figure(
                name: "right entry first", unit: "share", value: kefu.rightFirst,
                baseline: plain.rightFirst, beside: query),
            Figure(
                name: "health p50", unit: "ms", value: kefu.health.percentile(0.5),
                baseline: plain.echo.percentile(0.5), beside: "C echo of 256 bytes, epoll",
                goals: [.atMost(0.2)]),
            Figure(
                name: "to count a request", unit: "µs", value: RecordingCost.microseconds(),
                goals: [.atMost(1)]),
            Figure(
                name: "time to ready", unit: "s", value: kefu.timeToReady.inSeconds,
                goals: [.atMost(0.3)]),
            Figure(name: "memory, idle after start", unit: "MB", value: megabytes(kefu.idleBytes)),
            Figure(
                name: "memory, idle after questions", unit: "MB", value: megabytes(kefu.busyBytes)),
            Figure(name: "database", unit: "MB", value: megabytes(kefu.databaseBytes)),
            Figure(
                name: "index", unit: "MB", value: megabytes(kefu.indexBytes),
                baseline: megabytes(plain.rawIndexBytes), beside: "raw Xapian loop, same terms"),
            Figure(
                name: "bytes per entry", unit: "both", value: Double(bytes) / Double(entries)),
        ]
    }

    private static func megabytes(_ bytes: Int) -> Double {
        Double(bytes) / 1_048_576
    }
}

/// Tells what is going on, so that a long run is not silent.
func note(_ text: String) {
    let line = Array((text + "\n").utf8)
    _ = write(STDERR_FILENO, line, line.count)
}
