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
        if outline.isEmpty { throw KefuError.emptyFile }
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
        var reader = PlainTextReader(DocumentLines(source.text.bytes))
        var outline = Outline()
        try reader.read { block in try outline.take(block, into: sink) }
        try outline.finish(into: sink)
        if outline.isEmpty { throw KefuError.emptyFile }
    }
}
