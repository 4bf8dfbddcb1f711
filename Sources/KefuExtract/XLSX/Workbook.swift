import KefuDomain
import KefuImport

/// A workbook in Office Open XML. Each sheet that people see becomes a table.
final class Workbook {
    private let archive: ZipArchive
    private let part: String
    private let book: WorkbookPart

    init(_ archive: ZipArchive, _ part: String) throws {
        archive.label = "XLSX"
        self.archive = archive
        self.part = part
        book = WorkbookPart()
        guard try XMLStream.parse(part, of: archive, book) else {
            throw KefuError.broken("XLSX", .extractionMissingPart)
        }
    }

    func read(into sink: @escaping EventSink) throws {
        try sink(.format("xlsx"))
        let relations = try Relations(of: part, in: archive)
        let texts = SharedTexts()
        try parse(relations.part(ofType: "sharedStrings"), texts)
        let styles = CellStyles(is1904: book.is1904)
        try parse(relations.part(ofType: "styles"), styles)
        for sheet in book.sheets {
            guard let place = relations.targets.first(where: { $0.id == sheet.relation }),
                place.type == "worksheet"
            else { continue }
            guard !sheet.isHidden else {
                try sink(
                    .note(
                        ExtractionNote(
                            place: sheet.name, why: .sheetHidden, hint: .sheetUnhide)))
                continue
            }
            try read(sheet.name, place.part, texts.texts, styles, into: sink)
        }
    }

    /// Reads a sheet; a damaged one costs what comes behind the damage.
    private func read(
        _ name: String, _ part: String, _ texts: [String], _ styles: CellStyles,
        into sink: @escaping EventSink
    ) throws {
        try sink(.table(ExtractedTable(name: name, isSheet: true)))
        let sheet = Worksheet(name, texts: texts, styles: styles, sink)
        do {
            sheet.carry(try MergeScanner.merges(of: part, in: archive))
            guard try XMLStream.parse(part, of: archive, sheet) else {
                throw KefuError.broken("XLSX", .extractionMissingPart)
            }
        } catch let error as KefuError where error.code == .unreadable {
            try sink(.note(ExtractionNote(place: sheet.place, why: error.why, hint: error.hint)))
        }
        try sink(.endTable)
        for note in sheet.notes { try sink(.note(note)) }
    }

    private func parse(_ part: String?, _ listener: any XMLListener) throws {
        if let part { try XMLStream.parse(part, of: archive, listener) }
    }
}

/// The list of sheets.
private final class WorkbookPart: XMLListener {
    struct Sheet {
        let name: String
        let relation: String
        let isHidden: Bool
    }

    private(set) var sheets: [Sheet] = []
    /// Whether dates count from 1904.
    private(set) var is1904 = false

    func open(_ name: String, _ attributes: XMLAttributes) throws {
        switch name {
        case "workbookPr": is1904 = attributes.isOn("date1904")
        case "sheet":
            guard let name = attributes["name"], let relation = attributes["id"] else { return }
            let state = attributes["state"] ?? "visible"
            sheets.append(Sheet(name: name, relation: relation, isHidden: state != "visible"))
        default: break
        }
    }

    func close(_ name: String) throws {}
    func text(_ text: String) throws {}
}
