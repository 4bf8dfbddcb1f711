import CTesseract
import KefuDomain
import KefuImport
import KefuPages

/// Whether text can be recognised here: the recogniser, or why there is none.
struct RecognitionState {
    let recogniser: Recogniser?
    let failure: KefuError?

    /// Loads the library. The data are read when the first picture comes.
    init() {
        do {
            recogniser = try Recogniser()
            failure = nil
        } catch {
            recogniser = nil
            failure = error
        }
    }
}

/// Reads the text off pictures. It belongs to one thread.
final class Recogniser {
    /// Both know Latin letters; the data of English alone read long English texts better. Used
    /// together they are slower and read Chinese worse than the Chinese data alone do.
    private var chinese: OpaquePointer?
    private var english: OpaquePointer?

    /// No page needs longer, in seconds.
    private static let longest = 60.0
    /// Below this mean confidence a page may lie on its side.
    private static let doubt = 60.0
    /// A page with a smaller share of Han characters is taken for one in English.
    private static let fewestHan = 0.1

    /// - Throws: `ErrorCode.unreadable` with the packages to install where the library is missing.
    init() throws(KefuError) {
        let library = OptionalLibrary.tesseract
        if let missing = kocr_load(library.path, "liblept.so.5") {
            throw library.failure("image", missing: String(cString: missing))
        }
    }

    deinit {
        if let chinese { kocr_close(chinese) }
        if let english { kocr_close(english) }
    }

    /// Reads the data of the languages, once.
    /// - Throws: `ErrorCode.unreadable` with the packages to install where there are none.
    func start() throws {
        if chinese != nil || english != nil { return }
        chinese = kocr_open("chi_sim")
        english = kocr_open("eng")
        if chinese == nil, english == nil {
            throw OptionalLibrary.tesseract.failure("image", missing: "tessdata")
        }
    }

    /// Whether Chinese can be read; with English data alone it comes out as nonsense.
    var readsChinese: Bool { chinese != nil }

    /// - Parameter seconds: that are left.
    func read(_ image: GreyImage, page: Int, seconds: Double) -> RecognisedPage {
        guard (try? start()) != nil,
            let picture = kocr_from_grey(image.pixels, Int32(image.width), Int32(image.height))
        else { return RecognisedPage(page: page) }
        defer { kocr_free(picture) }
        return read(picture, dots: image.dotsPerInch, page: page, seconds: seconds)
    }

    /// - Parameters:
    ///   - dots: an inch; 0 when unknown.
    ///   - seconds: that are left.
    func read(
        _ picture: OpaquePointer, dots: Int, page: Int, seconds: Double
    ) -> RecognisedPage {
        let start = ContinuousClock.now
        let sheet = Sheet(dots: dots, page: page)
        let upright = readInEither(picture, sheet, seconds: seconds)
        let spent = (ContinuousClock.now - start) / .seconds(1)
        guard upright.confidence < Self.doubt, !upright.isLate, seconds > 3 * spent else {
            return upright
        }
        let degrees = kocr_turn_needed(picture)
        guard degrees != 0, let turned = kocr_turned(picture, degrees) else { return upright }
        defer { kocr_free(turned) }
        let other = readInEither(turned, sheet, seconds: seconds - spent)
        return other.confidence > upright.confidence ? other : upright
    }

    /// What is known of a picture.
    private struct Sheet {
        let dots: Int
        let page: Int
    }

    private func readInEither(
        _ picture: OpaquePointer, _ sheet: Sheet, seconds: Double
    ) -> RecognisedPage {
        let start = ContinuousClock.now
        guard let chinese else { return read(picture, sheet, with: english, seconds: seconds) }
        let first = read(picture, sheet, with: chinese, seconds: seconds)
        let left = seconds - (ContinuousClock.now - start) / .seconds(1)
        guard let english, first.hanShare < Self.fewestHan, !first.isLate, left > seconds / 2 else {
            return first
        }
        let second = read(picture, sheet, with: english, seconds: left)
        return second.confidence > first.confidence ? second : first
    }

    private func read(
        _ picture: OpaquePointer, _ sheet: Sheet, with engine: OpaquePointer?, seconds: Double
    ) -> RecognisedPage {
        var words: [RecognisedWord] = []
        let limit = Int32(min(seconds, Self.longest) * 1000)
        let outcome = withUnsafeMutablePointer(to: &words) { list in
            kocr_recognise(
                engine, picture, Int32(sheet.dots), limit,
                { context, text, left, top, right, bottom, confidence, line in
                    guard let context, let text else { return }
                    context.assumingMemoryBound(to: [RecognisedWord].self).pointee.append(
                        RecognisedWord(
                            text: String(cString: text),
                            box: Box(
                                left: Double(left), top: Double(top), right: Double(right),
                                bottom: Double(bottom)),
                            confidence: Double(confidence), line: Int(line)))
                }, list)
        }
        return RecognisedPage(
            words, page: sheet.page, width: Int(kocr_width(picture)),
            height: Int(kocr_height(picture)), isLate: outcome == KOCR_TOO_LATE)
    }
}
