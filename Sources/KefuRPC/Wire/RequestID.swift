/// The id of a request: it goes back as the very bytes in which it came.
struct RequestID: Sendable, Hashable {
    /// The JSON text: a string with its quotes, a number, or `null`.
    let raw: [UInt8]
    /// What makes two ids the same: strings by their text, numbers by how they were written.
    private let identity: String

    static let null = RequestID(raw: Array("null".utf8), identity: "null")

    /// The id that stands in `range`; `nil` for a value that is no id.
    init?(_ kind: JSONScanner.Kind, at range: Range<Int>, in bytes: [UInt8]) {
        raw = Array(bytes[range])
        switch kind {
        case .string:
            var scanner = JSONScanner(bytes, in: range)
            guard let text = try? scanner.string().text(in: bytes) else { return nil }
            identity = "\"" + text
        case .number, .null:
            identity = String(decoding: raw, as: UTF8.self)
        case .object, .array, .flag:
            return nil
        }
    }

    private init(raw: [UInt8], identity: String) {
        self.raw = raw
        self.identity = identity
    }

    /// The id as it is written.
    var text: String { String(decoding: raw, as: UTF8.self) }

    static func == (one: RequestID, other: RequestID) -> Bool {
        one.identity == other.identity
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(identity)
    }
}
