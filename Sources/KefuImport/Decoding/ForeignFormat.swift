import KefuDomain

/// Formats that kefu knows by sight but does not read.
enum ForeignFormat {
    /// - Throws: `ErrorCode.unreadable` when a file begins as one of them does.
    static func refuse(_ file: ByteView) throws {
        let bytes = file.array(0..<min(512, file.count))
        for (mark, name, hint) in marks where bytes.starts(with: mark) {
            throw KefuError(
                .unreadable, .importForeign(name), why: .importForeignMark(name), hint: hint)
        }
        let head = bytes.drop { $0 <= 0x20 || $0 >= 0x80 }
        let start = String(decoding: head.prefix(14), as: UTF8.self).lowercased()
        if start.hasPrefix("<!doctype html") || start.hasPrefix("<html") {
            throw KefuError(
                .unreadable, .importForeign("HTML"), why: .importForeignMark("HTML"),
                hint: .importSaveText)
        }
    }

    /// - Throws: `ErrorCode.unreadable` for the ending of one of them; for content that does not
    ///   show what it is.
    static func refuse(ending: String) throws {
        guard let hint = endings[ending] else { return }
        throw KefuError(
            .unreadable, .importForeign(ending.uppercased()), why: .importForeignEnding(ending),
            hint: hint)
    }

    private static let marks: [(bytes: [UInt8], name: String, hint: Phrase)] = [
        (Array("PK\u{3}\u{4}".utf8), "XLSX, DOCX or ZIP", .importSaveTable),
        ([0xD0, 0xCF, 0x11, 0xE0], "XLS or DOC", .importSaveTable),
        (Array("%PDF-".utf8), "PDF", .importSaveText),
        (Array("{\\rtf".utf8), "RTF", .importSaveText),
        ([0x89, 0x50, 0x4E, 0x47], "PNG", .importKnownFormats),
        ([0xFF, 0xD8, 0xFF], "JPEG", .importKnownFormats),
        (Array("GIF8".utf8), "GIF", .importKnownFormats),
        ([0x1F, 0x8B], "gzip", .importKnownFormats),
        (Array("SQLite format 3".utf8), "SQLite", .importKnownFormats),
        ([0x7F, 0x45, 0x4C, 0x46], "ELF", .importKnownFormats),
    ]

    private static let endings: [String: Phrase] = [
        "xlsx": .importSaveTable, "xls": .importSaveTable, "ods": .importSaveTable,
        "docx": .importSaveText, "doc": .importSaveText, "pdf": .importSaveText,
        "html": .importSaveText, "htm": .importSaveText, "rtf": .importSaveText,
        "xml": .importSaveText, "png": .importKnownFormats, "jpg": .importKnownFormats,
        "jpeg": .importKnownFormats, "gif": .importKnownFormats, "zip": .importKnownFormats,
        "css": .importKnownFormats, "js": .importKnownFormats, "svg": .importKnownFormats,
    ]
}
