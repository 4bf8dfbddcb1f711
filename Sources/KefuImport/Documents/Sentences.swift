/// Cuts text where a reader pauses.
enum Sentences {
    /// The sentences of a text, each with what follows it up to the next; together they are the
    /// text. One longer than `limit` (see `TextWidth`) is cut at its commas, and where it has none
    /// at the limit.
    static func of(_ text: String, limit: Int) -> [String] {
        var sentences: [String] = []
        for sentence in cut(text, at: isFullStop) {
            if TextWidth.of(sentence) <= limit {
                sentences.append(sentence)
            } else {
                sentences += clauses(of: sentence, limit: limit)
            }
        }
        return sentences
    }

    /// Clauses joined up to the limit; one that is longer by itself is cut at the limit.
    private static func clauses(of sentence: String, limit: Int) -> [String] {
        var parts: [String] = []
        var current = ""
        var width = 0
        for clause in cut(sentence, at: isComma) {
            for piece in pieces(of: clause, limit: limit) {
                let more = TextWidth.of(piece)
                if !current.isEmpty, width + more > limit {
                    parts.append(current)
                    (current, width) = ("", 0)
                }
                current += piece
                width += more
            }
        }
        if !current.isEmpty { parts.append(current) }
        return parts
    }

    /// A text in pieces that fit; cut between characters, except one of endless combining marks.
    private static func pieces(of text: String, limit: Int) -> [String] {
        if TextWidth.of(text) <= limit { return [text] }
        var pieces: [String] = []
        var current = String.UnicodeScalarView()
        var halves = 0
        for character in text {
            let size = TextWidth.halves(of: character.unicodeScalars)
            if size > 2 * limit {
                pieces.append(String(current))
                pieces += scalarPieces(of: character, limit: limit)
                (current, halves) = (String.UnicodeScalarView(), 0)
                continue
            }
            if halves + size > 2 * limit {
                pieces.append(String(current))
                (current, halves) = (String.UnicodeScalarView(), 0)
            }
            current.append(contentsOf: character.unicodeScalars)
            halves += size
        }
        pieces.append(String(current))
        return pieces.filter { !$0.isEmpty }
    }

    private static func scalarPieces(of character: Character, limit: Int) -> [String] {
        var pieces: [String] = []
        var rest = Array(character.unicodeScalars)[...]
        while !rest.isEmpty {
            var piece = String.UnicodeScalarView()
            piece.append(contentsOf: rest.prefix(limit))
            pieces.append(String(piece))
            rest = rest.dropFirst(limit)
        }
        return pieces
    }

    /// The parts of a text that end behind a mark and the quotes and spaces that follow it.
    private static func cut(
        _ text: String, at isMark: (Character, Character?, Character?) -> Bool
    ) -> [String] {
        let characters = Array(text)
        var parts: [String] = []
        var start = 0
        var place = 0
        while place < characters.count {
            let before = place > 0 ? characters[place - 1] : nil
            let after = place + 1 < characters.count ? characters[place + 1] : nil
            let isEnd = isMark(characters[place], before, after)
            place += 1
            guard isEnd else { continue }
            while place < characters.count, isTrailing(characters[place], isMark) { place += 1 }
            parts.append(String(characters[start..<place]))
            start = place
        }
        if start < characters.count { parts.append(String(characters[start...])) }
        return parts
    }

    private static func isTrailing(
        _ character: Character, _ isMark: (Character, Character?, Character?) -> Bool
    ) -> Bool {
        switch character {
        case "”", "’", "」", "』", "）", ")", "】", "\"", "'", " ": true
        default: isMark(character, nil, nil)
        }
    }

    private static func isFullStop(
        _ mark: Character, _ before: Character?, _ after: Character?
    ) -> Bool {
        switch mark {
        case "。", "！", "？", "!", "?", "；", ";", "…": true
        case _ where mark.isNewline: true
        // Not in numbers, names of files and the like.
        case ".": after?.isWhitespace ?? (before != nil)
        default: false
        }
    }

    private static func isComma(
        _ mark: Character, _ before: Character?, _ after: Character?
    ) -> Bool {
        switch mark {
        case "，", "、", "：": true
        case ",", ":": after?.isWhitespace ?? true
        case " ": true
        default: false
        }
    }
}
