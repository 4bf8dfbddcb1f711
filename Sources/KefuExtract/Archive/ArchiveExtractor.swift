import KefuDomain
import KefuImport

/// Documents that are archives, told apart by their parts.
struct ArchiveExtractor: Extractor {
    var access: FileAccess { .none }

    func extract(_ file: InputFile, into sink: @escaping EventSink) throws {
        let archive = try ZipArchive(file)
        let main = try Relations(of: "", in: archive).part(ofType: "officeDocument")
        switch try kind(of: archive, main) {
        case .workbook(let part): try Workbook(archive, part).read(into: sink)
        case .document(let part): try WordDocument(archive, part).read(into: sink)
        case .openDocument(let format): try OpenDocument(archive, format: format).read(into: sink)
        case .book: try Epub(archive).read(into: sink)
        case .foreign(let name):
            throw KefuError(
                .unreadable, .importForeign(name), why: .extractionLooksLike(name),
                hint: .importSaveOffice)
        }
    }

    private enum Kind {
        case workbook(String)
        case document(String)
        /// Its format's name.
        case openDocument(String)
        case book
        case foreign(String)
    }

    private func kind(of archive: ZipArchive, _ main: String?) throws -> Kind {
        if let main, archive.has(main) {
            if main.hasSuffix(".bin") { return .foreign("XLSB") }
            if main.hasPrefix("xl/") || main.contains("workbook") { return .workbook(main) }
            if main.hasPrefix("word/") || main.contains("document") { return .document(main) }
            if main.hasPrefix("ppt/") { return .foreign("PPTX") }
        }
        // Some programs write no relations, or wrong ones.
        if archive.has("xl/workbook.xml") { return .workbook("xl/workbook.xml") }
        if archive.has("word/document.xml") { return .document("word/document.xml") }
        if let type = try archive.bytes("mimetype", limit: 200) {
            return Self.kind(ofMediaType: String(decoding: type, as: UTF8.self).trimmed)
        }
        if archive.has("[content_types].xml") {
            throw KefuError.broken("Office", .extractionMissingPart)
        }
        return .foreign("ZIP")
    }

    private static func kind(ofMediaType type: String) -> Kind {
        switch type {
        case _ where type.hasSuffix("opendocument.text"): .openDocument("odt")
        case _ where type.hasSuffix("opendocument.spreadsheet"): .openDocument("ods")
        case _ where type.hasPrefix("application/epub"): .book
        default: .foreign("ZIP")
        }
    }
}
