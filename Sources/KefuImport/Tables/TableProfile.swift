/// What the first rows of a text say about it as a table.
struct TableProfile {
    let separator: [UInt8]
    /// Where the first record begins, and on which line.
    let start: Int
    let startLine: Int
    /// The header, when the first filled row is one.
    let header: TableHeader?
    /// The number of cells that most rows have.
    let width: Int
    /// The share of rows with that number.
    let agreement: Double

    /// How much of a text is looked at, in bytes and in rows.
    private static let sampleSize = 1 << 16
    private static let sampleRows = 40

    /// The profile under the best of several separators; earlier ones win ties.
    init(of bytes: ByteView, separators: [[UInt8]]) {
        let announced = SeparatorLine(bytes)
        let candidates = announced.map { [$0.separator] } ?? separators
        let start = announced?.length ?? 0
        var best: TableProfile?
        for separator in candidates {
            let profile = TableProfile(bytes, separator, start, announced == nil ? 1 : 2)
            guard let held = best, !profile.isBetter(than: held) else {
                best = profile
                continue
            }
        }
        self = best ?? TableProfile(bytes, [UInt8(ascii: ",")], start, 1)
    }

    private init(_ bytes: ByteView, _ separator: [UInt8], _ start: Int, _ startLine: Int) {
        let isCut = bytes.count > start + Self.sampleSize
        let sample = isCut ? ByteView(bytes.array(0..<start + Self.sampleSize)) : bytes
        var reader = TableReader(sample, separator: separator, from: start, line: startLine)
        var rows: [TableRow] = []
        while rows.count < Self.sampleRows, let row = reader.next() {
            if !row.isBlank { rows.append(row) }
        }
        if isCut, rows.count > 1, rows.count < Self.sampleRows { rows.removeLast() }
        var counts: [Int: Int] = [:]
        for row in rows where row.fault == nil { counts[row.cells.count, default: 0] += 1 }
        let most = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
        self.separator = separator
        self.start = start
        self.startLine = startLine
        header = rows.first.flatMap(TableHeader.init)
        width = most?.key ?? 1
        agreement = rows.isEmpty ? 0 : Double(most?.value ?? 0) / Double(rows.count)
    }

    /// Whether it makes more sense: a recognised header first, then even rows of several cells.
    private func isBetter(than other: TableProfile) -> Bool {
        let (known, otherKnown) = (header?.known ?? 0, other.header?.known ?? 0)
        if known != otherKnown { return known > otherKnown }
        return weight > other.weight
    }

    private var weight: Double { width > 1 ? agreement : 0 }
}

/// Excel's first line `sep=;`, which names the separator.
struct SeparatorLine {
    let separator: [UInt8]
    /// Its bytes with the line end.
    let length: Int

    init?(_ bytes: ByteView) {
        var lines = LineReader(bytes)
        guard bytes.starts(with: "sep=".utf8), let first = lines.next(), first.range.count == 5
        else { return nil }
        separator = [bytes[4]]
        length = lines.next()?.range.lowerBound ?? bytes.count
    }
}
