/// A row or place of a file that was not taken, with what to do about it.
public struct Refusal: Sendable, Hashable {
    /// Where: `line 12`, `row 3`, `$.faq[4]`.
    public let place: String
    public let why: Phrase
    public let hint: Phrase

    public init(place: String, why: Phrase, hint: Phrase) {
        self.place = place
        self.why = why
        self.hint = hint
    }
}

/// What one file brought in; every row is counted in exactly one of the fields.
public struct FileReport: Sendable {
    /// The path or name as the caller gave it.
    public var path: String
    public var format: String
    public var added = 0
    public var updated = 0
    public var unchanged = 0
    public var duplicates = 0
    public var refused: [Refusal] = []
    /// Passages that the base holds of this file after the import.
    public var passages = 0

    /// Refused rows that are not in the list.
    public private(set) var unlisted = 0

    /// More are only counted: a hostile file has millions.
    public static let listedRefusals = 1000

    public init(path: String, format: String) {
        self.path = path
        self.format = format
    }

    /// Notes a refused row: in the list as long as that is short.
    public mutating func refuse(_ refusal: Refusal) {
        if refused.count < Self.listedRefusals {
            refused.append(refusal)
        } else {
            unlisted += 1
        }
    }

    /// Says at the end of the list how many rows it leaves out, and shortens it where there is no
    /// room for all; one row stays at least.
    /// - Parameter name: the file's, in place of a row's.
    public mutating func close(named name: String, room: Int = listedRefusals) {
        let excess = refused.count - max(room, 1)
        if excess > 0 {
            refused.removeLast(excess)
            unlisted += excess
        }
        guard unlisted > 0 else { return }
        refused.append(Refusal(place: name, why: .refusalsUnlisted(unlisted), hint: .mendFirst))
        unlisted = 0
    }
}
