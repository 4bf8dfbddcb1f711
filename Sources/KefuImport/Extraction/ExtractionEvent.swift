public import KefuDomain

/// What the process that reads a stranger's file tells the daemon, one JSON line each, in the order
/// of the document. Nothing in it is trusted but its shape: the daemon bounds what it takes.
public enum ExtractionEvent: Codable, Sendable, Equatable {
    /// The first: what the file turned out to be, such as `xlsx`.
    case format(String)
    /// The document's own title, where it has one outside its text; before the first block.
    case title(String)
    case block(ExtractedBlock)
    /// A table begins. Its rows follow, and nothing but notes between them.
    case table(ExtractedTable)
    case row(ExtractedRow)
    /// The table ends.
    case endTable
    /// Something was left out, and the rest goes on.
    case note(ExtractionNote)
    /// The file as a whole is of no use; the last event then.
    case failure(ExtractionFailure)
    /// Everything was read; the last event else.
    case end
}

/// A piece of running text.
public struct ExtractedBlock: Codable, Sendable, Equatable {
    public enum Kind: String, Codable, Sendable {
        case heading, paragraph, item, code
        /// A footnote or endnote, behind the block that refers to it.
        case note
    }

    public var kind: Kind
    /// Of a heading: 0 is the document's own title, 1 the highest of its headings.
    public var level: Int
    public var text: String
    /// Counted from 1, where the format has pages.
    public var page: Int?
    /// Where a person finds it, such as `page 3`; empty when the format has no places.
    public var place: String

    public init(
        _ kind: Kind, level: Int = 0, _ text: String, page: Int? = nil, place: String = ""
    ) {
        self.kind = kind
        self.level = level
        self.text = text
        self.page = page
        self.place = place
    }
}

/// The beginning of a table.
public struct ExtractedTable: Codable, Sendable, Equatable {
    /// The name of the sheet, or the caption; may be empty.
    public var name: String
    /// How many of its first rows the document marks as its header; `nil` when it does not say.
    public var headerRows: Int?
    /// Whether it is a sheet of its own, whose name heads what is in it.
    public var isSheet: Bool

    public init(name: String = "", headerRows: Int? = nil, isSheet: Bool = false) {
        self.name = name
        self.headerRows = headerRows
        self.isSheet = isSheet
    }
}

/// A row of a table.
public struct ExtractedRow: Codable, Sendable, Equatable {
    /// The texts as they are shown; a merged cell's text stands in every cell that it covers.
    public var cells: [String]
    /// The cells, by index, that only continue a cell to the left of them.
    public var continued: [Int]
    public var page: Int?
    /// Where a person finds it, such as `Sheet1!A12`.
    public var place: String

    public init(_ cells: [String], continued: [Int] = [], page: Int? = nil, place: String) {
        self.cells = cells
        self.continued = continued
        self.page = page
        self.place = place
    }
}

/// Something that was left out.
public struct ExtractionNote: Codable, Sendable, Equatable {
    public var place: String
    public var why: Wording
    public var hint: Wording

    public init(place: String, why: Phrase, hint: Phrase) {
        self.place = place
        self.why = Wording(why)
        self.hint = Wording(hint)
    }
}

/// Why a file is of no use.
public struct ExtractionFailure: Codable, Sendable, Equatable {
    /// Whether it went beyond a limit, rather than not being what it should.
    public var isLimit: Bool
    public var what: Wording
    public var why: Wording
    public var hint: Wording

    public init(_ error: KefuError) {
        isLimit = error.code == .limit
        what = Wording(error.what)
        why = Wording(error.why)
        hint = Wording(error.hint)
    }

    /// The failure as the daemon tells it.
    public var error: KefuError {
        KefuError(isLimit ? .limit : .unreadable, what.phrase, why: why.phrase, hint: hint.phrase)
    }
}

/// A phrase on the wire.
public struct Wording: Codable, Sendable, Equatable {
    public var en: String
    public var zh: String

    public init(_ phrase: Phrase) {
        (en, zh) = (phrase.english, phrase.chinese)
    }

    /// The phrase, on one line and no longer than a phrase ever is.
    public var phrase: Phrase { Phrase(Self.bounded(en), Self.bounded(zh)) }

    static func bounded(_ text: String) -> String {
        let scalars = text.unicodeScalars.prefix(400).map { $0.value < 0x20 ? " " : $0 }
        return String(String.UnicodeScalarView(scalars))
    }
}
