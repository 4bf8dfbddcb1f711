/// Guesses what a mistyped name was meant to be.
public enum Spelling {
    /// The known names nearest to one that is not known, nearest first; empty when none is near.
    ///
    /// A name is near when at most a third of the letters typed differ, in whatever case; one that
    /// begins with what was typed is as near as one with a single slip.
    public static func nearest(
        to typed: String, among known: [String], limit: Int = 3
    ) -> [String] {
        let typed = typed.lowercased()
        let allowed = max(1, typed.count / 3)
        var near: [(edits: Int, name: String)] = []
        for name in known {
            let isBeginning = typed.count >= 2 && name.lowercased().hasPrefix(typed)
            let edits = isBeginning ? 1 : distance(typed, name.lowercased())
            if edits <= allowed { near.append((edits, name)) }
        }
        near.sort { ($0.edits, $0.name) < ($1.edits, $1.name) }
        return near.prefix(limit).map(\.name)
    }

    /// The edit distance of two names, a swap of neighbours counting once.
    ///
    /// Source: optimal string alignment, a restriction of Damerau, CACM 7(3), 1964.
    public static func distance(_ one: String, _ other: String) -> Int {
        let a = Array(one.utf8.prefix(64))
        let b = Array(other.utf8.prefix(64))
        var beforeLast = Array(0...b.count)
        var last = beforeLast
        for (i, letter) in a.enumerated() {
            var row = [i + 1]
            for (j, counterpart) in b.enumerated() {
                let change = last[j] + (letter == counterpart ? 0 : 1)
                var best = min(change, last[j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, letter == b[j - 1], counterpart == a[i - 1] {
                    best = min(best, beforeLast[j - 1] + 1)
                }
                row.append(best)
            }
            (beforeLast, last) = (last, row)
        }
        return last[b.count]
    }
}
