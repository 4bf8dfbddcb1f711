/// A message from the daemon, taken apart but not decoded.
enum Incoming {
    case result(id: RequestID, json: [UInt8])
    case failure(id: RequestID, json: [UInt8])
    case notification(IncomingNotification)

    /// - Returns: `nil` for a line that is no message of this protocol.
    init?(_ line: [UInt8]) {
        guard let members = try? Self.members(of: line) else { return nil }
        if let method = members.method {
            let params = members.params.map { String(decoding: line[$0], as: UTF8.self) }
            self = .notification(IncomingNotification(method: method, params: params ?? "{}"))
        } else if let result = members.result, let id = members.id {
            self = .result(id: id, json: Array(line[result]))
        } else if let error = members.error {
            self = .failure(id: members.id ?? .null, json: Array(line[error]))
        } else {
            return nil
        }
    }

    private struct Members {
        var id: RequestID?
        var method: String?
        var params: Range<Int>?
        var result: Range<Int>?
        var error: Range<Int>?
    }

    private static func members(of line: [UInt8]) throws(JSONScanner.Malformed) -> Members {
        // Answers may nest deeper than requests: a result stands two levels down.
        var scanner = JSONScanner(line, maxDepth: Limits.depth + 8)
        var members = Members()
        try scanner.enterObject()
        var isFirst = true
        while let key = try scanner.nextKey(&isFirst) {
            let kind = try scanner.peek()
            let range = try scanner.skip()
            switch key.text(in: line) {
            case "id": members.id = RequestID(kind, at: range, in: line)
            case "method": members.method = kind == .string ? Self.text(line, range) : nil
            case "params": members.params = range
            case "result": members.result = range
            case "error": members.error = kind == .object ? range : nil
            default: continue
            }
        }
        try scanner.finish()
        return members
    }

    private static func text(_ line: [UInt8], _ range: Range<Int>) -> String? {
        var scanner = JSONScanner(line, in: range)
        return try? scanner.string().text(in: line)
    }
}

/// A message that the daemon sent by itself.
public struct IncomingNotification: Sendable {
    public let method: String
    /// The parameters, as JSON text.
    public let params: String

    /// The parameters of one kind of notification; `nil` when this is another kind.
    public func params<N: Notification>(of notification: N.Type) -> N.Params? {
        guard method == N.name else { return nil }
        return try? JSONCoding.decode(N.Params.self, from: Array(params.utf8))
    }
}
