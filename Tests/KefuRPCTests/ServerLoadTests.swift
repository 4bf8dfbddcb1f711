import Glibc
import KefuDomain
import Testing

@testable import KefuRPC

/// Heavy loads one after another, so that the times they look at mean something.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct ServerLoadTests {
    /// The longest of a few pings on a connection of its own, in seconds.
    private func slowestPing(_ path: String, count: Int = 20) throws -> Double {
        let client = try RawClient(path)
        var slowest: Nanoseconds = 0
        for index in 0..<count {
            let start = monotonicNow()
            client.send(request(index, "toy.ping"))
            try #require(client.answer()?["id"] == .integer(index))
            slowest = max(slowest, monotonicNow() - start)
        }
        return Double(slowest) / 1e9
    }

    @Test func aSlowReaderIsNotReadOnAndHoldsNobodyUp() throws {
        try withServer { path, _, server in
            let slow = try RawClient(path)
            let line = request(1, "toy.echo", #"{"count":1000000}"#)
            for _ in 0..<200 { slow.send(line) }
            // 200 MB of answers were asked for; the daemon makes a share of them and stops.
            #expect(try slowestPing(path) < 1)
            let other = try RawClient(path)
            other.send(request(7, "toy.echo", #"{"value":"other"}"#))
            _ = other.answer()
            #expect(other.answer()?["id"] == 7)
            let waiting = server.metrics.queues.first { $0.pool == "read" }?.waiting ?? 0
            #expect(waiting > 100)
            // Once it reads, it gets everything.
            var answers = 0
            while answers < 200, let line = slow.line(seconds: 30) {
                if line.utf8.count > 1_000_000 { answers += 1 }
            }
            #expect(answers == 200)
        }
    }

    @Test func aFloodDoesNotDelayOthersBeyondASecond() throws {
        try withServer { path, _, _ in
            let flooders = try (0..<4).map { _ in try RawClient(path) }
            var flood = ""
            for index in 0..<2000 { flood += request(index, "toy.echo", #"{"value":"flood"}"#) }
            let bytes = Array(flood.utf8)
            for flooder in flooders { flooder.send(bytes, seconds: 0.2) }
            #expect(try slowestPing(path) < 1)
            let client = try RawClient(path)
            client.send(request(1, "toy.append", #"{"value":"x"}"#))
            #expect(client.answer(seconds: 1)?["id"] == 1)
        }
    }

    @Test func servesFiveHundredConnections() throws {
        // The clients' ends are in this process too: the server asks for descriptors for both.
        var limits = Limits()
        limits.connections = 3000
        try withServer(limits: limits) { path, _, server in
            let clients = try (0..<500).map { _ in try RawClient(path) }
            for (index, client) in clients.enumerated() { client.send(request(index, "toy.ping")) }
            for (index, client) in clients.enumerated() {
                #expect(client.answer()?["id"] == .integer(index))
            }
            #expect(server.metrics.connections.open == 500)
        }
    }

    @Test func tooManyConnectionsAreToldSo() throws {
        var limits = Limits()
        limits.connections = 2
        try withServer(limits: limits) { path, _, _ in
            let first = try RawClient(path)
            let second = try RawClient(path)
            for client in [first, second] {
                client.send(request(1, "toy.ping"))
                #expect(client.answer()?["id"] == 1)
            }
            let third = try RawClient(path)
            #expect(third.answer()?["error"]?["data"]?["type"] == "busy")
            #expect(third.isClosed())
        }
    }

    @Test func memoryForUnfinishedLinesIsLimited() throws {
        var limits = Limits()
        limits.unfinishedBytes = 1_000_000
        try withServer(limits: limits) { path, _, _ in
            let patient = try RawClient(path)
            patient.send(Array(repeating: 0x20, count: 900_000))
            let greedy = try RawClient(path)
            greedy.send(Array(repeating: 0x20, count: 500_000))
            #expect(greedy.answer()?["error"]?["data"]?["type"] == "busy")
            patient.send(request(1, "toy.ping"))
            #expect(patient.answer()?["id"] == 1)
        }
    }

    @Test func pipelinedRequestsBeyondTheQueueAreAllAnswered() throws {
        var limits = Limits()
        limits.queuedRequests = 16
        try withServer(limits: limits) { path, _, _ in
            let client = try RawClient(path)
            var lines = ""
            for index in 0..<2000 { lines += request(index, "toy.append", #"{"value":"x"}"#) }
            client.send(lines)
            client.endSending()
            var count = 0
            while client.answer() != nil { count += 1 }
            #expect(count == 2000)
        }
    }

    @Test func stoppingAnswersWhatRunsAndCancelsWhatWaits() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/s"
        let box = ToyBox()
        let router = Router(toyRoutes, host: box, language: .english, log: .silent)
        let server = try Server(Listener(path: path), router: router, log: .silent)
        let client = try RawClient(path)
        client.send(
            request(1, "toy.append", #"{"value":"kept","count":300000}"#)
                + request(2, "toy.append", #"{"value":"dropped"}"#))
        try waitUntil { server.running(in: .write) == 1 }
        let long = try RawClient(path)
        long.send(request(1, "toy.hold"))
        try box.waitUntilHeld(1)
        let start = monotonicNow()
        server.stop()
        #expect(monotonicNow() - start < 2_000_000_000)
        var outcomes: [JSONValue?: JSONValue?] = [:]
        for answer in [client.answer(), client.answer()] {
            outcomes[answer?["id"]] = answer?["error"]?["code"]
        }
        #expect(outcomes == [1: nil, 2: -32007])
        #expect(long.answer()?["error"]?["code"] == -32007)
        #expect(client.isClosed() && long.isClosed())
        #expect(box.values == ["kept"])
        #expect(access(path, F_OK) != 0)
    }

    @Test func stoppingDoesNotWaitForAStubbornHandler() throws {
        try withServer { path, box, server in
            let client = try RawClient(path)
            client.send(request(1, "toy.stubborn"))
            try box.waitUntilHeld(1)
            let start = monotonicNow()
            server.stop(within: .milliseconds(100))
            #expect(monotonicNow() - start < 2_000_000_000)
            #expect(client.answer()?["error"]?["code"] == -32007)
        }
    }
}
