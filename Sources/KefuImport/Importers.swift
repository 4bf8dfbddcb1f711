import KefuDomain

/// Every format that kefu reads, and the way in for bytes of any of them.
public enum Importers {
    /// In the order in which they may claim a file: of equal claims the first wins.
    public static let all: [any Importer] = [
        JSONLinesImporter(), JSONImporter(), TableImporter.csv, TableImporter.tsv,
        MarkdownImporter(), TextImporter(),
    ]

    /// The format names, for messages and parameter checks.
    public static var formats: [String] { all.map(\.format) }

    /// Reads a file and sends its pieces to the sink.
    ///
    /// Whether the pieces that were sent before an error are kept is the caller's decision.
    /// - Parameters:
    ///   - name: the file's name; its ending is a hint, the content decides.
    ///   - format: one of `formats` when the caller knows better.
    /// - Returns: the name of the format that was read.
    /// - Throws: `ErrorCode.unreadable` when the file as a whole cannot be read as what it is,
    ///   `ErrorCode.invalidParams` for an unknown format, and whatever the sink throws.
    @discardableResult
    public static func harvest(
        _ bytes: [UInt8], named name: String, format: String? = nil, into sink: HarvestSink
    ) throws -> String {
        try harvest(ByteView(bytes), named: name, format: format, into: sink)
    }

    /// Reads a file of which only a part is in memory at a time.
    /// - Throws: also the source's own failure, whatever came of the NULs that it gave instead.
    @discardableResult
    public static func harvest(
        _ source: any ByteSource, named name: String, format: String? = nil,
        into sink: HarvestSink
    ) throws -> String {
        do {
            let found = try harvest(ByteView(source), named: name, format: format, into: sink)
            if let failure = source.failure { throw failure }
            return found
        } catch {
            throw source.failure ?? error
        }
    }

    static func harvest(
        _ bytes: ByteView, named name: String, format: String?, into sink: HarvestSink
    ) throws -> String {
        let chosen = try format.map(importer)
        try ForeignFormat.refuse(bytes)
        let source = try Source(bytes, named: name)
        let importer = try chosen.map { try confirmed($0, for: source) } ?? recognised(source)
        try importer.harvest(source, into: sink)
        return importer.format
    }

    private static func importer(for format: String) throws -> any Importer {
        if let match = all.first(where: { $0.format == format }) { return match }
        let others = FileFamily.allCases.flatMap(\.formats)
        if others.contains(format) {
            throw KefuError(
                .unreadable, .importIsNot(format), why: .importLooksLike("text"),
                hint: .importOmitFormat)
        }
        throw KefuError.invalid(
            "format", .importUnknownFormat(format),
            why: .importFormatNames((formats + others).joined(separator: ", ")),
            hint: .importOmitFormat)
    }

    /// The importer with the strongest claim.
    private static func recognised(_ source: Source) throws -> any Importer {
        var best: (importer: any Importer, claim: Claim) = (TextImporter(), .none)
        for importer in all {
            let claim = importer.claim(on: source)
            if claim > best.claim { best = (importer, claim) }
        }
        if best.claim < .likely { try ForeignFormat.refuse(ending: source.ending) }
        return best.importer
    }

    /// The importer that the caller chose, unless the content is unmistakably another format.
    private static func confirmed(
        _ chosen: any Importer, for source: Source
    ) throws -> any Importer {
        // Any text can be meant as prose.
        if chosen is MarkdownImporter || chosen is TextImporter { return chosen }
        if chosen.claim(on: source) >= .likely { return chosen }
        for other in all where other.format != chosen.format {
            guard other.claim(on: source) == .certain else { continue }
            throw KefuError(
                .unreadable, .importIsNot(chosen.format), why: .importLooksLike(other.format),
                hint: .importOmitFormat)
        }
        return chosen
    }
}
