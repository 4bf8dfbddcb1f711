import KefuDomain

/// The reference of the methods for people, computed from the catalogue.
public enum MethodReference {
    /// All methods, notifications and errors, as Markdown.
    public static var markdown: String {
        var text = "| method | parameters | result | what it does |\n| --- | --- | --- | --- |\n"
        for method in Catalogue.methods {
            let params = shape(of: method.paramsType)
            let result = shape(of: method.resultType)
            text += "| `\(method.name)` | \(params) | \(result) | \(method.summary) |\n"
        }
        text += "\n| notification | parameters | what it says |\n| --- | --- | --- |\n"
        for note in Catalogue.notifications {
            text += "| `\(note.name)` | \(shape(of: note.paramsType)) | \(note.summary) |\n"
        }
        text += "\n| code | `data.type` | meaning | `kefu` exits |\n| --- | --- | --- | --- |\n"
        for code in ErrorCode.allCases {
            guard let number = code.rpcCode else { continue }
            text += "| \(number) | `\(code.rawValue)` | \(code.meaning) | \(code.exitStatus) |\n"
        }
        return text
    }

    /// The members of an object in one cell, optional ones with a question mark.
    private static func shape(of type: any Documented.Type) -> String {
        let names = type.fields.map { "`\($0.name)\($0.field.isOptional ? "?" : "")`" }
        return names.isEmpty ? "–" : names.joined(separator: " ")
    }

    /// The help of one method, as plain text.
    public static func help(for method: any Method.Type) -> String {
        var text = "\(method.name): \(method.summary)\n"
        text += list("Parameters", of: method.paramsType)
        text += list("Result", of: method.resultType)
        return text
    }

    private static func list(_ title: String, of type: any Documented.Type) -> String {
        guard !type.fields.isEmpty else { return "\n\(title): none\n" }
        let rows = type.fields.map { name, field in
            (name + (field.isOptional ? "?" : ""), field.kind.word, field.doc)
        }
        let nameWidth = rows.map(\.0.count).max() ?? 0
        let kindWidth = rows.map(\.1.count).max() ?? 0
        var text = "\n\(title):\n"
        for (name, kind, doc) in rows {
            text += "  " + padded(name, nameWidth) + "  " + padded(kind, kindWidth) + "  " + doc
            text += "\n"
        }
        return text
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}

extension FieldKind {
    /// The kind in a few words.
    var word: String {
        switch self {
        case .text: "text"
        case .integer(let range) where range.lowerBound > Int.min && range.upperBound < Int.max:
            "\(range.lowerBound)…\(range.upperBound)"
        case .integer: "integer"
        case .number: "number"
        case .flag: "true/false"
        case .time: "time"
        case .choice(let words): words.count <= 4 ? words.joined(separator: "|") : "word"
        case .list(let element): "[\(element.word)]"
        case .object: "object"
        case .map: "object"
        case .anything: "any"
        }
    }
}
