import KefuDomain

/// Documents in Markdown (the blocks of CommonMark, and GitHub's tables).
struct MarkdownImporter: Importer {
    let format = "markdown"
    let endings: Set<String> = ["md", "markdown", "mdown", "mkd"]

    func claim(on source: Source) -> Claim {
        if endings.contains(source.ending) { return .likely }
        let isOther = Importers.all.contains { other in
            other.format != format && other.format != "text"
                && other.endings.contains(source.ending)
        }
        return !isOther && MarkdownSigns.areClear(in: source.text.bytes) ? .likely : .none
    }

    func harvest(_ source: Source, into sink: HarvestSink) throws {
        try source.text.requireWhole()
        var reader = MarkdownReader(DocumentLines(source.text.bytes))
        var outline = Outline(title: reader.frontMatterTitle)
        try reader.read { block in try outline.take(block, into: sink) }
        try outline.finish(into: sink)
        if outline.passages == 0 { throw KefuError.emptyFile }
    }
}

/// Documents in plain text; takes whatever no other importer wants.
struct TextImporter: Importer {
    let format = "text"
    let endings: Set<String> = ["txt", "text", "log"]

    func claim(on source: Source) -> Claim {
        endings.contains(source.ending) ? .ending : .fallback
    }

    func harvest(_ source: Source, into sink: HarvestSink) throws {
        try source.text.requireWhole()
        var outline = Outline()
        for block in PlainTextReader(DocumentLines(source.text.bytes)).blocks() {
            try outline.take(block, into: sink)
        }
        try outline.finish(into: sink)
        if outline.passages == 0 { throw KefuError.emptyFile }
    }
}

/// The lines of a document, each decoded.
struct DocumentLines {
    let lines: [String]

    init(_ bytes: [UInt8]) {
        var reader = LineReader(bytes)
        var lines: [String] = []
        while let line = reader.next() {
            lines.append(String(decoding: bytes[line.range], as: UTF8.self))
        }
        self.lines = lines
    }

    var count: Int { lines.count }

    subscript(index: Int) -> String {
        lines.indices.contains(index) ? lines[index] : ""
    }
}
