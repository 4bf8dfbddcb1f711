import Foundation
import KefuRPC
import Support
import Synchronization
import Testing

/// What clients of a daemon that is killed again and again were told.
private final class Ledger: Sendable {
    struct Books {
        /// Id and question of each entry whose `kb.add` was answered.
        var added: [(id: String, question: String)] = []
        /// The answers that an entry may have: the last acknowledged one and those on their way.
        var answers: [String: Set<String>] = [:]
        /// Whether the import of a name was answered.
        var imports: [String: Bool] = [:]
        var failures: [String] = []
    }

    let books = Mutex(Books())

    func note<T: Sendable>(_ body: (inout sending Books) -> T) -> T { books.withLock { body(&$0) } }
}

/// One round's load: several clients that write until the daemon is gone.
private struct Load {
    static let importedRows = 300

    let round: Int
    let path: String
    let ledger: Ledger
    let group = DispatchGroup()

    func start() {
        for worker in 0..<2 { run { try addEntries($0, worker) } }
        run(updateEntries)
        run(importFile)
    }

    private func run(_ body: @escaping @Sendable (LineClient) throws -> Void) {
        group.enter()
        let (path, ledger, group) = (path, ledger, group)
        Thread.detachNewThread {
            defer { group.leave() }
            do {
                try body(LineClient(path: path))
            } catch is LineClientError {
                // The daemon was killed; that is the point.
            } catch {
                ledger.note { $0.failures.append("\(error)") }
            }
        }
    }

    private func addEntries(_ client: LineClient, _ worker: Int) throws {
        for number in 0... {
            let question = "第\(round)轮第\(worker)组第\(number)个问题怎么处理"
            ledger.note { $0.answers[question] = ["原答案"] }
            let id = try client.add(question, "原答案")
            ledger.note { $0.added.append((id, question)) }
        }
    }

    private func updateEntries(_ client: LineClient) throws {
        for number in 0... {
            let target = ledger.note { books in
                books.added.isEmpty ? nil : books.added[number % books.added.count]
            }
            guard let target else {
                usleep(1000)
                continue
            }
            let answer = "第\(round)轮改过\(number)次"
            ledger.note { _ = $0.answers[target.question]?.insert(answer) }
            try client.call("kb.update", ["id": .text(target.id), "answer": .text(answer)])
            ledger.note { $0.answers[target.question] = [answer] }
        }
    }

    private func importFile(_ client: LineClient) throws {
        for number in 0... {
            let name = "import-\(round)-\(number).csv"
            var text = "question,answer\n"
            for row in 0..<(number.isMultiple(of: 2) ? Self.importedRows : 5) {
                text += "\(name)的第\(row)行,导入的答案\n"
            }
            ledger.note { $0.imports[name] = false }
            try client.call("kb.import", ["name": .text(name), "content": .text(text)])
            ledger.note { $0.imports[name] = true }
        }
    }
}

@Suite struct CrashTests {
    private static let rounds = 50

    @Test func noAcknowledgedWriteIsLostToFiftyPowerCuts() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededGenerator(seed: seed)
        let directory = try TemporaryDirectory()
        let ledger = Ledger()
        for round in 1...Self.rounds {
            let daemon = try DaemonProcess(in: directory)
            let load = Load(round: round, path: daemon.socketPath, ledger: ledger)
            load.start()
            usleep(UInt32.random(in: 20_000...220_000, using: &random))
            daemon.kill()
            load.group.wait()
        }
        let books = ledger.note { $0 }
        #expect(books.failures.isEmpty, "seed \(seed)")
        #expect(books.added.count > Self.rounds, "seed \(seed)")
        try checkDatabase(directory, seed)
        let daemon = try DaemonProcess(in: directory)
        let client = try daemon.connect()
        try checkEntries(client, books, directory, seed)
        try checkSearch(client, books, &random, seed)
    }

    private func checkDatabase(_ directory: TemporaryDirectory, _ seed: UInt64) throws {
        for check in ["integrity_check", "foreign_key_check"] {
            let outcome = try Tool.run(
                "sqlite3", [directory.file("kefu.sqlite"), "PRAGMA \(check)"])
            #expect(outcome.status == 0)
            #expect(["ok\n", ""].contains(outcome.output), "seed \(seed): \(outcome.output)")
        }
    }

    /// Every acknowledged entry is there once, with its last answer; each file wholly in or out.
    private func checkEntries(
        _ client: LineClient, _ books: Ledger.Books, _ directory: TemporaryDirectory, _ seed: UInt64
    ) throws {
        let path = directory.file("all.jsonl")
        try client.call("kb.export", ["path": .text(path), "format": "jsonl"])
        var found: [String: [String]] = [:]
        var rows: [String: Int] = [:]
        for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
            let entry = try JSONDecoder().decode(JSONValue.self, from: Data(line.utf8))
            let question = entry["question"]?.string ?? ""
            found[question, default: []].append(entry["answer"]?.string ?? "")
            if let name = question.components(separatedBy: "的第").first, name.hasSuffix(".csv") {
                rows[name, default: 0] += 1
            }
        }
        for (_, question) in books.added {
            let answers = found[question] ?? []
            let allowed = books.answers[question] ?? []
            #expect(answers.count == 1, "seed \(seed): \(question)")
            #expect(answers.allSatisfy(allowed.contains), "seed \(seed): \(question) \(answers)")
        }
        #expect(found.allSatisfy { $0.value.count == 1 }, "seed \(seed)")
        for (name, isAcknowledged) in books.imports {
            let number = name.dropLast(4).split(separator: "-").last.flatMap { Int($0) } ?? 0
            let whole = number.isMultiple(of: 2) ? Load.importedRows : 5
            let count = rows[name] ?? 0
            #expect(
                count == whole || (count == 0 && !isAcknowledged),
                "seed \(seed): \(name) has \(count) rows, acknowledged: \(isAcknowledged)")
        }
    }

    private func checkSearch(
        _ client: LineClient, _ books: Ledger.Books, _ random: inout SeededGenerator, _ seed: UInt64
    ) throws {
        for (id, question) in books.added.shuffled(using: &random).prefix(25) {
            let found = try client.call("kb.search", ["query": .text(question), "limit": 1])
            #expect(found["hits"]?.items.first?["id"]?.string == id, "seed \(seed): \(question)")
            let answer = try client.ask(question)
            #expect(answer["action"] == "reply", "seed \(seed): \(question)")
            #expect(answer["citations"]?.items.first?["id"]?.string == id, "seed \(seed)")
        }
    }
}
