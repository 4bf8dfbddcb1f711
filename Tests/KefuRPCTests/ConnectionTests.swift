import Glibc
import KefuDomain
import Synchronization
import Testing

@testable import KefuRPC

@Suite(.timeLimit(.minutes(1)))
struct ConnectionTests {
    @Test func callsAndGetsNotifications() throws {
        try withServer { path, _, _ in
            let connection = try Connection(path: path)
            let notes = Mutex<[String]>([])
            let result = try connection.call(
                ToyEcho.self, Toy(value: "客服"),
                onNotification: { note in notes.withLock { $0.append(note.method) } })
            #expect(result.value == "客服")
            #expect(notes.withLock { $0 } == ["progress"])
            #expect(try connection.call(ToyPing.self).value == "pong")
            #expect(try connection.callRaw("toy.ping", "{\n}") == #"{"value":"pong"}"#)
        }
    }

    @Test func severalRequestsCanBeUnderWay() throws {
        try withServer { path, _, _ in
            let connection = try Connection(path: path)
            let pending = try (0..<50).map { try connection.start(ToyAppend.self, Toy(count: $0)) }
            for request in pending.reversed() {
                _ = try connection.finish(request, timeout: .seconds(10))
            }
        }
    }

    @Test func failuresComeBackWithAllThatTheySay() throws {
        try withServer { path, _, _ in
            let connection = try Connection(path: path)
            let error = #expect(throws: RemoteError.self) {
                try connection.call(ToyFail.self, Toy(value: "kefu"))
            }
            #expect(error?.errorCode == .notFound)
            #expect(error?.exitStatus == 4)
            #expect(error?.hint?.isEmpty == false && error?.why?.isEmpty == false)
            #expect(error?.json.hasPrefix(#"{"code":-32001,"#) == true)
        }
    }

    @Test func aCallCanBeCancelledAndTimedOut() throws {
        try withServer { path, _, _ in
            let connection = try Connection(path: path)
            let error = #expect(throws: RemoteError.self) {
                try connection.call(
                    ToyHold.self, Toy(), timeout: .seconds(10), shouldCancel: { true })
            }
            #expect(error?.errorCode == .cancelled)
            let late = #expect(throws: KefuError.self) {
                try connection.call(ToyHold.self, Toy(), timeout: .milliseconds(50))
            }
            #expect(late?.code == .busy)
        }
    }

    @Test func hugeRequestsAgainstUnreadAnswersDoNotDeadlock() throws {
        try withServer { path, _, _ in
            let connection = try Connection(path: path)
            let text = String(repeating: "x", count: 2_000_000)
            let pending = try (0..<10).map { _ in
                try connection.start(ToyEcho.self, Toy(value: text))
            }
            for request in pending {
                let echo = try connection.finish(request, timeout: .seconds(30)).value
                #expect(echo?.utf8.count == 2_000_000)
            }
        }
    }

    @Test func aMissingAndADeadDaemonAreToldApart() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/s"
        let missing = #expect(throws: KefuError.self) { try Connection(path: path) }
        #expect(missing?.code == .noDaemon && missing?.why == .noSocketFile)
        leaveStaleSocket(at: path)
        let dead = #expect(throws: KefuError.self) { try Connection(path: path) }
        #expect(dead?.code == .noDaemon && dead?.why == .nothingListens)
        let long = folder.path + "/" + String(repeating: "s", count: 120)
        let impossible = #expect(throws: KefuError.self) { try Connection(path: long) }
        #expect(impossible?.code == .usage)
    }

    /// Regression: the descriptor was closed a second time, which hit another thread's.
    @Test func failedConnectionsCloseNothingOfOthers() throws {
        try withServer { path, _, _ in
            let folder = try TemporaryFolder()
            for _ in 0..<200 {
                let connection = try Connection(path: path)
                #expect(throws: KefuError.self) { try Connection(path: folder.path + "/none") }
                #expect(try connection.call(ToyPing.self, timeout: .seconds(10)).value == "pong")
            }
        }
    }

    @Test func theEndOfTheDaemonEndsTheCall() throws {
        try withServer { path, _, server in
            let connection = try Connection(path: path)
            #expect(try connection.call(ToyPing.self).value == "pong")
            server.stop()
            let error = #expect(throws: KefuError.self) { try connection.call(ToyPing.self) }
            #expect(error?.code == .noDaemon)
        }
    }
}

@Suite struct ListenerTests {
    @Test func aStaleSocketIsReplacedAndALiveOneNever() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/s"
        leaveStaleSocket(at: path)
        let listener = try Listener(path: path)
        var status = stat()
        #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
        let error = #expect(throws: KefuError.self) { try Listener(path: path) }
        #expect(error?.code == .locked)
        listener.close()
        #expect(access(path, F_OK) != 0)
    }

    @Test func aFileThatIsNoSocketStays() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/s"
        Glibc.close(open(path, O_CREAT | O_WRONLY, 0o600))
        let error = #expect(throws: KefuError.self) { try Listener(path: path) }
        #expect(error?.code == .unreadable)
        #expect(access(path, F_OK) == 0)
    }

    @Test func aMissingFolderAndALongPathAreClear() throws {
        let folder = try TemporaryFolder()
        let missing = #expect(throws: KefuError.self) {
            try Listener(path: folder.path + "/none/s")
        }
        #expect(missing?.code == .unreadable)
        let long = #expect(throws: KefuError.self) {
            try Listener(path: "/" + String(repeating: "s", count: 107))
        }
        #expect(long?.code == .usage)
    }
}

/// A socket file on which nobody listens any more.
private func leaveStaleSocket(at path: String) {
    guard let address = try? SocketAddress(path: path) else { return }
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    _ = address.with { bind(descriptor, $0, $1) }
    Glibc.close(descriptor)
}
