/// Guesses what a mistyped name was meant to be.
public enum Spelling {
    /// The known names nearest to one that is not known, nearest first; empty when none is near.
    ///
    /// A name is near when at most a third of its letters, and at most three, differ.
    public static func nearest(
        to name: String, among known: [String], limit: Int = 3
    ) -> [String] {
        let allowed = min(3, max(1, name.count / 3))
        let ranked = known.map { (name: $0, distance: distance(name, $0)) }
            .filter { $0.distance <= allowed || ($0.name.hasPrefix(name) && name.count >= 3) }
            .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
        return ranked.prefix(limit).map(\.name)
    }

    /// The edit distance of two names, a swap of neighbours counting once.
    ///
    /// Source: optimal string alignment, a restriction of Damerau, CACM 7(3), 1964.
    public static func distance(_ one: String, _ other: String) -> Int {
        let a = Array(one.utf8.prefix(64))
        let b = Array(other.utf8.prefix(64))
        if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
        var rows = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
        for i in 0...a.count { rows[i][0] = i }
        for j in 0...b.count { rows[0][j] = j }
        for i in 1...a.count {
            for j in 1...b.count {
                let change = rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
                var best = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, change)
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    best = min(best, rows[i - 2][j - 2] + 1)
                }
                rows[i][j] = best
            }
        }
        return rows[a.count][b.count]
    }
}
