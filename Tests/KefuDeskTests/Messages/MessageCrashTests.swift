import Foundation
import KefuRPC
import Support
import Synchronization
import Testing

/// What clients were told about the messages that they passed on.
private final class Receipts: Sendable {
    struct Books {
        /// The results by message id, without `duplicate`.
        var told: [String: JSONValue] = [:]
        /// Messages on their way when the daemon was killed.
        var pending: Set<String> = []
        var failures: [String] = []
    }

    private let books = Mutex(Books())

    func note<T: Sendable>(_ body: (inout sending Books) -> T) -> T { books.withLock { body(&$0) } }
}

/// Several capture clients that pass on messages until the daemon is gone.
private struct Traffic {
    static let texts = [
        "双枪充电桩多少钱", "充电桩保修几年", "转人工", "晚上撸串去", "枪线有多长", "好的谢谢", "有代理政策吗",
    ]

    let round: Int
    let path: String
    let receipts: Receipts
    let group = DispatchGroup()

    func start() {
        for worker in 0..<4 {
            group.enter()
            let (round, path, receipts, group) = (round, path, receipts, group)
            Thread.detachNewThread {
                defer { group.leave() }
                do {
                    let client = try LineClient(path: path)
                    for number in 0... {
                        try Self.pass(
                            "r\(round)w\(worker)n\(number)", number, worker, client, receipts)
                    }
                } catch is LineClientError {
                    // The daemon was killed; that is the point.
                } catch {
                    receipts.note { $0.failures.append("\(error)") }
                }
            }
        }
    }

    private static func pass(
        _ id: String, _ number: Int, _ worker: Int, _ client: LineClient, _ receipts: Receipts
    ) throws {
        receipts.note { _ = $0.pending.insert(id) }
        let result = try client.call("message.receive", params(id, number, worker))
        receipts.note { books in
            books.pending.remove(id)
            books.told[id] = result.withoutDuplicate
        }
    }

    /// What a message with an id is, always the same.
    static func params(_ id: String, _ number: Int, _ worker: Int) -> JSONValue {
        [
            "channel": "wechat", "peer_id": .text("p\(worker)-\(number % 9)"),
            "message_id": .text(id), "text": .text(texts[number % texts.count]),
            "speaker": number % 5 == 4 ? "me" : "them", "replay": .bool(number % 3 == 0),
        ]
    }

    /// The parameters of a message by its id alone.
    static func params(of id: String) -> JSONValue {
        let parts = id.split { "rwn".contains($0) }.compactMap { Int($0) }
        return params(id, parts[2], parts[1])
    }
}

extension JSONValue {
    fileprivate var withoutDuplicate: JSONValue {
        guard case .object(let members) = ordered else { return self }
        return .object(members.filter { $0.name != "duplicate" })
    }
}

@Suite struct MessageCrashTests {
    /// Power cuts in a run; the environment may ask for more.
    private static let rounds =
        ProcessInfo.processInfo.environment["KEFU_CRASH_ROUNDS"].flatMap { Int($0) } ?? 8

    @Test func noAcknowledgedMessageIsLostOrDoubledByPowerCuts() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededGenerator(seed: seed)
        let directory = try TemporaryDirectory()
        let receipts = Receipts()
        for round in 1...Self.rounds {
            let daemon = try DaemonProcess(in: directory)
            if round == 1 { try daemon.connect().add("双枪充电桩多少钱", "双枪一体机两万八起。") }
            try repeatPending(daemon, receipts)
            let traffic = Traffic(round: round, path: daemon.socketPath, receipts: receipts)
            traffic.start()
            usleep(UInt32.random(in: 30_000...250_000, using: &random))
            daemon.kill()
            traffic.group.wait()
        }
        let daemon = try DaemonProcess(in: directory)
        try repeatPending(daemon, receipts)
        let books = receipts.note { $0 }
        #expect(books.failures.isEmpty, "seed \(seed)")
        #expect(books.told.count > Self.rounds, "seed \(seed)")
        try checkRepeats(daemon, books, &random, seed)
        daemon.terminate()
        try checkTables(directory, books, seed)
    }

    /// A message whose answer never came is passed on again; the hub completes it or knows it.
    private func repeatPending(_ daemon: DaemonProcess, _ receipts: Receipts) throws {
        let client = try daemon.connect()
        for id in receipts.note({ $0.pending }) {
            let result = try client.call("message.receive", Traffic.params(of: id))
            receipts.note { books in
                books.pending.remove(id)
                books.told[id] = result.withoutDuplicate
            }
        }
    }

    private func checkRepeats(
        _ daemon: DaemonProcess, _ books: Receipts.Books, _ random: inout SeededGenerator,
        _ seed: UInt64
    ) throws {
        let client = try daemon.connect()
        for (id, told) in books.told.shuffled(using: &random).prefix(300) {
            let again = try client.call("message.receive", Traffic.params(of: id))
            #expect(again["duplicate"] == true, "seed \(seed): \(id)")
            #expect(again.withoutDuplicate == told, "seed \(seed): \(id)")
        }
    }

    private func checkTables(
        _ directory: TemporaryDirectory, _ books: Receipts.Books, _ seed: UInt64
    ) throws {
        func ask(_ sql: String) throws -> String {
            let outcome = try Tool.run("sqlite3", [directory.file("kefu.sqlite"), sql])
            #expect(outcome.status == 0, "\(outcome.errors)")
            return outcome.output
        }
        let stored = try ask("SELECT message_id FROM message ORDER BY 1")
            .split(separator: "\n").map(String.init)
        #expect(stored == books.told.keys.sorted(), "seed \(seed)")
        for (what, sql) in [
            ("whole", "PRAGMA integrity_check"), ("linked", "PRAGMA foreign_key_check"),
            (
                "answered",
                "SELECT count(*) FROM message WHERE action IS NOT NULL AND answer IS NULL"
            ),
            (
                "asked",
                """
                SELECT count(*) FROM answer WHERE thread IS NOT NULL
                AND id NOT IN (SELECT answer FROM message WHERE answer IS NOT NULL)
                """
            ),
            (
                "held",
                "SELECT count(*) FROM thread WHERE id NOT IN (SELECT thread FROM message)"
            ),
        ] {
            #expect(["ok\n", "", "0\n"].contains(try ask(sql)), "seed \(seed): \(what)")
        }
    }
}
