import FoundationEssentials
import KefuDomain

/// JSON as it lies in a column.
enum JSONText {
    static func encode(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    /// - Throws: `ErrorCode.unreadable` when a column does not hold what kefu writes there.
    static func decode<T: Decodable>(_ type: T.Type, from text: String) throws -> T {
        do {
            return try JSONDecoder().decode(type, from: Data(text.utf8))
        } catch {
            throw KefuError(
                .unreadable, .baseDamaged, why: .baseDamagedWhy, hint: .baseDamagedHint)
        }
    }

    /// A list of texts. Those without quotes, backslashes and control characters are nearly all,
    /// and are written and read a hundred times faster by hand: an import and a search need it.
    static func encode(list: [String]) throws -> String {
        guard !list.isEmpty else { return "[]" }
        let isPlain = list.allSatisfy { text in
            text.utf8.allSatisfy { $0 >= 0x20 && $0 != quote && $0 != backslash }
        }
        return isPlain ? "[\"" + list.joined(separator: "\",\"") + "\"]" : try encode(list)
    }

    static func decode(list text: String) throws -> [String] {
        guard text != "[]" else { return [] }
        let bytes = text.utf8
        guard bytes.count >= 4, text.hasPrefix("[\""), text.hasSuffix("\"]"),
            !bytes.contains(backslash)
        else { return try decode([String].self, from: text) }
        // Without escapes, a quote can only begin or end a text.
        return bytes.dropFirst(2).dropLast(2).split(
            separator: quote, omittingEmptySubsequences: false
        ).enumerated().filter { $0.offset % 2 == 0 }.map { String(Substring($0.element)) }
    }

    private static let quote = UInt8(ascii: "\"")
    private static let backslash = UInt8(ascii: "\\")

    /// Row numbers as an array for `json_each`.
    static func rows(_ rows: some Sequence<Int64>) -> String {
        var text = "["
        for row in rows {
            if text.utf8.count > 1 { text += "," }
            text += String(row)
        }
        return text + "]"
    }
}
