/// The fragments that stand beside each other, from left to right.
struct Row: Sendable, Hashable {
    private(set) var fragments: [Fragment]
    private(set) var box: Box

    init(_ fragment: Fragment) {
        fragments = [fragment]
        box = fragment.box
    }

    /// Of the largest part of its text.
    var size: Double { widest.size }
    var isBold: Bool { fragments.allSatisfy(\.isBold) }
    var isCode: Bool { fragments.allSatisfy(\.isCode) }

    var text: String { fragments.map(\.text).joined(separator: " ") }

    private var widest: Fragment {
        fragments.max { $0.box.width < $1.box.width } ?? fragments[0]
    }

    /// The rows of a part of a page, from the top.
    static func grouped(_ fragments: [Fragment]) -> [Row] {
        var rows: [Row] = []
        for fragment in fragments.sorted(by: { $0.box.middle < $1.box.middle }) {
            // Small raised or lowered characters may lie between two rows; the last two compete.
            let near = rows.indices.suffix(2).max { one, other in
                rows[one].core.overlapInHeight(fragment.box)
                    < rows[other].core.overlapInHeight(fragment.box)
            }
            if let near, rows[near].core.overlapInHeight(fragment.box) >= 0.5 {
                rows[near].insert(fragment)
            } else {
                rows.append(Row(fragment))
            }
        }
        return rows.map { $0.joined() }.sorted { $0.box.middle < $1.box.middle }
    }

    /// The place of its largest text, which alone decides what stands beside it.
    private var core: Box { fragments.max { $0.size < $1.size }?.box ?? box }

    private mutating func insert(_ fragment: Fragment) {
        let place = fragments.firstIndex { $0.box.left > fragment.box.left } ?? fragments.count
        fragments.insert(fragment, at: place)
        box = box.union(fragment.box)
    }

    /// Fragments that turn out to be close together become one; so do the mark of a list item and
    /// what stands behind it.
    private func joined() -> Row {
        var merged: [Fragment] = []
        for fragment in fragments {
            guard var last = merged.last else {
                merged.append(fragment)
                continue
            }
            let gap = fragment.box.left - last.box.right
            let size = max(fragment.size, last.size, 1)
            let isMark = merged.count == 1 && ListMark.isAlone(last.text) && gap <= 4 * size
            guard gap < FragmentBuilder.widestGap * size || isMark else {
                merged.append(fragment)
                continue
            }
            let isApart = isMark || gap > 0.2 * size
            last.text += (isApart ? " " : "") + fragment.text
            last.box = last.box.union(fragment.box)
            if isMark { last.size = fragment.size }
            last.isBold = (isMark || last.isBold) && fragment.isBold
            last.isCode = last.isCode && fragment.isCode
            merged[merged.count - 1] = last
        }
        var row = self
        row.fragments = merged
        return row
    }
}

extension [Row] {
    /// The rectangle around all of them.
    var box: Box? {
        guard let first else { return nil }
        return dropFirst().reduce(first.box) { $0.union($1.box) }
    }
}
