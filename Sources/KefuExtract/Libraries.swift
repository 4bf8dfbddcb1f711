import FoundationEssentials
import KefuDomain

/// Libraries that only some formats need: they are looked for when such a file comes, so that kefu
/// runs without them.
struct OptionalLibrary {
    /// The file name that the loader looks for.
    let file: String
    /// The Debian packages that bring it and what belongs to it.
    let packages: String
    /// Names another file, for systems that keep it elsewhere.
    let variable: String

    static let poppler = OptionalLibrary(
        file: "libpoppler-glib.so.8", packages: "libpoppler-glib8 poppler-data",
        variable: "KEFU_POPPLER")
    static let tesseract = OptionalLibrary(
        file: "libtesseract.so.5", packages: "tesseract-ocr tesseract-ocr-chi-sim",
        variable: "KEFU_TESSERACT")

    /// The file to load.
    var path: String { ProcessInfo.processInfo.environment[variable] ?? file }

    /// The failure when it, or one that it needs, is not there.
    /// - Parameter missing: the library or symbol that was not found.
    func failure(_ format: String, missing: String) -> KefuError {
        KefuError(
            .unreadable, .extractionFailed(format), why: .extractionNoLibrary(missing),
            hint: .extractionInstallPackages(packages))
    }
}

/// Files that the libraries read while they work.
enum LibraryFiles {
    /// What poppler, cairo and fontconfig need to know of characters and fonts.
    static let fonts = [
        "/usr/share/poppler", "/usr/share/fonts", "/usr/local/share/fonts", "/etc/fonts",
        "/usr/share/fontconfig", "/var/cache/fontconfig",
    ]

    /// What tesseract was taught.
    static var recognition: [String] {
        let own = ProcessInfo.processInfo.environment["TESSDATA_PREFIX"]
        return ["/usr/share/tesseract-ocr", "/usr/share/tessdata", "/dev/null"]
            + (own.map { [$0] } ?? [])
    }
}
