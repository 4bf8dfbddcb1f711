import CTesseract
import KefuDomain
import KefuImport
import KefuPages

/// Reads pictures of text: PNG, JPEG, TIFF, WebP, BMP, GIF.
struct ImageExtractor: Extractor {
    private let budget: Budget
    private let recogniser: Recogniser

    /// More than a page of a newspaper at 600 dots an inch has.
    private static let mostPixels: Int64 = 120_000_000

    /// - Throws: `ErrorCode.unreadable` where the library is not installed.
    init(budget: Budget) throws {
        self.budget = budget
        recogniser = try Recogniser()
    }

    var access: FileAccess { .reading(LibraryFiles.recognition) }

    func extract(_ file: InputFile, into sink: @escaping EventSink) throws {
        try sink(.format("image"))
        try recogniser.start()
        let bytes = try file.bytes()
        var pages: [PageText] = []
        var count = 1
        var index = 0
        while index < count {
            let place = count > 1 ? "page \(index + 1)" : ""
            let (picture, total) = try decode(bytes, index)
            count = total
            if let picture {
                defer { kocr_free(picture) }
                if let text = try read(picture, page: index + 1, place: place, into: sink) {
                    pages.append(text)
                }
            } else {
                try note(.pageDamaged, .extractionOpenAndSave, place, into: sink)
            }
            index += 1
        }
        if !recogniser.readsChinese {
            try note(
                .recognitionNoChinese, .extractionInstallPackages("tesseract-ocr-chi-sim"), "",
                into: sink)
        }
        try PageEvents.send(PageDocument.blocks(of: pages), hasPages: count > 1, into: sink)
    }

    /// One picture of the file, and how many there are.
    /// - Throws: `ErrorCode.unreadable` or `ErrorCode.limit` when it is the first.
    private func decode(_ bytes: [UInt8], _ index: Int) throws -> (OpaquePointer?, Int) {
        var picture: OpaquePointer?
        var count: Int32 = 1
        let outcome = kocr_decode(
            bytes, bytes.count, Int32(index), Self.mostPixels, &picture, &count)
        if index == 0, outcome == KOCR_TOO_LARGE {
            throw KefuError.oversized("image", .pictureTooLarge(Int(Self.mostPixels / 1_000_000)))
        }
        if index == 0, outcome != KOCR_OK { throw KefuError.broken("image") }
        return (outcome == KOCR_OK ? picture : nil, Int(count))
    }

    private func read(
        _ picture: OpaquePointer, page: Int, place: String, into sink: EventSink
    ) throws -> PageText? {
        let left = budget.left
        guard left > 1 else {
            try note(.pageTooSlow, .extractionRaiseLimit("import.seconds"), place, into: sink)
            return nil
        }
        let result = recogniser.read(picture, dots: 0, page: page, seconds: left)
        if result.isLate {
            try note(.pageTooSlow, .extractionRaiseLimit("import.seconds"), place, into: sink)
        }
        try result.tell(place: place, into: sink)
        return result.text
    }

    private func note(
        _ why: Phrase, _ hint: Phrase, _ place: String, into sink: EventSink
    ) throws {
        try sink(.note(ExtractionNote(place: place, why: why, hint: hint)))
    }
}
