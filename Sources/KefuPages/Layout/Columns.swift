/// Cuts a page into its columns of text, in reading order.
///
/// A gutter is a vertical strip that rows with text on both sides leave free. Between two rows that
/// cross it, the left side is read before the right one, when both sides read like running text; the
/// cells of a table do not, and stay together.
enum Columns {
    /// Parts of the page, each of one column, in the order in which they are read.
    static func inOrder(_ fragments: [Fragment]) -> [[Row]] {
        var parts: [[Row]] = []
        cut(fragments, depth: 0, into: &parts)
        return parts
    }

    /// Nothing is printed in more columns than this allows.
    private static let deepest = 4
    private static let fewestRows = 4

    private static func cut(_ fragments: [Fragment], depth: Int, into parts: inout [[Row]]) {
        let rows = Row.grouped(fragments)
        guard depth < deepest, rows.count >= fewestRows, let gutter = gutter(of: rows) else {
            if !rows.isEmpty { parts.append(rows) }
            return
        }
        for band in bands(of: rows, beside: gutter) {
            guard band.isDivided else {
                parts.append(band.rows)
                continue
            }
            let pieces = band.rows.flatMap(\.fragments)
            cut(pieces.filter { $0.box.left < gutter }, depth: depth + 1, into: &parts)
            cut(pieces.filter { $0.box.left >= gutter }, depth: depth + 1, into: &parts)
        }
    }

    /// The place that most rows leave free between text on its left and right.
    private static func gutter(of rows: [Row]) -> Double? {
        guard let box = rows.box, box.width > 0 else { return nil }
        let step = 2.0
        var support = [Int](repeating: 0, count: Int(min(box.width, 20_000) / step) + 1)
        for (left, right) in neighbours(rows.flatMap(\.fragments)) {
            let first = Int(((left.box.right - box.left) / step).rounded(.up))
            let end = Int((right.box.left - box.left) / step)
            guard first <= end else { continue }
            for index in first...end where support.indices.contains(index) { support[index] += 1 }
        }
        // The strongest places first; a page may have a table and columns.
        var candidates = support.indices.filter { support[$0] >= fewestRows }
        while let best = candidates.max(by: { support[$0] < support[$1] }) {
            var last = best
            while last + 1 < support.count, support[last + 1] == support[best] { last += 1 }
            let place = box.left + Double(best + last) / 2 * step
            if bands(of: rows, beside: place).contains(where: \.isDivided) { return place }
            candidates.removeAll { (best - 6...last + 6).contains($0) }
        }
        return nil
    }

    /// Each fragment with the nearest one on its right, at about the same height.
    private static func neighbours(_ fragments: [Fragment]) -> [(Fragment, Fragment)] {
        let sorted = fragments.sorted { $0.box.middle < $1.box.middle }
        var pairs: [(Fragment, Fragment)] = []
        var first = 0
        for fragment in sorted {
            let reach = 0.8 * max(fragment.size, 1)
            while sorted[first].box.middle < fragment.box.middle - reach { first += 1 }
            var nearest: Fragment?
            for other in sorted[first...] {
                if other.box.middle > fragment.box.middle + reach { break }
                if other.box.left >= fragment.box.right,
                    other.box.left < nearest?.box.left ?? .infinity
                {
                    nearest = other
                }
            }
            if let nearest { pairs.append((fragment, nearest)) }
        }
        return pairs
    }

    private struct Band {
        var rows: [Row]
        var isDivided: Bool
    }

