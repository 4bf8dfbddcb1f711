import FoundationEssentials
import KefuRPC

/// JSON as text, for people and for programs.
enum JSONText {
    /// A value on one line.
    static func compact(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
        guard let data = try? encoder.encode(value) else { return "null" }
        return String(decoding: data, as: UTF8.self)
    }

    /// The same JSON with a line for each member; the order of members stays as it was.
    static func indented(_ json: String) -> String {
        var text = ""
        var depth = 0
        var isInText = false
        var isEscaped = false
        var opened = false
        for character in json.unicodeScalars {
            if isInText {
                text.unicodeScalars.append(character)
                if !isEscaped, character == "\"" { isInText = false }
                isEscaped = !isEscaped && character == "\\"
                continue
            }
            if character.properties.isWhitespace { continue }
            if opened, character != "}", character != "]" { text += newLine(depth) }
            switch character {
            case "{", "[":
                depth += 1
                opened = true
                text.unicodeScalars.append(character)
                continue
            case "}", "]":
                depth -= 1
                if !opened { text += newLine(depth) }
                text.unicodeScalars.append(character)
            case ",": text += "," + newLine(depth)
            case ":": text += ": "
            default:
                isInText = character == "\""
                text.unicodeScalars.append(character)
            }
            opened = false
        }
        return text
    }

    private static func newLine(_ depth: Int) -> String { "\n" + spaces(2 * depth) }
}
