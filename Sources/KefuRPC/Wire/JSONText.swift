/// A JSON value as text, known to be well-formed.
struct JSONText: Sendable, Equatable {
    let kind: JSONScanner.Kind
    let bytes: [UInt8]

    /// The text of a string, without quotes and escapes; other values as they are written.
    var plain: String {
        guard kind == .string else { return String(decoding: bytes, as: UTF8.self) }
        var scanner = JSONScanner(bytes)
        return (try? scanner.string().text(in: bytes)) ?? ""
    }

    /// A member of the object that stands in `range`; `nil` where there is none, or it is null.
    static func member(_ name: String, of bytes: [UInt8], in range: Range<Int>) -> JSONText? {
        var found: JSONText?
        var scanner = JSONScanner(bytes, in: range)
        do {
            try scanner.enterObject()
            var isFirst = true
            while let key = try scanner.nextKey(&isFirst) {
                let kind = try scanner.peek()
                let value = try scanner.skip()
                if kind != .null, key.text(in: bytes) == name {
                    found = JSONText(kind: kind, bytes: Array(bytes[value]))
                }
            }
        } catch {
            return nil
        }
        return found
    }
}
