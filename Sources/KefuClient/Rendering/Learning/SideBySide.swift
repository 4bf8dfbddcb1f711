/// Two texts beside each other, with what only one of them says standing out: in colour, else in
/// brackets. A narrow terminal gets one below the other.
struct SideBySide {
    /// One of the two, with what stands over it.
    struct Side {
        let title: String
        let text: String
    }

    let left: Side
    let right: Side

    /// Narrower columns break Chinese after every few characters.
    private static let narrowestColumn = 26
    private static let gap = " │ "

    func lines(_ look: Look, indent: Int = 2) -> [String] {
        let difference = TextDifference(
            Cleaning.forTerminal(left.text), Cleaning.forTerminal(right.text))
        let column = (look.width - indent - DisplayWidth.of(Self.gap)) / 2
        // What is not a terminal has no width to share.
        guard column >= Self.narrowestColumn, look.width <= Output.maxWidth else {
            return stacked(difference, look, indent)
        }
        let one = Self.column(left.title, difference.left, .bad, column, look)
        let other = Self.column(right.title, difference.right, .good, column, look)
        return (0..<max(one.count, other.count)).map { row in
            let (text, width) = row < one.count ? one[row] : ("", 0)
            let second = row < other.count ? other[row].text : ""
            let padded = spaces(indent) + text + spaces(column - width)
            return (padded + look.paint(Self.gap, .faint) + second).trimmingRight
        }
    }

    private func stacked(_ difference: TextDifference, _ look: Look, _ indent: Int) -> [String] {
        let width = look.width - indent
        let one = Self.column(left.title, difference.left, .bad, width, look)
        let other = Self.column(right.title, difference.right, .good, width, look)
        return (one + other).map { spaces(indent) + $0.text }
    }

    /// The lines of one side, each with the columns that it takes.
    private static func column(
        _ title: String, _ pieces: [TextDifference.Piece], _ tone: Tone, _ width: Int, _ look: Look
    ) -> [(text: String, width: Int)] {
        let head = Wrapping.cut(Cleaning.forTerminal(title), to: width)
        var lines = [(look.paint(head, .faint), DisplayWidth.of(head))]
        let (text, isOwn) = marked(pieces, look)
        var rest = isOwn[...]
        var place = text.startIndex
        for line in Wrapping.lines(of: text, width: width) {
            var painted = ""
            var run = ""
            var isRunOwn = false
            for character in line {
                // Wrapping leaves white space out at the end of a line, and nothing else.
                while place < text.endIndex, text[place] != character {
                    place = text.index(after: place)
                    rest = rest.dropFirst()
                }
                let isOwn = rest.first ?? false
                if isOwn != isRunOwn {
                    painted += isRunOwn ? look.paint(run, .strong, tone) : run
                    (run, isRunOwn) = ("", isOwn)
                }
                run.append(character)
                if place < text.endIndex { place = text.index(after: place) }
                rest = rest.dropFirst()
            }
            painted += isRunOwn ? look.paint(run, .strong, tone) : run
            lines.append((painted, DisplayWidth.of(line)))
        }
        return lines
    }

    /// The text, and which of its characters the other side lacks; without colour in brackets.
    private static func marked(
        _ pieces: [TextDifference.Piece], _ look: Look
    ) -> (text: String, isOwn: [Bool]) {
        let isWhole = pieces.allSatisfy(\.isOwn)
        var text = ""
        var isOwn: [Bool] = []
        for piece in pieces {
            let shown = piece.isOwn && !look.isColoured && !isWhole ? "[\(piece.text)]" : piece.text
            text += shown
            isOwn += [Bool](repeating: piece.isOwn, count: shown.count)
        }
        return (text, isOwn)
    }
}
