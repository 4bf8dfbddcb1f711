/// Names that someone may have meant.
public enum Nearest {
    /// The names within a third of the word's length in edits, nearest first; three at most.
    ///
    /// An edit is an inserted, deleted or replaced byte, or two neighbours swapped (optimal string
    /// alignment, after F. J. Damerau, 1964); a name that begins with the word is one edit away.
    public static func names(to word: String, among names: [String]) -> [String] {
        let word = Array(word.lowercased().utf8.prefix(64))
        let allowed = max(1, word.count / 3)
        var near: [(edits: Int, name: String)] = []
        for name in names {
            let bytes = Array(name.lowercased().utf8)
            let edits =
                word.count >= 2 && bytes.starts(with: word) ? 1 : Self.edits(from: word, to: bytes)
            if edits <= allowed { near.append((edits, name)) }
        }
        near.sort { ($0.edits, $0.name) < ($1.edits, $1.name) }
        return near.prefix(3).map(\.name)
    }

    private static func edits(from word: [UInt8], to name: [UInt8]) -> Int {
        var beforeLast = Array(0...name.count)
        var last = beforeLast
        for (index, letter) in word.enumerated() {
            var row = [index + 1]
            for (column, other) in name.enumerated() {
                var best = min(
                    last[column] + (other == letter ? 0 : 1), last[column + 1] + 1, row[column] + 1)
                if index > 0, column > 0, letter == name[column - 1], other == word[index - 1] {
                    best = min(best, beforeLast[column - 1] + 1)
                }
                row.append(best)
            }
            (beforeLast, last) = (last, row)
        }
        return last[name.count]
    }
}
