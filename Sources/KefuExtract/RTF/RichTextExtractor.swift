import KefuDomain
import KefuImport

/// Reads rich text (RTF): paragraphs, headings by their outline level, tables.
struct RichTextExtractor: Extractor {
    var access: FileAccess { .none }

    func extract(_ file: InputFile, into sink: @escaping EventSink) throws {
        try sink(.format("rtf"))
        var reader = RichTextReader(sink)
        try reader.read(RichTextScanner(file.bytes()))
    }
}

/// Follows the groups of a file and puts its text together.
private struct RichTextReader {
    /// What holds within a group.
    private struct State {
        var codePage = 1252
        /// Whether it is a destination without text of the document.
        var isSkipped = false
        var isFontTable = false
        /// Bytes that follow a Unicode character for readers that do not know it.
        var fallback = 1
    }

    private let sink: EventSink
    private var places = TextPlaces()
    private var state = State()
    private var states: [State] = []
    private var pages: [Int: Int] = [:]
    private var defaultPage = 1252
    private var font = 0
    private var isFirstInGroup = false
    private var ignored = 0
    private var bytes: [UInt8] = []
    private var units: [UInt16] = []
    private var text = ""
    private var level: Int?
    private var isInTable = false
    private var cells: [String] = []
    private var isTableOpen = false

    /// Groups that are nested deeper are no document's.
    private static let deepest = 1000

    init(_ sink: @escaping EventSink) {
        self.sink = sink
    }

    mutating func read(_ scanner: RichTextScanner) throws {
        var scanner = scanner
        while let token = scanner.next() {
            switch token {
            case .open: open()
            case .close: close()
            case .byte(let byte): take(byte)
            case .control("bin", let count): scanner.skip(count ?? 0)
            case .control(let name, let number): try take(name, number)
            }
            if states.count > Self.deepest { throw KefuError.broken("RTF", .extractionNested) }
        }
        try endParagraph()
        try endTable()
    }

    private mutating func open() {
        flush()
        states.append(state)
        isFirstInGroup = true
    }

    private mutating func close() {
        flush()
        state = states.popLast() ?? State()
        isFirstInGroup = false
    }

    private mutating func take(_ byte: UInt8) {
        isFirstInGroup = false
        if ignored > 0 {
            ignored -= 1
        } else if !state.isSkipped {
            flushUnits()
            bytes.append(byte)
        }
    }

    private mutating func take(_ name: String, _ number: Int?) throws {
        let opens = isFirstInGroup
        isFirstInGroup = name == "*"
        if opens, name == "*" || Self.skipped.contains(name) { state.isSkipped = true }
        if name == "fonttbl" { state.isFontTable = true }
        switch name {
        case "f": setFont(number ?? 0)
        case "fcharset": if state.isFontTable { pages[font] = Self.codePage(number ?? 0) }
        case "ansicpg":
            defaultPage = number ?? 1252
            state.codePage = defaultPage
        case "uc": state.fallback = number ?? 1
        default: if !state.isSkipped { try takeText(name, number) }
        }
    }

    private mutating func takeText(_ name: String, _ number: Int?) throws {
        switch name {
        case "u": takeUnit(number ?? 0)
        case "par", "sect", "page": try endParagraph()
        case "pard": (level, isInTable) = (nil, false)
        case "outlinelevel": level = number.flatMap { $0 < 9 ? $0 + 1 : nil }
        case "intbl": isInTable = true
        case "cell": endCell()
        case "row": try endRow()
        case "line": add("\n")
        case "tab": add("\t")
        case "~": add(" ")
        case "_": add("-")
        case "\\", "{", "}": add(name)
        default: if let mark = Self.marks[name] { add(mark) }
        }
    }

    private mutating func setFont(_ number: Int) {
        font = number
        if state.isFontTable { return }
        flush()
        state.codePage = pages[number] ?? defaultPage
    }

    private mutating func takeUnit(_ number: Int) {
        flushBytes()
        units.append(UInt16(truncatingIfNeeded: number))
        ignored = state.fallback
    }

    private mutating func add(_ more: String) {
        flush()
        text += more
    }

    private mutating func flush() {
        flushBytes()
        flushUnits()
        ignored = 0
    }

    private mutating func flushBytes() {
        if bytes.isEmpty { return }
        text +=
            MarkupText.text(of: bytes, codePage: state.codePage)
            ?? MarkupText.text(of: bytes, codePage: 1252) ?? ""
        bytes = []
    }

    private mutating func flushUnits() {
        if !units.isEmpty { text += String(decoding: units, as: UTF16.self) }
        units = []
    }
}

// Paragraphs and tables.
extension RichTextReader {
    private mutating func takeAll() -> String {
        flush()
        defer { text = "" }
        return text.split(separator: "\n").map { $0.trimmingSpaces }.joined(separator: "\n")
    }

    private mutating func endParagraph() throws {
        if isInTable {
            // Another paragraph of the same cell.
            add("\n")
            return
        }
        let paragraph = takeAll()
        if paragraph.isEmpty { return }
        try endTable()
        let kind: ExtractedBlock.Kind = level == nil ? .paragraph : .heading
        try sink(
            .block(
                ExtractedBlock(kind, level: level ?? 0, paragraph, place: places.paragraph())))
    }

    private mutating func endCell() { cells.append(takeAll()) }

    private mutating func endRow() throws {
        if cells.isEmpty { return }
        if !isTableOpen {
            places.beginTable()
            try sink(.table(ExtractedTable()))
        }
        isTableOpen = true
        try sink(.row(ExtractedRow(cells, place: places.row())))
        cells = []
    }

    private mutating func endTable() throws {
        if isTableOpen { try sink(.endTable) }
        isTableOpen = false
    }

    /// Destinations that hold no text of the document.
    private static let skipped: Set<String> = [
        "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "header", "headerl",
        "headerr", "headerf", "footer", "footerl", "footerr", "footerf", "themedata", "datastore",
        "listtable", "listoverridetable", "rsidtbl", "generator", "xmlnstbl", "latentstyles",
        "bkmkstart", "bkmkend", "fldinst", "nonshppict", "annotation", "pntext",
    ]

    private static let marks = [
        "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
        "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ",
    ]

    /// The code page of a font's character set.
    private static func codePage(_ charset: Int) -> Int {
        switch charset {
        case 128: 932
        case 129: 949
        case 134: 936
        case 136: 950
        case 204: 1251
        case 238: 1250
        default: 1252
        }
    }
}

extension Substring {
    fileprivate var trimmingSpaces: String {
        let head = drop(while: \.isWhitespace)
        return String(head.reversed().drop(while: \.isWhitespace).reversed())
    }
}
