/// How many single-character insertions, deletions, replacements and swaps of neighbours turn one
/// text into another.
///
/// Source: optimal string alignment, the restricted form of Damerau's distance (CACM 7(3), 1964).
func editDistance(_ one: String, _ other: String) -> Int {
    let a = Array(one)
    let b = Array(other)
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
        var row = [i + 1]
        for j in b.indices {
            var best = min(row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                best = min(best, beforeLast[j - 1] + 1)
            }
            row.append(best)
        }
        beforeLast = last
        last = row
    }
    return last[b.count]
}

/// The known name that a person most likely meant; `nil` when none is near.
///
/// Near means a third of the name's characters at most, or that one begins with the other.
func nearest(to name: String, among known: [String]) -> String? {
    var best: (name: String, distance: Int)?
    for candidate in known {
        let isBeginning = name.count > 1 && candidate.hasPrefix(name)
        let distance = isBeginning ? 1 : editDistance(name, candidate)
        let limit = max(1, max(name.count, candidate.count) / 3)
        if distance <= limit, distance < (best?.distance ?? .max) { best = (candidate, distance) }
    }
    return best?.name
}
