/// Every kind of failure that a client can meet, with all that the contract fixes about it.
public enum ErrorCode: String, CaseIterable, Sendable {
    case parseError = "parse_error"
    case invalidRequest = "invalid_request"
    case methodNotFound = "method_not_found"
    case invalidParams = "invalid_params"
    case `internal` = "internal"
    case notFound = "not_found"
    case conflict = "conflict"
    case invalidState = "invalid_state"
    case unreadable = "unreadable"
    case limit = "limit"
    case busy = "busy"
    case cancelled = "cancelled"
    /// Command line only: no daemon answers, and none may be started.
    case noDaemon = "no_daemon"
    /// Command line only: another daemon holds the data directory.
    case locked = "locked"
    /// Command line only: the command was not understood.
    case usage = "usage"

    /// The JSON-RPC error code; `nil` for failures that never cross the socket.
    public var rpcCode: Int? {
        switch self {
        case .parseError: -32700
        case .invalidRequest: -32600
        case .methodNotFound: -32601
        case .invalidParams: -32602
        case .internal: -32603
        case .notFound: -32001
        case .conflict: -32002
        case .invalidState: -32003
        case .unreadable: -32004
        case .limit: -32005
        case .busy: -32006
        case .cancelled: -32007
        case .noDaemon, .locked, .usage: nil
        }
    }

    /// The exit status of a command that ends with this failure.
    public var exitStatus: Int32 {
        switch self {
        case .internal: 1
        case .methodNotFound, .usage: 2
        case .notFound: 4
        case .parseError, .invalidRequest, .invalidParams, .conflict, .invalidState, .unreadable: 5
        case .limit: 6
        case .busy: 7
        case .noDaemon: 69
        case .locked: 75
        case .cancelled: 130
        }
    }

    /// Whether the same request may succeed when it is sent again.
    public var isRetryable: Bool { self == .busy }

    /// The failure behind a JSON-RPC error code; `nil` for a code that the contract does not name.
    public init?(rpcCode: Int) {
        guard let match = Self.allCases.first(where: { $0.rpcCode == rpcCode }) else { return nil }
        self = match
    }
}
