import KefuDomain
import KefuImport

/// A document of Office Open XML, as Word writes it.
final class WordDocument {
    private let archive: ZipArchive
    private let part: String

    init(_ archive: ZipArchive, _ part: String) {
        archive.label = "DOCX"
        self.archive = archive
        self.part = part
    }

    func read(into sink: @escaping EventSink) throws {
        try sink(.format("docx"))
        let relations = try Relations(of: part, in: archive)
        let context = WordContext()
        try parse(relations.part(ofType: "styles"), context.styles)
        try parse(relations.part(ofType: "numbering"), context.numbering)
        try parse(relations.part(ofType: "footnotes"), context.footnotes)
        try parse(relations.part(ofType: "endnotes"), context.endnotes)
        let body = WordBody(context, sink)
        do {
            guard try XMLStream.parse(part, of: archive, body) else {
                throw KefuError.broken("DOCX", .extractionMissingPart)
            }
        } catch let error as KefuError where error.code == .unreadable && body.hasBlocks {
            // What stands before the damage is good.
            try sink(.note(ExtractionNote(place: body.place, why: error.why, hint: error.hint)))
        }
    }

    private func parse(_ part: String?, _ listener: any XMLListener) throws {
        if let part { try XMLStream.parse(part, of: archive, listener) }
    }
}

/// What the body of a Word document refers to.
final class WordContext {
    let styles = WordStyles()
    let numbering = WordNumbering()
    let footnotes = WordNotes()
    let endnotes = WordNotes()
}
