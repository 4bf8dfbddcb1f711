/// Text for `man`, in the macros of man(7).
struct Roff {
    private(set) var lines: [String] = []

    /// The head of a page.
    init(title: String, section: Int, program: String) {
        lines = [
            ".\\\" Made by: kefu help --man",
            ".TH \(Self.quoted(title)) \(section) \"\" \(Self.quoted(program)) kefu",
            // Chinese has too few places to stretch.
            ".ad l",
        ]
    }

    var text: String { lines.joined(separator: "\n") }

    mutating func section(_ title: String) {
        lines.append(".SH \(Self.quoted(title))")
    }

    mutating func subsection(_ title: String) {
        lines.append(".SS \(Self.quoted(title))")
    }

    mutating func paragraph(_ text: String) {
        lines += [".PP", Self.escaped(text)]
    }

    /// A line of text, without a break before it.
    mutating func line(_ text: String) {
        lines.append(Self.escaped(text))
    }

    /// A term with what it means, a paragraph each.
    mutating func item(_ term: String, _ meaning: [String]) {
        lines += [".TP", "\\fB\(Self.escaped(term))\\fR"]
        for (number, text) in meaning.enumerated() {
            if number > 0 { lines.append(".IP") }
            lines.append(Self.escaped(text))
        }
    }

    /// Items that belong to the item before.
    mutating func nested(_ body: (inout Roff) -> Void) {
        lines.append(".RS")
        body(&self)
        lines.append(".RE")
    }

    /// Text in which no character is taken for a request or an escape.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text {
            switch character {
            case "\\": escaped += "\\e"
            case "-": escaped += "\\-"
            case "'": escaped += "\\(aq"
            case "\n": escaped += " "
            default: escaped.append(character)
            }
        }
        return escaped.hasPrefix(".") ? "\\&" + escaped : escaped
    }

    private static func quoted(_ text: String) -> String {
        "\"\(escaped(text).filter { $0 != "\"" })\""
    }
}
