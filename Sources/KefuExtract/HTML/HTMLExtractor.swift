import CXML
import KefuDomain
import KefuImport

/// Pages in HTML: their readable text, without menus and what else surrounds it.
struct HTMLExtractor: Extractor {
    var access: FileAccess { .none }

    func extract(_ file: InputFile, into sink: @escaping EventSink) throws {
        try sink(.format("html"))
        try Self.read(file.bytes(), into: sink)
    }

    /// Reads a page from its bytes.
    static func read(_ bytes: [UInt8], into sink: @escaping EventSink) throws {
        let text = try MarkupText.utf8(of: bytes)
        guard text.count < Int(Int32.max) else { throw KefuError.noMemory("HTML") }
        let parsed = text.withUnsafeBytes { bytes in
            kxml_html(bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count))
        }
        guard let document = parsed else { throw KefuError.noMemory("HTML") }
        defer { xmlFreeDoc(document) }
        guard let root = HTMLNode(xmlDocGetRootElement(document)) else { throw KefuError.noText }
        try read(root, into: sink)
    }

    /// Reads the page below its root element.
    private static func read(_ root: HTMLNode, into sink: @escaping EventSink) throws {
        let content = PageContent(of: root)
        if let title = content.title { try sink(.title(title)) }
        let walk = PageWalk(content, sink)
        try walk.run()
        // A page that is nothing but links, an index say, is better than nothing.
        if !walk.hasText { try PageWalk(content.withoutPruning, sink).run() }
    }
}

extension KefuError {
    /// The failure of a file that holds no text.
    static let noText = KefuError(
        .unreadable, .importEmptyFile, why: .importNothingInIt, hint: .importCheckFile)
}
