/// What two texts have in common, and what only one of them has.
struct TextDifference: Equatable {
    /// A piece of a text.
    struct Piece: Equatable {
        var text: String
        /// Whether the other text lacks it.
        let isOwn: Bool
    }

    let left: [Piece]
    let right: [Piece]

    /// Texts of more words are taken to differ as a whole: the table below grows with the square.
    private static let mostTokens = 2000

    /// Compares word by word, Chinese character by character.
    ///
    /// Source: longest common subsequence; Hirschberg 1975 names the table that this fills.
    init(_ left: String, _ right: String) {
        let (one, other) = (Self.tokens(of: left), Self.tokens(of: right))
        guard one.count <= Self.mostTokens, other.count <= Self.mostTokens else {
            self.left = [Piece(text: left, isOwn: true)]
            self.right = [Piece(text: right, isOwn: true)]
            return
        }
        let (isCommonLeft, isCommonRight) = Self.common(one, other)
        self.left = Self.pieces(one, isCommonLeft)
        self.right = Self.pieces(other, isCommonRight)
    }

    /// Words of letters and digits whole, everything else by the character.
    private static func tokens(of text: String) -> [String] {
        var tokens: [String] = []
        var isInWord = false
        for character in text {
            let isWordPart =
                (character.isLetter || character.isNumber || character == ".")
                && DisplayWidth.of(character) < 2
            if isInWord, isWordPart {
                tokens[tokens.count - 1].append(character)
            } else {
                tokens.append(String(character))
            }
            isInWord = isWordPart
        }
        return tokens
    }

    private static func common(_ one: [String], _ other: [String]) -> ([Bool], [Bool]) {
        let width = other.count + 1
        var lengths = [Int32](repeating: 0, count: (one.count + 1) * width)
        for row in stride(from: one.count - 1, through: 0, by: -1) {
            for column in stride(from: other.count - 1, through: 0, by: -1) {
                let below = (row + 1) * width + column
                lengths[row * width + column] =
                    one[row] == other[column]
                    ? lengths[below + 1] + 1
                    : max(lengths[below], lengths[row * width + column + 1])
            }
        }
        var left = [Bool](repeating: false, count: one.count)
        var right = [Bool](repeating: false, count: other.count)
        var (row, column) = (0, 0)
        while row < one.count, column < other.count {
            if one[row] == other[column] {
                (left[row], right[column]) = (true, true)
                (row, column) = (row + 1, column + 1)
            } else if lengths[(row + 1) * width + column] >= lengths[row * width + column + 1] {
                row += 1
            } else {
                column += 1
            }
        }
        return (left, right)
    }

    private static func pieces(_ tokens: [String], _ isCommon: [Bool]) -> [Piece] {
        var pieces: [Piece] = []
        for (token, isCommon) in zip(tokens, isCommon) {
            if let last = pieces.last, last.isOwn == !isCommon {
                pieces[pieces.count - 1].text += token
            } else {
                pieces.append(Piece(text: token, isOwn: !isCommon))
            }
        }
        return pieces
    }
}