    /// Runs of rows that leave a place free and read as columns, and the rows between them.
    private static func bands(of rows: [Row], beside gutter: Double) -> [Band] {
        var bands: [Band] = []
        var open: [Row] = []
        func close() {
            if open.isEmpty { return }
            let isDivided = isText(open, beside: gutter)
            if !isDivided, let last = bands.indices.last, !bands[last].isDivided {
                bands[last].rows += open
            } else {
                bands.append(Band(rows: open, isDivided: isDivided))
            }
            open = []
        }
        for row in rows {
            let crosses = row.fragments.contains {
                $0.box.left < gutter - 1 && $0.box.right > gutter + 1
            }
            if !crosses {
                open.append(row)
                continue
            }
            close()
            if let last = bands.indices.last, !bands[last].isDivided {
                bands[last].rows.append(row)
            } else {
                bands.append(Band(rows: [row], isDivided: false))
            }
        }
        close()
        return bands
    }

    private static func isText(_ rows: [Row], beside gutter: Double) -> Bool {
        let pieces = rows.flatMap(\.fragments)
        let left = Row.grouped(pieces.filter { $0.box.left < gutter })
        let right = Row.grouped(pieces.filter { $0.box.left >= gutter })
        let fewer = min(left.count, right.count)
        guard fewer >= 3, let one = left.box, let other = right.box else { return false }
        // Both sides have text over the same height, at least in part.
        let shared = min(one.bottom, other.bottom) - max(one.top, other.top)
        guard shared > 0.25 * min(one.height, other.height) else { return false }
        guard one.width < 3 * other.width, other.width < 3 * one.width else { return false }
        let size = max(left[left.count / 2].size, 1)
        guard min(one.width, other.width) >= 9 * size else { return false }
        if fewer >= 8, commonGaps(left, right) * 2 < fewer { return true }
        guard isListing(left) == isListing(right), fewer >= 5 || one.width >= 16 * size else {
            return false
        }
        return runsOn(left) && runsOn(right) && !breaksTogether(left, right)
    }

    private static func isListing(_ rows: [Row]) -> Bool {
        rows.filter(\.isCode).count * 2 > rows.count
    }

    /// How many strips across both sides are free of ink. The rows of a table have one between each
    /// two; the lines of independent columns lie at different heights.
    private static func commonGaps(_ left: [Row], _ right: [Row]) -> Int {
        // Boxes are as high as the font; letters take about two thirds of that.
        let spans = (left + right).map { row in
            (row.box.middle - 0.34 * row.size, row.box.middle + 0.44 * row.size)
        }.sorted { $0.0 < $1.0 }
        var gaps = 0
        var end = spans.first?.1 ?? 0
        for span in spans {
            if span.0 > end { gaps += 1 }
            end = max(end, span.1)
        }
        return gaps
    }

    /// Whether most rows fill the width of their side, as those of running text do.
    private static func runsOn(_ rows: [Row]) -> Bool {
        guard let box = rows.box else { return false }
        var full = 0
        var running = 0
        for row in rows {
            if row.box.width >= 0.75 * box.width { full += 1 }
            // A row of cells is no line of text.
            if row.fragments.contains(where: { $0.box.width >= 0.5 * box.width }) { running += 1 }
        }
        return full * 2 >= rows.count && running * 2 >= rows.count
    }

    /// Whether blocks begin at the same height on both sides, as the rows of a table do.
    private static func breaksTogether(_ left: [Row], _ right: [Row]) -> Bool {
        let one = starts(of: left)
        let other = starts(of: right)
        let fewer = min(one.count, other.count)
        guard fewer >= 2 else { return false }
        let tolerance = 0.4 * left[0].size
        let shared = one.filter { place in other.contains { abs($0 - place) <= tolerance } }
        return shared.count * 10 >= max(one.count, other.count) * 7
    }

    /// Where blocks begin: behind a gap that is wider than those between lines.
    private static func starts(of rows: [Row]) -> [Double] {
        var steps: [Double] = []
        for (upper, lower) in zip(rows, rows.dropFirst()) {
            steps.append(lower.box.middle - upper.box.middle)
        }
        guard let usual = steps.sorted().dropFirst(steps.count / 4).first else { return [] }
        var starts: [Double] = []
        for (index, step) in steps.enumerated() where step > 1.25 * usual {
            starts.append(rows[index + 1].box.middle)
        }
        return starts
    }
}
