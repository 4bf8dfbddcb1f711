import KefuDomain

/// Turns the blocks of a document into entries, where it answers questions, and else into passages.
struct Outline {
    private var sections: Sections
    private var finder = FAQFinder()
    private var entries = 0

    /// - Parameter title: the document's own, when it is not among its headings.
    init(title: String = "") {
        sections = Sections(title: title)
    }

    /// Whether nothing came of the document so far.
    var isEmpty: Bool { entries + sections.passages == 0 }

    mutating func take(_ block: Block, into sink: HarvestSink) throws {
        var found: [FAQFinder.Finding] = []
        finder.take(block) { found.append($0) }
        try send(found, into: sink)
    }

    mutating func finish(into sink: HarvestSink) throws {
        var found: [FAQFinder.Finding] = []
        finder.finish { found.append($0) }
        try send(found, into: sink)
        try sections.finish(into: sink)
    }

    private mutating func send(
        _ found: [FAQFinder.Finding], into sink: HarvestSink
    ) throws {
        for finding in found {
            switch finding {
            case .text(let block):
                try sections.take(block, into: sink)
            case .row(let row, let place):
                entries += 1
                sections.noteEntry()
                try sink(row.harvested(at: place))
            }
        }
    }
}

extension FAQRow {
    /// What a row of a document brings in, or why it does not.
    fileprivate func harvested(at place: String) -> HarvestItem {
        do throws(RowFailure) {
            return try item(at: place)
        } catch {
            return .refused(error.refusal(at: place))
        }
    }
}
