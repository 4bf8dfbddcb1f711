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

    private static func clauses(of sentence: String, limit: Int) -> [String] {
        var clauses: [String] = []
        var current = ""
        for clause in cut(sentence, at: isComma) {
            if !current.isEmpty, TextWidth.of(current) + TextWidth.of(clause) > limit {
                clauses.append(current)
                current = ""
            }
            current += clause
            while TextWidth.of(current) > limit { clauses.append(takeFirst(limit, of: &current)) }
        }
        if !current.isEmpty { clauses.append(current) }
        return clauses
    }

    private static func takeFirst(_ width: Int, of text: inout String) -> String {
        var end = text.startIndex
        var halves = 0
        while end < text.endIndex, halves < 2 * width {
            let after = text.index(after: end)
            let size = text[end].unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
            // A character of endless combining marks is cut as it stands.
            if halves > 0, halves + size > 2 * width { break }
            halves += size
            end = after
        }
        let first = String(text[..<end])
        text = String(text[end...])
        return first
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
