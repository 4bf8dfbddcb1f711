import Glibc
public import KefuDomain
import Synchronization

/// Finds the route of a request and turns whatever happens there into an answer.
public final class Router: Sendable {
    /// One method's route, with its host bound.
    private struct Entry: Sendable {
        let effect: Effect
        let orderKeys: [[String]]
        let serve: @Sendable (Request, Call) throws -> [UInt8]
    }

    let language: Language
    private let entries: [String: Entry]
    private let log: Log
    private let now: @Sendable () -> Timestamp

    /// - Parameters:
    ///   - language: the language of the errors.
    ///   - now: the wall clock.
    public init<Host: Sendable>(
        _ routes: [Route<Host>], host: Host, language: Language, log: Log,
        now: @escaping @Sendable () -> Timestamp = { Timestamp.wallClock }
    ) {
        self.language = language
        self.log = log
        self.now = now
        var entries: [String: Entry] = [:]
        for route in routes + Self.builtIn() {
            let serve = route.serve
            entries[route.method.name] = Entry(
                effect: route.method.effect, orderKeys: route.orderKeys
            ) { request, call in try serve(request, host, call) }
        }
        self.entries = entries
    }

    /// The names of the methods that are served.
    var methods: [String] { Array(entries.keys) }

    func knows(_ method: String) -> Bool { entries[method] != nil }

    /// The methods that need no host.
    private static func builtIn<Host>() -> [Route<Host>] {
        [
            Route(raw: Discover.self) { _, _ in try OpenRPC.documentText.get() },
            Route(raw: Cancel.self) { request, call in
                let id = request.parameter("id").flatMap(RequestID.init) ?? .null
                return try JSONCoding.encode(Cancel.Result(cancelled: call.peer.cancel(id)))
            },
        ]
    }

    /// Makes a call of a request. One for an unknown method fails when it is served.
    func call(
        _ request: Request, peer: Peer, serial: Int, destination: Call.Destination
    ) -> Call {
        let entry = entries[request.method]
        let effect = entry?.effect ?? .control
        var strands: [Strand] = effect.keepsOrder ? [.connection(peer.id)] : []
        if let key = Self.key(entry?.orderKeys ?? [], of: request) { strands.append(.key(key)) }
        return Call(
            request, peer: peer, effect: effect, serial: serial, strands: strands,
            destination: destination, arrival: monotonicNow(), now: now())
    }

    private static func key(_ parameters: [[String]], of request: Request) -> String? {
        guard !parameters.isEmpty else { return nil }
        var key = ""
        for names in parameters {
            guard let value = names.lazy.compactMap(request.parameter).first else { return nil }
            key += "\(names[0])=\(value.plain)\u{0}"
        }
        return key
    }

    /// Runs the handler of a call.
    func serve(_ call: Call) -> Answered {
        do {
            guard let entry = entries[call.request.method] else {
                throw unknownMethod(call.request.method)
            }
            return .success(try entry.serve(call.request, call))
        } catch let error as KefuError {
            return .failure(
                error.code.rpcCode == nil || error.code == .internal
                    ? fault(error.what.english, call, like: error) : error)
        } catch {
            // Only the kind: what an error says of itself may hold a customer's words.
            return .failure(fault("\(type(of: error))", call, like: nil))
        }
    }

    private func unknownMethod(_ name: String) -> KefuError {
        .unknownMethod(nearest: Spelling.nearest(to: name, among: Array(entries.keys)))
    }

    /// A fault of ours: logged under an id that the answer carries.
    private func fault(_ cause: String, _ call: Call, like error: KefuError?) -> KefuError {
        let id = error?.logID ?? "x" + String(UInt32.random(in: .min ... .max), radix: 16)
        log.write(.error, "fault \(id) in \(call.request.method): \(cause)")
        guard var error, error.code == .internal else { return .fault(id) }
        error.logID = id
        return error
    }
}

extension Router {
    /// Answers one line without a socket, on the calling thread; for tests and for clients inside
    /// the process.
    /// - Returns: the line to answer with; `nil` for notifications.
    public func answer(_ line: String) -> String? {
        let peer = Peer()
        switch Message(Array(line.utf8)) {
        case .fatal(let fault):
            return String(decoding: Reply.fault(fault, to: .null, in: language), as: UTF8.self)
        case .single(let item):
            return answer(item, peer)
        case .batch(let items):
            let answers = items.compactMap { answer($0, peer) }
            return answers.isEmpty ? nil : "[" + answers.joined(separator: ",") + "]"
        }
    }

    private func answer(_ item: RequestItem, _ peer: Peer) -> String? {
        let outcome: Answered
        let answerTo: RequestID?
        switch item {
        case .refused(let id, let fault):
            (answerTo, outcome) = (id, .fault(fault))
        case .request(let request):
            answerTo = request.id
            let call = call(request, peer: peer, serial: 0, destination: .nowhere)
            outcome = serve(call)
            call.followUp()
        }
        return answerTo.map { String(decoding: outcome.text(to: $0, in: language), as: UTF8.self) }
    }
}

extension RequestID {
    /// The id that a parameter names.
    fileprivate init?(_ value: JSONText) {
        self.init(value.kind, at: 0..<value.bytes.count, in: value.bytes)
    }
}

extension Timestamp {
    /// The system's wall clock.
    public static var wallClock: Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }
}

extension KefuError {
    /// Parameters that passed the check and cannot be decoded all the same.
    static func undecodable(_ error: DecodingError) -> KefuError {
        let path: [any CodingKey]
        switch error {
        case .typeMismatch(_, let context), .valueNotFound(_, let context),
            .dataCorrupted(let context):
            path = context.codingPath
        case .keyNotFound(let key, let context):
            path = context.codingPath + [key]
        @unknown default:
            path = []
        }
        var field = ""
        for key in path {
            if let index = key.intValue {
                field += "[\(index)]"
            } else {
                field += (field.isEmpty ? "" : ".") + key.stringValue
            }
        }
        return .wrongKind(field.isEmpty ? "params" : field, .kindReadable)
    }
}
