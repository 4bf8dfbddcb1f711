/// Breaking text into lines that fit a number of columns.
enum Wrapping {
    /// The lines of a text, each at most `width` columns; line breaks in it stay.
    ///
    /// Latin words stay whole where they fit; Chinese breaks anywhere, but no line begins with a
    /// closing mark, nor ends with an opening one.
    static func lines(of text: String, width: Int) -> [String] {
        var lines: [String] = []
        let paragraphs = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for paragraph in paragraphs { lines += wrap(paragraph, width: max(width, 2)) }
        return lines
    }

    /// The text cut to at most `width` columns, with `…` where something was left out; one line.
    static func cut(_ text: String, to width: Int) -> String {
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        guard DisplayWidth.of(line) > width else { return line }
        var kept = ""
        var columns = 0
        for character in line {
            columns += DisplayWidth.of(character)
            if columns > width - 1 { break }
            kept.append(character)
        }
        return kept + "…"
    }

    private static func wrap(_ paragraph: Substring, width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var columns = 0
        for piece in pieces(of: paragraph) {
            let needed = DisplayWidth.of(piece)
            if columns + needed > width, !line.isEmpty {
                lines.append(trimmed(line))
                line = ""
                columns = 0
                if piece.allSatisfy(\.isWhitespace) { continue }
            }
            for character in piece {
                let step = DisplayWidth.of(character)
                if columns + step > width {
                    lines.append(line)
                    line = ""
                    columns = 0
                }
                line.append(character)
                columns += step
            }
        }
        lines.append(trimmed(line))
        return lines
    }

    /// The parts between which a line may break.
    private static func pieces(of text: Substring) -> [String] {
        var pieces: [String] = []
        var previous: Character?
        for character in text {
            if let previous, let last = pieces.indices.last,
                holdsTogether(previous, character)
            {
                pieces[last].append(character)
            } else {
                pieces.append(String(character))
            }
            previous = character
        }
        return pieces
    }

    private static func holdsTogether(_ one: Character, _ next: Character) -> Bool {
        if closing.contains(next) || opening.contains(one) { return !one.isWhitespace }
        if one.isWhitespace || next.isWhitespace { return one.isWhitespace && next.isWhitespace }
        return DisplayWidth.of(one) < 2 && DisplayWidth.of(next) < 2
    }

    private static let closing: Set<Character> = Set("，。、；：？！）」』】》〉”’…—,.;:?!)]}%")
    private static let opening: Set<Character> = Set("（「『【《〈“‘([{")

    private static func trimmed(_ line: String) -> String {
        var line = line
        while line.last?.isWhitespace == true { line.removeLast() }
        return line
    }
}
