/// A question of a document, with the blocks below it that may be its answer.
struct AskedBlock {
    enum Kind: Equatable {
        case heading(level: Int)
        /// Behind `问：` or the like.
        case marked
        /// Numbered, or among questions.
        case listed
    }

    let block: Block
    let question: String
    let kind: Kind
    /// Whether a mark says where the answer begins.
    private(set) var hasAnswerMark = false
    private var answer: [Block] = []
    private var texts: [String] = []
    private var width = 0

    /// The width (see `TextWidth`) of the longest answer below a heading, and of any.
    private static let limits = (heading: PassagePacker.limit, any: 4000)

    init(_ block: Block, asks question: String, kind: Kind) {
        self.block = block
        self.question = question
        self.kind = kind
    }

    /// All that it consists of, as it came.
    var blocks: [Block] { [block] + answer }

    var answerText: String { texts.joined(separator: "\n") }

    /// Whether an answer behind a mark may follow.
    var canBeAnswered: Bool { !hasAnswerMark && texts.isEmpty }

    /// Whether all is there that makes it an entry.
    var isAnswered: Bool {
        guard width >= 2 else { return false }
        return hasAnswerMark || kind != .marked || QuestionForm.question(in: question) != nil
    }

    /// Whether a block may be part of the answer.
    func takes(_ block: Block) -> Bool {
        guard block.kind == .paragraph || block.kind == .item else { return false }
        // The next number of the same list is no part of this one.
        if kind == .listed, NumberMark(trimmed(block.text)) != nil { return false }
        let limit = isHeading ? Self.limits.heading : Self.limits.any
        return width + TextWidth.of(block.text) <= limit
    }

    mutating func append(_ block: Block) {
        answer.append(block)
        take(block.text)
    }

    /// - Parameter block: where the answer stands; `nil` where it is in the question's own block.
    mutating func answer(with block: Block?, text: String) {
        hasAnswerMark = block != nil
        if let block { answer.append(block) }
        if !text.isEmpty { take(text) }
    }

    private mutating func take(_ text: String) {
        texts.append(text)
        width += TextWidth.of(text)
    }

    /// Decides where the answer ends: where no other question follows, at the first paragraph behind
    /// it, for that may be about something else.
    /// - Returns: the blocks behind the answer.
    mutating func settle(isFollowed: Bool) -> [Block] {
        guard !isFollowed, !isHeading else { return [] }
        let extra = texts.count - answer.count
        guard let end = answer.indices.dropFirst(extra > 0 ? 0 : 1).first(where: isApart) else {
            return []
        }
        let rest = Array(answer[end...])
        answer.removeSubrange(end...)
        texts.removeLast(min(texts.count, rest.count))
        width = texts.reduce(0) { $0 + TextWidth.of($1) }
        return rest
    }

    var isHeading: Bool { if case .heading = kind { true } else { false } }

    /// Whether a block of the answer stands apart from the one before it.
    private func isApart(_ index: Int) -> Bool {
        guard answer[index].kind == .paragraph else { return false }
        let before = index > 0 ? answer[index - 1].text : texts.first ?? ""
        return !(before.last.map { "：:".contains($0) } ?? false)
    }
}

extension Block {
    /// The block with another text.
    func with(_ text: String) -> Block {
        var block = self
        block.text = text
        return block
    }
}
