/// A cell's place, counted from 1.
struct CellPlace: Equatable {
    var row: Int
    var column: Int

    static let maxRow = 1_048_576
    static let maxColumn = 16_384

    init(row: Int, column: Int) {
        (self.row, self.column) = (row, column)
    }

    /// - Returns: `nil` for what is not as `B12`.
    init?(_ name: some StringProtocol) {
        (row, column) = (0, 0)
        for byte in name.utf8 where byte != UInt8(ascii: "$") {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0:
                column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                row = row * 10 + Int(byte - UInt8(ascii: "0"))
            default: return nil
            }
            guard row <= Self.maxRow, column <= Self.maxColumn else { return nil }
        }
        guard row > 0, column > 0 else { return nil }
    }

    /// A column's letters.
    static func letters(_ column: Int) -> String {
        var letters = ""
        var rest = column
        while rest > 0 {
            letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }
}

/// A block of cells.
struct CellRange {
    let rows: ClosedRange<Int>
    let columns: ClosedRange<Int>

    /// - Returns: `nil` for what is not as `A1:B2`.
    init?(_ name: String) {
        let ends = name.split(separator: ":")
        guard let first = ends.first.flatMap({ CellPlace($0) }),
            let last = ends.last.flatMap({ CellPlace($0) }), first.row <= last.row,
            first.column <= last.column
        else { return nil }
        rows = first.row...last.row
        columns = first.column...last.column
    }
}
