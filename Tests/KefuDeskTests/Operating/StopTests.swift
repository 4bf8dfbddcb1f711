import Foundation
import KefuRPC
import Support
import Synchronization
import Testing

/// The end of a daemon that has its hands full.
@Suite(.timeLimit(.minutes(3)))
struct StopTests {
    /// Clients that ask and add without a pause until the daemon is gone.
    private final class Load: Sendable {
        /// The questions whose storing was acknowledged.
        let stored = Mutex<[String]>([])
        let isOver = DispatchSemaphore(value: 0)
        static let clients = 6

        init(_ path: String) {
            for number in 0..<Self.clients {
                Foundation.Thread.detachNewThread { [self] in
                    defer { isOver.signal() }
                    work(path, number)
                }
            }
        }

        private func work(_ path: String, _ number: Int) {
            guard let client = try? LineClient(path: path) else { return }
            for turn in 0... {
                let question = "客户\(number)的第\(turn)个问题是什么"
                guard (try? client.add(question, "答案\(turn)")) != nil else { return }
                stored.withLock { $0.append(question) }
                guard (try? client.ask(question)) != nil else { return }
            }
        }

        func wait() { for _ in 0..<Self.clients { isOver.wait() } }
    }

    @Test func whatWasAcknowledgedIsThereAndTheEndComesSoon() throws {
        let directory = try TemporaryDirectory()
        let daemon = try DaemonProcess(in: directory)
        let path = daemon.socketPath
        let rows = (0..<20_000).map { "导入的问题\($0),导入的答案\($0)\n" }.joined()
        let importer = try daemon.connect()
        let content = JSONValue.text("question,answer\n" + rows)
        let request: JSONValue = [
            "jsonrpc": "2.0", "id": 1, "method": "kb.import",
            "params": ["name": "many.csv", "content": content],
        ]
        try importer.send(
            line: String(decoding: try JSONEncoder().encode(request), as: UTF8.self))
        let load = Load(path)
        while load.stored.withLock({ $0.count }) < 30 { usleep(20_000) }
        let begin = ContinuousClock.now
        daemon.signal(SIGTERM)
        #expect(daemon.waitForExit() == 0)
        // The daemon gives itself two seconds; the rest is this machine's, which has other tests.
        #expect(ContinuousClock.now - begin < .seconds(3))
        load.wait()
        #expect(!FileManager.default.fileExists(atPath: path))

        let again = try DaemonProcess(in: directory).connect()
        let stored = load.stored.withLock { $0 }
        for question in stored {
            let hits = try again.call("kb.search", ["query": .text(question), "limit": 1])["hits"]
            #expect(hits?.items.first?["question"]?.string == question)
        }
        // The import is wholly in or wholly out.
        let entries = try again.call("kb.stats")["entries"]?.int ?? 0
        let imported = entries - stored.count
        #expect((0...Load.clients).contains(imported % 20_000), "\(entries) \(stored.count)")
    }

    @Test func stopNeedsADaemonToStop() throws {
        let directory = try TemporaryDirectory()
        let none = try Programs.run("kefu", ["--data", directory.path, "stop"])
        #expect(none.status == 0)
        #expect(none.errors.contains("no daemon was running"))
        let daemon = try DaemonProcess(in: directory)
        #expect(try Programs.run("kefu", ["--data", directory.path, "stop"]).status == 0)
        #expect(daemon.waitForExit() == 0)
    }
}
