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

    let kind: Kind
    let text: String
    /// Where it begins, counted from 1.
    let line: Int
}
