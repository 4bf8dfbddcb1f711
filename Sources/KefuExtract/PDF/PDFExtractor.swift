import KefuDomain
import KefuImport
import KefuPages

/// Reads PDF: its text where it has some, recognised text where its pages are pictures.
struct PDFExtractor: Extractor {
    private let budget: Budget
    private let recognition: RecognitionState

    /// - Throws: `ErrorCode.unreadable` where the library is not installed.
    init(budget: Budget) throws {
        try PDFDocument.loadLibrary()
        self.budget = budget
        recognition = RecognitionState()
    }

    var access: FileAccess { .reading(LibraryFiles.fonts + LibraryFiles.recognition) }

    func extract(_ file: InputFile, into sink: @escaping EventSink) throws {
        try sink(.format("pdf"))
        let document = try PDFDocument(file)
        var run = PDFRun(document: document, budget: budget, recognition: recognition)
        let pages = try run.pages(into: sink)
        let blocks = PageDocument.blocks(of: pages, bookmarks: document.bookmarks())
        try PageEvents.send(blocks, hasPages: true, into: sink)
    }
}

/// One reading of a PDF, page by page.
private struct PDFRun {
    let document: PDFDocument
    let budget: Budget
    let recognition: RecognitionState
    private var unreadable: [Int] = []
    private var pictures: [Int] = []
    private var late: [Int] = []
    private var recognised: Set<Int> = []

    /// More pages than any book has; the number that a file gives may be a lie.
    private static let mostPages = 50_000
    /// So many pages in a row that cannot be read mean that the others cannot either.
    private static let mostMissing = 50

    init(document: PDFDocument, budget: Budget, recognition: RecognitionState) {
        self.document = document
        self.budget = budget
        self.recognition = recognition
    }

    /// The pages that have text. What could not be read is told.
    /// - Throws: `ErrorCode.unreadable` when no page can be read.
    mutating func pages(into sink: EventSink) throws -> [PageText] {
        let count = document.pageCount
        var pages: [PageText] = []
        var read = 0
        for number in stride(from: 1, through: min(count, Self.mostPages), by: 1) {
            guard let page = document.page(number) else {
                unreadable.append(number)
                if unreadable.suffix(Self.mostMissing).first == number - Self.mostMissing + 1 {
                    break
                }
                continue
            }
            read += 1
            let text = page.needsRecognition ? try recognised(page, into: sink) : page.text
            if let text, !text.fragments.isEmpty { pages.append(text) }
        }
        guard read > 0 else { throw KefuError.broken("PDF") }
        try tell(count, into: sink)
        return levelled(pages)
    }

    /// Pictures among pages of text, such as a cover, head nothing.
    private func levelled(_ pages: [PageText]) -> [PageText] {
        let others = pages.filter { !recognised.contains($0.number) }
        guard others.count * 2 > pages.count, others.count < pages.count else { return pages }
        let size = PageText.usualSize(of: others)
        return pages.map { recognised.contains($0.number) ? $0.levelled(to: size) : $0 }
    }

    /// The text of a page that is a picture; `nil` when it cannot be had.
    private mutating func recognised(_ page: PDFPage, into sink: EventSink) throws -> PageText? {
        let (number, width, height) = (page.text.number, page.text.width, page.text.height)
        let left = budget.left
        guard left > 1 else {
            late.append(number)
            return nil
        }
        guard let image = document.image(of: number, width: width, height: height) else {
            unreadable.append(number)
            return nil
        }
        guard image.hasText else { return page.text }
        guard let recogniser = recognition.recogniser else {
            pictures.append(number)
            return nil
        }
        recognised.insert(number)
        let result = recogniser.read(image, page: number, seconds: left)
        if result.isLate { late.append(number) }
        try result.tell(place: "page \(number)", into: sink)
        return result.text.scaled(by: 72 / Double(image.dotsPerInch))
    }

    private func tell(_ count: Int, into sink: EventSink) throws {
        if count > Self.mostPages {
            try sink(
                .note(
                    ExtractionNote(
                        place: "page \(Self.mostPages + 1)", why: .pagesTooMany(Self.mostPages),
                        hint: .pagesSplit)))
        }
        try tell(unreadable, .pageDamaged, hint: .extractionOpenAndSave, into: sink)
        try tell(late, .pageTooSlow, hint: .extractionRaiseLimit("import.seconds"), into: sink)
        if !recognised.isEmpty, recognition.recogniser?.readsChinese == false {
            try sink(
                .note(
                    ExtractionNote(
                        place: "", why: .recognitionNoChinese,
                        hint: .extractionInstallPackages("tesseract-ocr-chi-sim"))))
        }
        if let missing = recognition.failure {
            try tell(pictures, missing.why, hint: missing.hint, into: sink)
        }
    }

    /// One note for each run of pages.
    private func tell(
        _ pages: [Int], _ why: Phrase, hint: Phrase, into sink: EventSink
    ) throws {
        for range in PageRange.runs(of: pages) {
            try sink(.note(ExtractionNote(place: range.place, why: why, hint: hint)))
        }
    }
}

/// Pages that follow each other.
struct PageRange: Equatable {
    var first: Int
    var last: Int

    var place: String { first == last ? "page \(first)" : "pages \(first)-\(last)" }

    static func runs(of pages: [Int]) -> [PageRange] {
        var runs: [PageRange] = []
        for page in pages {
            if let open = runs.last, page == open.last + 1 {
                runs[runs.count - 1].last = page
            } else {
                runs.append(PageRange(first: page, last: page))
            }
        }
        return runs
    }
}
