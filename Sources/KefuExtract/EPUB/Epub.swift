import CXML
import KefuDomain
import KefuImport

/// A book in EPUB: pages in HTML, in the order of its spine.
struct Epub {
    private let archive: ZipArchive

    init(_ archive: ZipArchive) {
        archive.label = "EPUB"
        self.archive = archive
    }

    func read(into sink: @escaping EventSink) throws {
        try sink(.format("epub"))
        if archive.has("META-INF/encryption.xml") { throw KefuError.encrypted("EPUB") }
        let container = EpubContainer()
        try XMLStream.parse("META-INF/container.xml", of: archive, container)
        guard let place = container.package else {
            throw KefuError.broken("EPUB", .extractionMissingPart)
        }
        let package = EpubPackage()
        guard try XMLStream.parse(place, of: archive, package) else {
            throw KefuError.broken("EPUB", .extractionMissingPart)
        }
        if !package.title.trimmed.isEmpty { try sink(.title(package.title.oneLine)) }
        let folder = place.lastIndex(of: "/").map { String(place[...$0]) } ?? ""
        for page in package.pages { try read(folder + page, into: sink) }
    }

    /// Reads a page; a bad one costs only itself.
    private func read(_ name: String, into sink: @escaping EventSink) throws {
        do {
            guard let bytes = try archive.bytes(name) else {
                throw KefuError.broken("EPUB", .extractionMissingPart)
            }
            try HTMLExtractor.read(bytes, into: sink)
        } catch let error as KefuError where error.code == .unreadable {
            try sink(.note(ExtractionNote(place: name, why: error.why, hint: error.hint)))
        }
    }
}

/// Where the package document is.
private final class EpubContainer: XMLListener {
    private(set) var package: String?

    func open(_ name: String, _ attributes: XMLAttributes) throws {
        if name == "rootfile", package == nil { package = attributes["full-path"] }
    }

    func close(_ name: String) throws {}
    func text(_ text: String) throws {}
}

/// The title, the files, and the order of pages.
private final class EpubPackage: XMLListener {
    private(set) var title = ""
    private var places: [String: String] = [:]
    private var spine: [String] = []
    private var isTitle = false

    /// The pages by their names, relative to the package document.
    var pages: [String] { spine.compactMap { places[$0] } }

    func open(_ name: String, _ attributes: XMLAttributes) throws {
        switch name {
        case "title": isTitle = title.isEmpty
        case "item":
            guard let id = attributes["id"], let place = attributes["href"],
                attributes["media-type"]?.contains("html") ?? false,
                !(attributes["properties"]?.split(separator: " ").contains("nav") ?? false)
            else { return }
            places[id] = Self.unescaped(place)
        case "itemref": if let id = attributes["idref"] { spine.append(id) }
        default: break
        }
    }

    func close(_ name: String) throws {
        if name == "title" { isTitle = false }
    }

    func text(_ text: String) throws {
        if isTitle { title += text }
    }

    /// A reference with its `%20` and the like undone.
    private static func unescaped(_ reference: String) -> String {
        var bytes: [UInt8] = []
        var rest = Array(reference.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = rest.prefix(2)
            if byte == UInt8(ascii: "%"), digits.count == 2,
                let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
