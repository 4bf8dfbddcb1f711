/// The kinds of file that only a confined process may read, told apart by their first bytes.
public enum FileFamily: String, CaseIterable, Sendable {
    /// XLSX, DOCX, OpenDocument, EPUB: documents that are archives.
    case archive
    case html
    case pdf
    case image
    /// Microsoft's compound files: DOC, XLS, and encrypted documents.
    case compound
    /// Rich text.
    case rtf

    /// What a file of the family may turn out to be, by the names of formats on the wire.
    public var formats: [String] {
        switch self {
        case .archive: ["xlsx", "docx", "ods", "odt", "epub"]
        case .compound: ["xls", "doc"]
        case .html, .pdf, .image, .rtf: [rawValue]
        }
    }

    /// So many bytes of a file tell its family.
    public static let headSize = 1024

    /// The family of a file; `nil` for text and for what nobody reads.
    /// - Parameters:
    ///   - head: the first `headSize` bytes.
    ///   - ending: of its name, in lower case.
    public static func of(_ head: some Collection<UInt8>, ending: String) -> FileFamily? {
        let head = Array(head.prefix(headSize))
        for (mark, family) in marks where head.starts(with: mark) { return family }
        if head.starts(with: Array("RIFF".utf8)), head.dropFirst(8).starts(with: "WEBP".utf8) {
            return .image
        }
        // A bitmap: two letters, its size, and four bytes that are always zero.
        if head.starts(with: Array("BM".utf8)), head.count > 26,
            head[6..<10].allSatisfy({ $0 == 0 })
        {
            return .image
        }
        // Some programs put a line or a mark before it; the format allows for that.
        if ending == "pdf", holds(head, "%PDF-") { return .pdf }
        return MarkupSigns.areHTML(head, ending: ending) ? .html : nil
    }

    private static let marks: [(bytes: [UInt8], family: FileFamily)] = [
        (Array("PK\u{3}\u{4}".utf8), .archive),
        (Array("PK\u{5}\u{6}".utf8), .archive),
        (Array("%PDF-".utf8), .pdf),
        ([0xD0, 0xCF, 0x11, 0xE0], .compound),
        (Array("{\\rtf".utf8), .rtf),
        ([0x89, 0x50, 0x4E, 0x47], .image),
        ([0xFF, 0xD8, 0xFF], .image),
        (Array("GIF8".utf8), .image),
        ([0x49, 0x49, 0x2A, 0x00], .image),
        ([0x4D, 0x4D, 0x00, 0x2A], .image),
    ]

    private static func holds(_ head: [UInt8], _ mark: String) -> Bool {
        let mark = Array(mark.utf8)
        return head.indices.contains { head[$0...].starts(with: mark) }
    }
}

/// What tells HTML from other text.
enum MarkupSigns {
    /// Whether a file begins as HTML does, or is named so and holds a tag.
    static func areHTML(_ head: [UInt8], ending: String) -> Bool {
        let text = asciiText(of: head)
        var rest = text[...]
        while let next = skipPreamble(rest) { rest = next }
        if rest.hasPrefix("<!doctype html") || rest.hasPrefix("<html") { return true }
        // Web programs write tables in HTML and call them workbooks.
        let isOffice = ["xls", "xlsx", "doc", "docx"].contains(ending) && rest.hasPrefix("<")
        guard isOffice || ["html", "htm", "xhtml", "shtml"].contains(ending) else { return false }
        return tags.contains { text.contains($0) }
    }

    private static let tags = [
        "<head", "<body", "<meta", "<title", "<p", "<div", "<table", "<h1", "<h2", "<ul", "<ol",
        "<br", "<span", "<a ", "<font", "<center", "<b>", "<pre", "<frameset", "<article", "<main",
    ]

    /// The ASCII characters of a head in lower case; UTF-16 loses its zero bytes.
    private static func asciiText(of head: [UInt8]) -> String {
        let bytes = head.lazy.filter { $0 != 0 && $0 < 0x80 }
        return String(decoding: Array(bytes), as: UTF8.self).lowercased()
    }

    /// What follows white space, an XML declaration or a comment at the start; `nil` without one.
    private static func skipPreamble(_ text: Substring) -> Substring? {
        if let first = text.first, first.isWhitespace {
            return text.drop(while: \.isWhitespace)
        }
        for (opening, closing) in [("<?xml", "?>"), ("<!--", "-->")] where text.hasPrefix(opening) {
            var rest = text
            while !rest.isEmpty, !rest.hasPrefix(closing) { rest.removeFirst() }
            return rest.dropFirst(closing.count)
        }
        return nil
    }
}
