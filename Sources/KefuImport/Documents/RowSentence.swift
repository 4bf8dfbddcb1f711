/// A table row as a sentence that carries its header: `型号：KX-7；功率：7 kW`.
enum RowSentence {
    /// - Parameters:
    ///   - header: the columns' names; a cell behind the last, or under an empty one, stands alone.
    ///   - cells: plain texts; empty ones are passed over.
    static func of(_ cells: [String], under header: [String]) -> String {
        var filled: [(name: String, value: String)] = []
        for (index, value) in cells.enumerated() where !value.isEmpty {
            filled.append((index < header.count ? header[index] : "", value))
        }
        let isWide = filled.contains { cell in
            cell.name.contains(where: TextWidth.isWide)
                || cell.value.contains(where: TextWidth.isWide)
        }
        let (colon, semicolon) = isWide ? ("：", "；") : (": ", "; ")
        return filled.map { $0.name.isEmpty ? $0.value : $0.name + colon + $0.value }
            .joined(separator: semicolon)
    }
}
