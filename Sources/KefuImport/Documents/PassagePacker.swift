/// Cuts the blocks of one section into passages of a size that answers a question.
///
/// Widths are those of `TextWidth`. A passage ends between blocks, within a long block between
/// sentences, and inside a sentence only when that is longer than the limit. The result depends on
/// nothing but the blocks.
enum PassagePacker {
    /// No passage is wider, except by a short rest that joins it.
    static let limit = 400
    /// A passage that reached this takes nothing more.
    static let target = 300
    /// A passage below this takes what follows as far as the limit allows.
    static let minimum = 100
    /// Table rows answer one by one; tiny ones share a passage up to this.
    static let rowTarget = 60

    struct Piece: Equatable {
        var text: String
        var page: Int?
        /// Where a person finds it.
        var place: String
    }

    static func pack(_ blocks: [Block]) -> [Piece] {
        var pieces: [Open] = []
        for block in blocks {
            for unit in units(of: block) {
                if let last = pieces.indices.last, pieces[last].accepts(unit) {
                    pieces[last].append(unit)
                } else {
                    pieces.append(Open(unit))
                }
            }
        }
        if let rest = pieces.last, let previous = pieces.dropLast().last,
            !rest.isRow, !previous.isRow, rest.width < minimum,
            previous.width + rest.width <= limit + minimum
        {
            pieces.removeLast()
            pieces[pieces.count - 1].append(rest.first(joinedBy: rest.glue))
        }
        return pieces.map { piece in
            Piece(
                text: trimmed(piece.text), page: piece.block.page, place: piece.block.foundAt)
        }
    }

    /// The smallest part that is not cut.
    private struct Unit {
        let text: String
        /// The block that it is of.
        let block: Block
        let isRow: Bool
        /// What stands before it when it continues a passage.
        let glue: String
    }

    /// A passage that may still grow.
    private struct Open {
        private(set) var text: String
        private(set) var width: Int
        private(set) var isRow: Bool
        /// The first block that is in it.
        let block: Block
        let glue: String

        init(_ unit: Unit) {
            text = unit.text
            width = TextWidth.of(unit.text)
            isRow = unit.isRow
            block = unit.block
            glue = unit.glue
        }

        func accepts(_ unit: Unit) -> Bool {
            let together = width + TextWidth.of(unit.text)
            if isIntroduction { return together <= limit }
            if unit.isRow || isRow { return unit.isRow && isRow && together <= rowTarget }
            return together <= (width < minimum ? limit : target)
        }

        mutating func append(_ unit: Unit) {
            text += unit.glue + unit.text
            width += TextWidth.of(unit.text)
            isRow = unit.isRow
        }

        /// The whole as a unit.
        func first(joinedBy glue: String) -> Unit {
            Unit(text: text, block: block, isRow: isRow, glue: glue)
        }

        /// A line such as `参数如下：` says nothing without what follows.
        private var isIntroduction: Bool {
            guard !isRow, width < minimum, let last = text.last else { return false }
            return last == "：" || last == ":"
        }
    }

    private static func units(of block: Block) -> [Unit] {
        let isRow = block.kind == .row
        if TextWidth.of(block.text) <= limit {
            return [Unit(text: block.text, block: block, isRow: isRow, glue: "\n")]
        }
        var units: [Unit] = []
        for part in Sentences.of(block.text, limit: limit) {
            let glue = units.isEmpty ? "\n" : ""
            units.append(Unit(text: part, block: block, isRow: isRow, glue: glue))
        }
        return units
    }
}
