/// A piece of a document as its reader found it.
struct Block: Equatable {
    enum Kind: Equatable {
        /// Level 0 is the document's own title; deeper headings have higher numbers.
        case heading(level: Int)
        case paragraph
        case item
        /// A table row that carries its header.
        case row
        case code
    }

    /// A cell of a table row.
    struct Cell: Equatable {
        /// What the header calls its column; empty where there is none.
        let name: String
        let value: String
    }

    let kind: Kind
    var text: String
    /// Where it begins, counted from 1; 0 in a document without lines.
    let line: Int
    /// The page where it begins, counted from 1, where the format has pages.
    var page: Int?
    /// Where a person finds it in a document without lines.
    var place = ""
    /// What a row consists of, where somebody may still ask.
    var cells: [Cell] = []
}

extension Block {
    /// Where a person finds it.
    var foundAt: String { place.isEmpty ? "line \(line)" : place }
}
