import KefuDomain

/// How a reliability table is drawn: how sure, how often right, how many.
enum ReliabilityView {
    /// Columns of the bar.
    private static let columns = 20

    /// One line a bin under a heading; a bar that ends at its mark is a confidence that holds.
    /// - Returns: no lines for no bins.
    static func lines(_ bins: [ReliabilityBin], _ look: Look, indent: Int = 0) -> [String] {
        guard !bins.isEmpty else { return [] }
        var table = Table([.right, .right, .right, .left])
        table.add(Phrase.reliabilityColumns.map { Table.Cell(look.say($0), .faint) })
        for bin in bins {
            table.add([
                Table.Cell(decimal(bin.predicted, 2)), Table.Cell(decimal(bin.observed, 2)),
                Table.Cell("\(bin.count)"), Table.Cell(bar(bin), tone(bin)),
            ])
        }
        return table.lines(look, indent: indent)
            + look.paragraph(look.say(.reliabilityLegend), indent: indent, tone: .faint)
    }

    /// A bar as long as the share that was right, with a mark where it was predicted to end.
    static func bar(_ bin: ReliabilityBin) -> String {
        var bar = Array(Bar.filled(bin.observed, columns: columns))
        let place = bin.predicted.isFinite ? Int(bin.predicted * Double(columns)) : 0
        bar[min(max(place, 0), columns - 1)] = "┃"
        return String(bar)
    }

    /// Good where the distance is no more than chance makes it two times in three.
    private static func tone(_ bin: ReliabilityBin) -> Tone {
        let chance = (bin.predicted * (1 - bin.predicted) / Double(max(bin.count, 1))).squareRoot()
        let distance = (bin.predicted - bin.observed).magnitude
        if distance <= chance { return .good }
        return distance <= 2 * chance ? .unsure : .bad
    }
}
