import Foundation
import KefuDomain
public import KefuRPC

/// What a scripted daemon keeps from one run to the next, and how it behaves.
public final class ScriptedDesk: @unchecked Sendable {
    // All members are guarded by `lock`.
    private let lock = NSLock()
    private var kept = Books()

    public struct Books: Sendable {
        /// Each message once, in the order in which they were taken in.
        public var messages: [ReceiveMessage.Params] = []
        public var sent: [MarkSent.Params] = []
        public var heartbeats: [Heartbeat.Params] = []
        public var greetings: [Hello.Params] = []
        /// How often a message id is still put off before it is taken.
        public var busy: [String: Int] = [:]
        /// Message ids that are refused for good.
        public var refused: Set<String> = []
        /// Whether it takes messages at all.
        public var isOld = false
    }

    public init() {}

    public var books: Books { lock.withLock { kept } }

    public func change(_ body: (inout Books) -> Void) { lock.withLock { body(&kept) } }

    fileprivate func receive(_ params: ReceiveMessage.Params) throws -> ReceiveMessage.Result {
        try lock.withLock {
            if let left = kept.busy[params.messageID], left > 0 {
                kept.busy[params.messageID] = left - 1
                throw KefuError(.busy, .baseBusy, why: .baseBusyWhy, hint: .baseBusyHint)
            }
            guard !kept.refused.contains(params.messageID) else {
                throw KefuError.invalid("type", .baseBusy, why: .baseBusyWhy, hint: .baseBusyHint)
            }
            let known = kept.messages.firstIndex { $0.messageID == params.messageID }
            if known == nil { kept.messages.append(params) }
            return Self.result(params, number: known ?? kept.messages.count - 1, known != nil)
        }
    }

    private static func result(
        _ params: ReceiveMessage.Params, number: Int, _ isDuplicate: Bool
    ) -> ReceiveMessage.Result {
        ReceiveMessage.Result(
            isDuplicate: isDuplicate, action: .reply, isSending: false, content: "回复：\(number)",
            confidence: 0.9, answerID: "a\(number)", citations: [], supersedes: [],
            contactID: "c1", threadID: "t1", score: 80, bucket: .white, status: .needReply,
            triggerType: nil, signal: SignalView(score: 80, parts: []))
    }
}

/// A daemon that speaks the wire as the real one does, and does what its script says.
public final class ScriptedDaemon {
    private let server: Server

    /// Starts it in a data directory.
    public init(in directory: TemporaryDirectory, _ desk: ScriptedDesk) throws {
        let routes: [Route<ScriptedDesk>] = [
            Route(ScriptedHello.self) { params, desk, _ in
                desk.change { $0.greetings.append(params) }
                return ScriptedHello.Result(
                    methods: desk.books.isOld ? [] : [ReceiveMessage.name, MarkSent.name])
            },
            Route(ReceiveMessage.self) { params, desk, _ in try desk.receive(params) },
            Route(MarkSent.self) { params, desk, call in
                desk.change { $0.sent.append(params) }
                return MarkSent.Result(
                    answerID: params.answerID, messageID: params.messageID, threadID: "t1",
                    status: .waitingThem, at: params.at ?? call.now)
            },
            Route(Heartbeat.self) { params, desk, call in
                desk.change { $0.heartbeats.append(params) }
                return Heartbeat.Result(at: call.now)
            },
        ]
        let router = Router(routes, host: desk, language: .english, log: .silent)
        server = try Server(
            Listener(path: directory.file("kefu.sock")), router: router, limits: Limits(),
            log: .silent)
    }

    /// Breaks all connections and is gone.
    public func stop() { server.stop(within: .zero) }
}

/// `client.hello` of a daemon that has only some methods.
private enum ScriptedHello: Method {
    static let name = Hello.name
    static let summary = Hello.summary
    static let effect = Hello.effect
    typealias Params = Hello.Params

    struct Result: Documented {
        var `protocol` = 1
        var version = "0"
        let methods: [String]

        init(methods: [String]) {
            self.methods = methods
        }

        enum CodingKeys: String, FieldKey {
            case `protocol`, version, methods
            var doc: Field {
                switch self {
                case .protocol: Field(.integer, "1.")
                case .version: Field(.text, "0.")
                case .methods: Field(.list(.text), "Its methods.")
                }
            }
        }
    }
}
