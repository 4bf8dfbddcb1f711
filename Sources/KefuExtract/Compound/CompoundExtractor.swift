import KefuDomain
import KefuImport

/// Reads the documents of Microsoft's programs until 2003: XLS and DOC.
struct CompoundExtractor: Extractor {
    var access: FileAccess { .none }

    func extract(_ file: InputFile, into sink: @escaping EventSink) throws {
        let compound = try CompoundFile(try file.bytes())
        if compound.has("EncryptedPackage") { throw KefuError.encrypted("Office") }
        if let book = compound.stream("Workbook") {
            try sink(.format("xls"))
            try BinaryWorkbook(book).read(into: sink)
        } else if let text = compound.stream("WordDocument") {
            try sink(.format("doc"))
            let document = try BinaryDocument(text) { compound.stream($0) }
            try document.read(into: sink)
        } else {
            let isSlides = compound.has("PowerPoint Document")
            let name = isSlides ? "PPT" : "Office 95"
            throw KefuError(
                .unreadable, .importForeign(name), why: .extractionLooksLike(name),
                hint: isSlides ? .pagesSaveAsPDF : .importSaveOffice)
        }
    }
}
