/// A failure told as a person needs it: what happened, why, and what to do.
///
/// It is raised at the cause, gets its place from outside (`at`), and is rendered only at the
/// edges. It never holds a customer's words, a bound value or a path outside what the caller named.
public struct KefuError: Error, Sendable {
    public let code: ErrorCode
    public let what: Phrase
    public let why: Phrase
    public let hint: Phrase
    /// The parameter or configuration key at fault, where there is one.
    public var field: String?
    /// What the request would contradict or overwrite, for `ErrorCode.conflict`.
    public var conflicts: [Reference]
    /// The nearest known names, for `ErrorCode.methodNotFound` and unknown parameters.
    public var nearest: [String]
    /// The id under which the daemon logged the cause, for `ErrorCode.internal`.
    public var logID: String?

    public init(
        _ code: ErrorCode,
        _ what: Phrase,
        why: Phrase,
        hint: Phrase,
        field: String? = nil,
        conflicts: [Reference] = [],
        nearest: [String] = []
    ) {
        self.code = code
        self.what = what
        self.why = why
        self.hint = hint
        self.field = field
        self.conflicts = conflicts
        self.nearest = nearest
    }

    /// The same failure with its place (`refund.csv:12`) put before what happened.
    public func at(_ place: String) -> KefuError {
        var copy = KefuError(
            code, what.at(place), why: why, hint: hint, field: field, conflicts: conflicts,
            nearest: nearest)
        copy.logID = logID
        return copy
    }
}

extension KefuError {
    /// The failure for an id that no record carries.
    public static func notFound(_ kind: RecordKind) -> KefuError {
        KefuError(
            .notFound, .noSuch(kind.phrase), why: .idUnknown, hint: kind.listingHint)
    }

    /// The failure for a parameter that is understood but not acceptable.
    public static func invalid(_ field: String, _ what: Phrase, why: Phrase, hint: Phrase)
        -> KefuError
    {
        KefuError(.invalidParams, what, why: why, hint: hint, field: field)
    }
}

/// A pointer to a record that a failure speaks of.
public struct Reference: Codable, Sendable, Hashable {
    public let id: String
    public let question: String?
    public let answer: String?

    public init(id: String, question: String? = nil, answer: String? = nil) {
        self.id = id
        self.question = question
        self.answer = answer
    }
}
