public import KefuDomain

/// The `error` member of an answer, as it crosses the socket.
struct ErrorObject: Codable, Sendable {
    let code: Int
    let message: String
    let data: Details?

    /// The `data` member: what the contract adds to code and message.
    struct Details: Codable, Sendable {
        var type: String?
        var why: String?
        var hint: String?
        var retryable: Bool?
        var field: String?
        var with: [Reference]?
        var nearest: [String]?
        var id: String?
    }

    /// The failure as a client in one language gets it.
    init(_ error: KefuError, language: Language) {
        // Codes of the command line never come from a handler; they would be a fault of ours.
        let code = error.code.rpcCode == nil ? ErrorCode.internal : error.code
        self.code = code.rpcCode ?? -32603
        message = error.what.text(language)
        var details = Details(
            type: code.rawValue, why: error.why.text(language), hint: error.hint.text(language),
            retryable: code.isRetryable)
        details.field = error.field
        details.with = error.conflicts.isEmpty ? nil : error.conflicts
        details.nearest = error.nearest.isEmpty ? nil : error.nearest
        details.id = error.logID
        data = details
    }
}

/// A failure that the daemon answered with.
public struct RemoteError: Error, Sendable {
    /// The JSON-RPC code.
    public let code: Int
    /// What happened.
    public let message: String
    public let why: String?
    /// What to do.
    public let hint: String?
    /// The kind of failure, as `data.type` names it.
    public let type: String?
    public let isRetryable: Bool
    /// The parameter at fault.
    public let field: String?
    /// What the request would contradict or overwrite.
    public let conflicts: [Reference]
    /// The nearest known names.
    public let nearest: [String]
    /// The id under which the daemon logged a fault of its own.
    public let logID: String?
    /// The error object as it came, JSON on one line.
    public let json: String

    /// The failure's kind; `nil` for one that this protocol does not name.
    public var errorCode: ErrorCode? { ErrorCode(rpcCode: code) }

    /// The exit status of a command that ends with this failure.
    public var exitStatus: Int32 { errorCode?.exitStatus ?? 1 }

    init(_ object: ErrorObject, json: String) {
        code = object.code
        message = object.message
        why = object.data?.why
        hint = object.data?.hint
        type = object.data?.type
        isRetryable = object.data?.retryable ?? false
        field = object.data?.field
        conflicts = object.data?.with ?? []
        nearest = object.data?.nearest ?? []
        logID = object.data?.id
        self.json = json
    }
}
