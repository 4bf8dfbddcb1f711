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

    /// Most lists are empty, and an import writes hundreds of thousands of them.
    static func encode(list: [String]) throws -> String {
        list.isEmpty ? "[]" : try encode(list)
    }

    static func decode(list text: String) throws -> [String] {
        text == "[]" ? [] : try decode([String].self, from: text)
    }

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
