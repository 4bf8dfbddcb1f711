/// One line of the table.
struct Figure {
    enum Goal {
        /// The value must not exceed a limit.
        case atMost(Double)
        /// The value must not exceed the baseline's.
        case atMostBaseline
        /// The value must reach a share of the baseline's.
        case shareOfBaseline(Double)
    }

    let name: String
    let unit: String
    let value: Double
    var baseline: Double?
    /// What the baseline is.
    var beside = ""
    var goals: [Goal] = []

    var isMet: Bool {
        goals.allSatisfy { goal in
            switch goal {
            case .atMost(let limit): value <= limit
            case .atMostBaseline: baseline.map { value <= $0 } ?? true
            case .shareOfBaseline(let share): baseline.map { value >= $0 * share } ?? true
            }
        }
    }
}

extension Figure {
    static let columns = ["", "kefu", "baseline", "ratio", "goal", "", "baseline is"]

    var cells: [String] {
        let ratio = baseline.map { $0 > 0 ? Self.text(value / $0) : "-" } ?? ""
        let wanted = goals.map { goal in
            switch goal {
            case .atMost(let limit): "<= \(Self.text(limit))"
            case .atMostBaseline: "ratio <= 1"
            case .shareOfBaseline(let share): "ratio >= \(Self.text(share))"
            }
        }
        return [
            name + ", " + unit, Self.text(value), baseline.map { Self.text($0) } ?? "", ratio,
            wanted.joined(separator: ", "), goals.isEmpty ? "" : isMet ? "met" : "MISSED", beside,
        ]
    }

    /// Three digits that count; thousands as they are.
    private static func text(_ value: Double) -> String {
        guard value < 100 else { return String(Int(value.rounded())) }
        let places = value < 1 ? 3 : value < 10 ? 2 : 1
        var factor = 1.0
        for _ in 0..<places { factor *= 10 }
        let scaled = (value * factor).rounded() / factor
        return scaled == scaled.rounded() ? String(Int(scaled)) : String(scaled)
    }
}

/// Rows in columns as wide as they need; the first column is flush left.
func table(_ rows: [[String]]) -> String {
    var widths: [Int] = []
    for row in rows {
        for (column, cell) in row.enumerated() {
            if column == widths.count { widths.append(0) }
            widths[column] = max(widths[column], cell.count)
        }
    }
    var lines: [String] = []
    for row in rows {
        var line = ""
        for (column, cell) in row.enumerated() {
            let gap = String(repeating: " ", count: widths[column] - cell.count)
            line += (1...3).contains(column) ? gap + cell : cell + gap
            line += "  "
        }
        while line.last == " " { line.removeLast() }
        lines.append(line)
    }
    return lines.joined(separator: "\n")
}
