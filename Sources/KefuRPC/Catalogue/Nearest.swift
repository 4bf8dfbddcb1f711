/// Names that someone may have meant.
public enum Nearest {
    /// The names within a third of the word's length in edits, nearest first; three at most.
    ///
    /// An edit is an inserted, deleted or replaced byte (V. I. Levenshtein, 1966); a name that
    /// begins with the word counts as one edit away.
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
        var row = Array(0...name.count)
        for (index, letter) in word.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in 0..<name.count {
                let replaced = diagonal + (name[column] == letter ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
            }
        }
        return row[name.count]
    }
}
