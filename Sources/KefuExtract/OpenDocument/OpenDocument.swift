import KefuDomain
import KefuImport

/// A text or a spreadsheet in the OpenDocument format, as LibreOffice and WPS write it.
struct OpenDocument {
    private let archive: ZipArchive
    private let format: String

    /// - Parameter format: `odt` or `ods`.
    init(_ archive: ZipArchive, format: String) {
        archive.label = format.uppercased()
        self.archive = archive
        self.format = format
    }

    func read(into sink: @escaping EventSink) throws {
        try sink(.format(format))
        try refuseEncrypted()
        let body = OpenDocumentBody(sink)
        do {
            guard try XMLStream.parse("content.xml", of: archive, body) else {
                throw KefuError.broken(archive.label, .extractionMissingPart)
            }
        } catch let error as KefuError where error.code == .unreadable && body.hasBlocks {
            try sink(.note(ExtractionNote(place: body.place, why: error.why, hint: error.hint)))
        }
    }

    /// The manifest says how the other parts are encrypted.
    private func refuseEncrypted() throws {
        let manifest = try archive.bytes("META-INF/manifest.xml") ?? []
        if String(decoding: manifest, as: UTF8.self).contains("encryption-data") {
            throw KefuError.encrypted(archive.label)
        }
    }
}
