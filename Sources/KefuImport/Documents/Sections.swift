import KefuDomain

/// Follows the headings of a document and sends its passages to the sink, section by section.
struct Sections {
    private struct Heading {
        let level: Int
        let text: String
        let block: Block
        /// Whether a passage carries it in its path.
        var isTold = false
    }

    private let title: String
    private var headings: [Heading] = []
    /// The blocks of the current section, behind headings that would otherwise be lost.
    private var blocks: [Block] = []
    private var hasText = false
    private var size = 0
    private(set) var passages = 0

    /// What a longer section holds, in bytes, is sent in several goes.
    private static let longest = 1 << 20

    /// - Parameter title: the document's own, when it is not among its headings.
    init(title: String = "") {
        self.title = title
    }

    mutating func take(_ block: Block, into sink: HarvestSink) throws {
        size += block.text.utf8.count
        if size > Self.longest { try closeSection(into: sink) }
        guard case .heading(let level) = block.kind else {
            blocks.append(block)
            hasText = true
            return
        }
        try open(level, into: sink)
        headings.append(Heading(level: level, text: block.text, block: block))
    }

    mutating func finish(into sink: HarvestSink) throws {
        try open(0, into: sink)
        try closeSection(into: sink)
    }

    /// Notes that an entry came of the section: a heading with nothing else below it is not lost.
    mutating func noteEntry() {
        for index in headings.indices { headings[index].isTold = true }
    }

    /// Leaves the sections of a level and below. A heading with nothing under it joins the next.
    private mutating func open(_ level: Int, into sink: HarvestSink) throws {
        if hasText { try closeSection(into: sink) }
        for heading in headings where heading.level >= level && !heading.isTold {
            blocks.append(heading.block)
        }
        headings.removeAll { $0.level >= level }
    }

    private mutating func closeSection(into sink: HarvestSink) throws {
        let section = path
        for piece in PassagePacker.pack(blocks) where !isBlank(piece.text) {
            passages += 1
            let draft = PassageDraft(
                title: section.last ?? "", section: section, page: piece.page, text: piece.text)
            try sink(.passage(draft, place: piece.place))
        }
        if !blocks.isEmpty { for index in headings.indices { headings[index].isTold = true } }
        (blocks, hasText, size) = ([], false, 0)
    }

    private var path: [String] {
        var path = headings.map(\.text).filter { !isBlank($0) }
        if !title.isEmpty, path.first != title { path.insert(title, at: 0) }
        return path
    }
}
