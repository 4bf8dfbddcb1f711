import KefuDomain
import KefuImport

/// Walks over the content of a page and sends its blocks.
final class PageWalk {
    /// Whether anything was sent.
    private(set) var hasText = false

    private let content: PageContent
    private let sink: EventSink
    private var text = FlowText()
    /// The lists around: how many items each has had; `nil` for those that do not count.
    private var lists: [Int?] = []
    private var itemMark: String?
    private var level = 0
    private var term = ""
    private var line = 0

    init(_ content: PageContent, _ sink: @escaping EventSink) {
        self.content = content
        self.sink = sink
    }

    func run() throws {
        try content.root.visit(enter: enter, leave: leave)
        try endBlock()
        try endTerm()
    }

    private static let blocks: Set<String> = [
        "address", "article", "blockquote", "body", "center", "details", "dd", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "li", "main", "ol",
        "p",
        "section", "summary", "td", "th", "tr", "ul", "caption",
    ]

    private func enter(_ node: HTMLNode) throws -> Bool {
        if let piece = node.ownText {
            if text.isEmpty { line = node.parent?.line ?? 0 }
            text.append(piece)
            return false
        }
        if content.leavesOut(node) { return false }
        switch node.name {
        case "br": text.breakLine()
        case "img": if let alt = node["alt"], alt.count > 3 { text.append(" \(alt) ") }
        case "pre":
            try endBlock()
            try sendCode(node)
            return false
        case "table": return try !sendTable(node)
        case "h1", "h2", "h3", "h4", "h5", "h6":
            try endBlock()
            level = node.name.last?.wholeNumberValue ?? 1
        case "summary":
            try endBlock()
            level = 7
        default:
            if Self.blocks.contains(node.name) { try enterBlock(node) }
        }
        return true
    }

    private func enterBlock(_ node: HTMLNode) throws {
        try endBlock()
        switch node.name {
        case "ul", "menu", "dir": lists.append(nil)
        case "ol": lists.append((node["start"].flatMap { Int($0) } ?? 1) - 1)
        case "li":
            guard let count = lists.last ?? nil else {
                itemMark = "- "
                return
            }
            let number = node["value"].flatMap { Int($0) } ?? (count == .max ? count : count + 1)
            lists[lists.count - 1] = number
            itemMark = "\(number). "
        default: break
        }
    }

    private func leave(_ node: HTMLNode) throws {
        switch node.name {
        case "h1", "h2", "h3", "h4", "h5", "h6", "summary": try endBlock()
        case "dt":
            let next = text.take()
            term += (term.isEmpty || next.isEmpty ? "" : ", ") + next
        case "dl":
            try endBlock()
            try endTerm()
        case "ul", "ol":
            try endBlock()
            _ = lists.popLast()
        case "li":
            try endBlock()
            itemMark = nil
        case "td", "th": text.append(" ")
        default: if Self.blocks.contains(node.name) { try endBlock() }
        }
    }

    /// Sends what has gathered.
    private func endBlock() throws {
        let whole = text.take()
        defer { level = 0 }
        if whole.isEmpty { return }
        let place = line > 0 ? "line \(line)" : ""
        if level > 0 {
            return try send(ExtractedBlock(.heading, level: level, whole.oneLine, place: place))
        }
        if !term.isEmpty {
            // A term and what it means are one answer.
            let joint = whole.contains {
                $0.unicodeScalars.first.map { $0.value >= 0x2E80 } ?? false
            }
            let defined = term + (joint ? "：" : ": ") + whole
            term = ""
            return try send(ExtractedBlock(.paragraph, defined, place: place))
        }
        if let mark = itemMark {
            itemMark = nil
            return try send(ExtractedBlock(.item, mark + whole, place: place))
        }
        try send(ExtractedBlock(.paragraph, whole, place: place))
    }

    /// Sends a term that nothing explains.
    private func endTerm() throws {
        defer { term = "" }
        if !term.isEmpty { try send(ExtractedBlock(.paragraph, term)) }
    }

    private func sendCode(_ node: HTMLNode) throws {
        let code = node.descendants(where: { !content.leavesOut($0) }).map { node in
            node.name == "br" ? "\n" : node.ownText ?? ""
        }.joined()
        if code.trimmed.isEmpty { return }
        try send(ExtractedBlock(.code, code, place: "line \(node.line)"))
    }

    /// Sends a table of data.
    /// - Returns: whether it was one; a table that only places things is text.
    private func sendTable(_ node: HTMLNode) throws -> Bool {
        try endBlock()
        guard let table = PageTable(node, leavingOut: content.leavesOut) else { return false }
        hasText = true
        try sink(.table(ExtractedTable(name: table.caption, headerRows: table.headerRows)))
        for row in table.rows {
            if row.cells.contains(where: Self.isDamaged) {
                try noteDamage(at: row.place)
            } else {
                try sink(.row(row))
            }
        }
        try sink(.endTable)
        return true
    }

    private func send(_ block: ExtractedBlock) throws {
        hasText = true
        if Self.isDamaged(block.text) { return try noteDamage(at: block.place) }
        try sink(.block(block))
    }

    /// Whether a text holds bytes that are no characters.
    private static func isDamaged(_ text: String) -> Bool {
        text.unicodeScalars.contains("\u{FFFD}")
    }

    private func noteDamage(at place: String) throws {
        try sink(
            .note(
                ExtractionNote(place: place, why: .importUndecodableRow, hint: .importSaveAsUTF8)))
    }
}

/// Text as a page flows it: white space runs together, breaks stay.
struct FlowText {
    private var whole = ""
    private var owesSpace = false

    var isEmpty: Bool { whole.isEmpty }

    mutating func append(_ piece: String) {
        for part in piece.split(separator: " ", omittingEmptySubsequences: false) {
            appendWord(part)
            owesSpace = true
        }
        owesSpace = piece.last.map(\.isWhitespace) ?? owesSpace
    }

    private mutating func appendWord(_ part: Substring) {
        if part.isEmpty { return }
        let words = part.split(whereSeparator: \.isWhitespace)
        if part.first.map(\.isWhitespace) ?? false { owesSpace = true }
        for (index, word) in words.enumerated() {
            let space = index > 0 || owesSpace
            if space, !whole.isEmpty, whole.last != "\n" { whole += " " }
            whole += word
            owesSpace = false
        }
    }

    mutating func breakLine() {
        if !whole.isEmpty { whole += "\n" }
        owesSpace = false
    }

    /// Gives the text and begins anew.
    mutating func take() -> String {
        defer { self = FlowText() }
        return whole.trimmedLines
    }
}
