import KefuDomain

/// Follows the headings of a document and sends its passages to the sink, section by section.
struct Outline {
    private struct Heading {
        let level: Int
        let text: String
        let line: Int
        /// Whether a passage carries it in its path.
        var isTold = false
    }

    private let title: String
    private var headings: [Heading] = []
    /// The blocks of the current section, behind headings that would otherwise be lost.
    private var blocks: [Block] = []
    private var hasText = false
    private(set) var passages = 0

    /// - Parameter title: the document's own, when it is not among its headings.
    init(title: String = "") {
        self.title = title
    }

    mutating func take(_ block: Block, into sink: HarvestSink) throws {
        guard case .heading(let level) = block.kind else {
            blocks.append(block)
            hasText = true
            return
        }
        try open(level, into: sink)
        headings.append(Heading(level: level, text: block.text, line: block.line))
    }

    mutating func finish(into sink: HarvestSink) throws {
        try open(0, into: sink)
        try closeSection(into: sink)
    }

    /// Leaves the sections of a level and below. A heading with nothing under it joins the next.
    private mutating func open(_ level: Int, into sink: HarvestSink) throws {
        if hasText { try closeSection(into: sink) }
        for heading in headings where heading.level >= level && !heading.isTold {
            let text = heading.text
            blocks.append(Block(kind: .heading(level: level), text: text, line: heading.line))
        }
        headings.removeAll { $0.level >= level }
    }

    private mutating func closeSection(into sink: HarvestSink) throws {
        let section = path
        for piece in PassagePacker.pack(blocks) where !isBlank(piece.text) {
            passages += 1
            let draft = PassageDraft(
                title: section.last ?? "", section: section, text: piece.text)
            try sink(.passage(draft, place: "line \(piece.line)"))
        }
        if !blocks.isEmpty { for index in headings.indices { headings[index].isTold = true } }
        (blocks, hasText) = ([], false)
    }

    private var path: [String] {
        var path = headings.map(\.text).filter { !isBlank($0) }
        if !title.isEmpty, path.first != title { path.insert(title, at: 0) }
        return path
    }
}
