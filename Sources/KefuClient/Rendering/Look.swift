import KefuDomain

/// How output looks: its language, its width, and whether it is coloured.
struct Look: Sendable {
    let language: Language
    /// Columns to fill at most.
    let width: Int
    let isColoured: Bool

    /// What a file or another program gets in a given language.
    static func plain(_ language: Language, width: Int = 80) -> Look {
        Look(language: language, width: width, isColoured: false)
    }

    /// A phrase of the program, in its language.
    func say(_ phrase: Phrase) -> String { phrase.text(language) }

    /// A phrase with the colon of its language, for a line of its own.
    func titled(_ phrase: Phrase) -> String {
        say(phrase) + (language == .chinese ? "：" : ":")
    }

    /// A phrase with the colon of its language, for what follows on the same line.
    func label(_ phrase: Phrase) -> String {
        say(phrase) + (language == .chinese ? "：" : ": ")
    }

    /// Text in a tone, where there is colour; it holds no line breaks.
    func paint(_ text: String, _ tones: Tone...) -> String {
        guard isColoured, !text.isEmpty, !tones.isEmpty else { return text }
        let codes = tones.map(\.rawValue).joined(separator: ";")
        return "\u{1B}[\(codes)m\(text)\u{1B}[0m"
    }

    /// Text wrapped into the width behind an indent; its first line may begin with a label, under
    /// which the others are aligned.
    func paragraph(_ text: String, indent: Int = 0, label: String = "", tone: Tone? = nil)
        -> [String]
    {
        let hang = indent + DisplayWidth.of(label)
        let body = Wrapping.lines(of: Cleaning.forTerminal(text), width: width - hang)
        var lines: [String] = []
        for (index, line) in body.enumerated() {
            let lead = spaces(index == 0 ? indent : hang) + (index == 0 ? label : "")
            lines.append(
                line.isEmpty ? lead.trimmingRight : lead + (tone.map { paint(line, $0) } ?? line))
        }
        return lines
    }

    /// One line of text from the base, cut to so many columns.
    func snippet(_ text: String, _ columns: Int) -> String {
        Wrapping.cut(Cleaning.forTerminal(text), to: columns)
    }
}

/// Meanings that get a colour or a weight; the raw values are those of ECMA-48, SGR.
enum Tone: String, Sendable {
    case strong = "1"
    case faint = "2"
    case bad = "31"
    case good = "32"
    case unsure = "33"
    case link = "36"
}

func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

extension String {
    /// The text without the spaces at its end.
    var trimmingRight: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }

    /// The text without white space at either end.
    var trimmed: String {
        var view = self[...]
        while view.first?.isWhitespace == true { view.removeFirst() }
        while view.last?.isWhitespace == true { view.removeLast() }
        return String(view)
    }
}
