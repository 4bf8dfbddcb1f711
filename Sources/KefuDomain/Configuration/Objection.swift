/// Why a configured value cannot be taken, as a person needs it.
public struct Objection: Error, Sendable {
    public let why: Phrase

    public init(_ why: Phrase) {
        self.why = why
    }
}

extension DecodingError {
    /// The failure for a value that has the right kind and cannot be taken all the same.
    static func refused(_ path: [any CodingKey], _ why: Phrase) -> DecodingError {
        .dataCorrupted(
            Context(
                codingPath: path, debugDescription: why.english, underlyingError: Objection(why)))
    }
}
