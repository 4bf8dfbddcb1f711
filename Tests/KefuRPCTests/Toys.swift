import Glibc
import KefuDomain

@testable import KefuRPC

/// What the toy methods act on.
final class ToyBox: Sendable {
    private let monitor = Monitor((values: [String](), isOpen: false, held: 0))

    /// What `toy.append` was given, in the order in which it ran.
    var values: [String] { monitor.withLock { $0.values } }

    func append(_ value: String) {
        monitor.withLock { $0.values.append(value) }
    }

    /// Lets everything that `hold` holds go on.
    func open() {
        monitor.withLock { $0.isOpen = true }
        monitor.broadcast(0)
    }

    /// Waits until opened, or until `isDone` says so.
    func hold(until isDone: () -> Bool) {
        monitor.withLock { $0.held += 1 }
        while !monitor.wait(for: 0, until: monotonicNow() + 5_000_000, { $0.isOpen }) {
            if isDone() { break }
        }
        monitor.withLock { $0.held -= 1 }
    }

    /// Waits until so many calls are held.
    func waitUntilHeld(_ count: Int) throws {
        try waitUntil { monitor.withLock { $0.held } >= count }
    }
}

/// Waits for something that other threads bring about.
/// - Throws: after ten seconds.
func waitUntil(_ isDone: () -> Bool) throws {
    let deadline = monotonicNow() + 10_000_000_000
    while !isDone() {
        guard monotonicNow() < deadline else { throw KefuError.answerTimedOut }
        usleep(1000)
    }
}

extension Server {
    /// Requests that run in one pool now.
    func running(in effect: Effect) -> Int {
        metrics.queues.first { $0.pool == effect.rawValue }?.running ?? 0
    }
}

struct Toy: Documented {
    let value: String?
    let count: Int?

    init(value: String? = nil, count: Int? = nil) {
        self.value = value
        self.count = count
    }

    enum CodingKeys: String, FieldKey {
        case value, count

        var doc: Field {
            switch self {
            case .value: .optional(.text(maxLength: 1 << 25), "A text.")
            case .count: .optional(.integer(0...Int.max), "A number.")
            }
        }
    }
}

enum ToyPing: Method {
    static let name = "toy.ping"
    static let summary = "Answers."
    static let effect = Effect.control
    typealias Params = Nothing
    typealias Result = Toy
}

enum ToyEcho: Method {
    static let name = "toy.echo"
    static let summary = "Gives back what it got, or so many characters."
    static let effect = Effect.read
    typealias Params = Toy
    typealias Result = Toy
}

enum ToyAppend: Method {
    static let name = "toy.append"
    static let summary = "Keeps a text, after so many microseconds."
    static let effect = Effect.write
    typealias Params = Toy
    typealias Result = Toy
}

enum ToyHold: Method {
    static let name = "toy.hold"
    static let summary = "Waits until cancelled or let go, then keeps a text."
    static let effect = Effect.bulk
    typealias Params = Toy
    typealias Result = Toy
}

enum ToyStubborn: Method {
    static let name = "toy.stubborn"
    static let summary = "Waits and heeds no cancellation."
    static let effect = Effect.read
    typealias Params = Toy
    typealias Result = Toy
}

/// Keeps the order of its values on all connections.
enum ToyTalk: Method {
    static let name = "toy.talk"
    static let summary = "Keeps a text of a conversation."
    static let effect = Effect.read
    typealias Params = Toy
    typealias Result = Toy
}

enum ToyFail: Method {
    static let name = "toy.fail"
    static let summary = "Fails in the way asked for."
    static let effect = Effect.read
    typealias Params = Toy
    typealias Result = Toy
}

private struct Accident: Error {}

let toyRoutes: [Route<ToyBox>] = [
    Route(ToyPing.self) { _, _, _ in Toy(value: "pong") },
    Route(ToyEcho.self) { params, _, call in
        call.notify(Progress.self, .init(token: 1, done: 1, total: nil, message: "echo"))
        return Toy(value: params.count.map { String(repeating: "x", count: $0) } ?? params.value)
    },
    Route(ToyAppend.self) { params, box, _ in
        if let count = params.count { usleep(UInt32(count)) }
        box.append(params.value ?? "")
        return Toy(value: params.value)
    },
    Route(ToyHold.self) { params, box, call in
        box.hold(until: { call.isCancelled })
        try call.checkCancelled()
        box.append(params.value ?? "held")
        return Toy()
    },
    Route(ToyStubborn.self) { _, box, _ in
        box.hold(until: { false })
        return Toy()
    },
    Route(ToyTalk.self, orderedBy: [.value]) { params, box, _ in
        if let count = params.count, count % 3 == 0 { usleep(500) }
        box.append("\(params.value ?? "")\(params.count ?? 0)")
        return Toy()
    },
    Route(ToyFail.self) { params, _, _ in
        switch params.value {
        case "kefu": throw KefuError.notFound(.entry)
        case "usage": throw KefuError(.usage, .notJSON, why: .notJSONWhy, hint: .notJSONHint)
        default: throw Accident()
        }
    },
]

/// Runs a body against a server on a socket of its own; the server is stopped afterwards.
func withServer(
    limits: Limits = Limits(), stopWithin: Duration = .seconds(2),
    _ body: (_ path: String, ToyBox, Server) throws -> Void
) throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/s"
    let box = ToyBox()
    let router = Router(toyRoutes, host: box, language: .english, log: .silent)
    let server = try Server(Listener(path: path), router: router, limits: limits, log: .silent)
    defer {
        box.open()
        server.stop(within: stopWithin)
    }
    try body(path, box, server)
}

/// A folder that is gone, with the files in it, after the test.
final class TemporaryFolder {
    let path: String

    init() throws {
        var template = Array("/tmp/kefu-rpc-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw KefuError.socketFailed(errno) }
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    deinit {
        if let folder = opendir(path) {
            while let entry = readdir(folder) {
                let name = withUnsafeBytes(of: entry.pointee.d_name) {
                    String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
                }
                unlink(path + "/" + name)
            }
            closedir(folder)
        }
        rmdir(path)
    }
}
