/// Where a person finds the parts of a document that has neither lines nor pages.
struct TextPlaces {
    private var paragraphs = 0
    private var tables = 0
    private var rows = 0

    mutating func paragraph() -> String {
        paragraphs += 1
        return "paragraph \(paragraphs)"
    }

    mutating func beginTable() { (tables, rows) = (tables + 1, 0) }

    mutating func row() -> String {
        rows += 1
        return "table \(tables), row \(rows)"
    }
}
