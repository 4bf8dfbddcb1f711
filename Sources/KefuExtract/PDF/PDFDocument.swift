import CPoppler
import Glibc
import KefuDomain
import KefuPages

/// An open PDF. It belongs to one thread.
final class PDFDocument {
    private let handle: OpaquePointer
    private let bytes: UnsafeMutableRawPointer
    private let size: Int

    /// Loads the library, once.
    /// - Throws: `ErrorCode.unreadable` with the package to install where it is missing.
    static func loadLibrary() throws {
        let poppler = OptionalLibrary.poppler
        guard let missing = kpdf_load(poppler.path, "libglib-2.0.so.0", "libcairo.so.2") else {
            return
        }
        throw poppler.failure("PDF", missing: String(cString: missing))
    }

    /// - Throws: `ErrorCode.unreadable` for a file that is damaged or needs a password.
    init(_ file: InputFile) throws {
        size = file.size
        // Mapped, not read: only what is looked at takes memory.
        guard size > 0,
            let bytes = mmap(nil, size, PROT_READ, MAP_PRIVATE, file.descriptor, 0),
            bytes != MAP_FAILED
        else { throw KefuError.broken("PDF") }
        var handle: OpaquePointer?
        let outcome = kpdf_open(bytes.assumingMemoryBound(to: UInt8.self), size, &handle)
        guard outcome == KPDF_OK, let handle else {
            munmap(bytes, size)
            throw outcome == KPDF_ENCRYPTED ? KefuError.encrypted("PDF") : KefuError.broken("PDF")
        }
        self.handle = handle
        self.bytes = bytes
    }

    deinit {
        kpdf_close(handle)
        munmap(bytes, size)
    }

    /// What the file says; a hostile one may say anything.
    var pageCount: Int { Int(kpdf_page_count(handle)) }

    /// The document's own table of contents.
    func bookmarks() -> [Bookmark] {
        var found: [Bookmark] = []
        withUnsafeMutablePointer(to: &found) { list in
            kpdf_outline(
                handle, Self.mostBookmarks,
                { context, depth, title, page in
                    guard let context, let title else { return }
                    context.assumingMemoryBound(to: [Bookmark].self).pointee.append(
                        Bookmark(
                            level: Int(depth) + 1, title: String(cString: title),
                            page: page >= 0 ? Int(page) + 1 : nil))
                }, list)
        }
        return found
    }

    private static let mostBookmarks: Int32 = 20_000

    /// The characters of a page.
    /// - Parameter number: from 1.
    /// - Returns: `nil` for a page that cannot be read.
    func page(_ number: Int) -> PDFPage? {
        var text = kpdf_text()
        guard kpdf_read(handle, Int32(number - 1), &text) == 0 else { return nil }
        defer { kpdf_free_text(&text) }
        return PDFPage(text, number: number)
    }

    /// A page as grey pixels, drawn at 300 dots an inch, or coarser where it is larger than a poster.
    func image(of number: Int, width: Double, height: Double) -> GreyImage? {
        var dots = 300.0
        let most = 30_000_000.0
        let area = width * height * dots * dots / (72 * 72)
        if area > most { dots *= (most / area).squareRoot() }
        var wide: Int32 = 0
        var high: Int32 = 0
        guard let pixels = kpdf_draw(handle, Int32(number - 1), dots / 72, &wide, &high) else {
            return nil
        }
        defer { free(pixels) }
        let count = Int(wide) * Int(high)
        return GreyImage(
            pixels: Array(UnsafeBufferPointer(start: pixels, count: count)), width: Int(wide),
            height: Int(high), dotsPerInch: Int(dots))
    }
}

/// 8-bit grey pixels, row by row.
struct GreyImage {
    let pixels: [UInt8]
    let width: Int
    let height: Int
    let dotsPerInch: Int

    /// Whether there is more on it than a number or a rule.
    var hasText: Bool {
        var dark = 0
        for pixel in pixels where pixel < 128 { dark += 1 }
        return dark * 300 >= pixels.count
    }
}
