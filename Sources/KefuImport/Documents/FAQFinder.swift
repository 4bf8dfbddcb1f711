/// Finds the questions that a document answers, block by block; what is none goes on as it came.
///
/// An entry comes of
/// - a question behind a mark (`问：`, `Q1.`) with its answer below or behind a mark (`答：`); without
///   a mark for the answer only where the words ask;
/// - a heading that asks, with an answer below it that fits into one passage. A heading with
///   further headings, a table or code below it stays a section;
/// - a numbered question with its answer: in a section that is called 常见问题 or the like one is
///   enough, elsewhere two in a row. In such a section a line that asks need not be numbered;
/// - a row of a table with a column for questions and one for answers.
///
/// In doubt it is a passage: that is found as well, and answers nothing else. So is a question that
/// the document asks twice, for it depends on where it stands.
struct FAQFinder {
    enum Finding {
        case text(Block)
        case row(FAQRow, place: String)
    }

    typealias Sink = (Finding) -> Void

    /// The question that is open, with what may be its answer.
    private var open: AskedBlock?
    /// A numbered question with its answer, which counts once another follows.
    private var single: AskedBlock?
    private var isRun = false
    private var headings: [(level: Int, text: String)] = []
    private var table = FAQTable()
    /// The questions so far, by hash.
    private var asked: Set<Int> = []

    mutating func take(_ block: Block, _ sink: Sink) {
        if !block.cells.isEmpty {
            breakOff(sink)
            return table.take(block, sink)
        }
        table.close(sink)
        switch block.kind {
        case .heading(let level): takeHeading(block, level, sink)
        case .row, .code: takeRest(block, sink)
        case .paragraph, .item:
            let parts = FAQMark.parts(of: block.text)
            guard parts.count > 1 else { return takeText(block, sink) }
            for part in parts { takeText(block.with(part), sink) }
        }
    }

    mutating func finish(_ sink: Sink) {
        endRun(sink)
        table.close(sink)
    }
}

extension FAQFinder {
    private mutating func takeHeading(_ block: Block, _ level: Int, _ sink: Sink) {
        if let open, case .heading(let above) = open.kind, level > above {
            // A section with sections of its own is more than an answer.
            self.open = nil
            release(open, sink)
        }
        endRun(sink)
        headings.removeAll { $0.level >= level }
        let marked = FAQMark.read(QuestionForm.withoutNumber(block.text))
        if let question = QuestionForm.question(in: marked?.rest ?? block.text),
            marked?.mark != .answer, level > 0
        {
            open = AskedBlock(block, asks: question, kind: .heading(level: level))
        } else {
            headings.append((level, block.text))
            sink(.text(block))
        }
    }

    private mutating func takeText(_ block: Block, _ sink: Sink) {
        switch FAQMark.read(block.text) {
        case let marked? where marked.mark == .question && !marked.rest.isEmpty:
            closeOpen(isFollowed: true, sink)
            ask(AskedBlock(block, asks: marked.rest, kind: .marked), sink)
        case let marked? where marked.mark == .answer && open?.canBeAnswered == true:
            open?.answer(with: block, text: marked.rest)
        default:
            takePlain(block, sink)
        }
    }

    private mutating func takePlain(_ block: Block, _ sink: Sink) {
        if open?.isHeading == true { return takeRest(block, sink) }
        let lines = block.text.split(separator: "\n", maxSplits: 1).map(String.init)
        let isNumbered = NumberMark(trimmed(lines.first ?? "")) != nil
        let isListed =
            isNumbered && !(headings.last.map { QuestionForm.namesSteps($0.text) } ?? false)
        guard let first = lines.first, FAQMark.endsAQuestion(first), isListed || isAmongQuestions,
            let question = QuestionForm.question(in: trimmed(first).withoutListMark)
        else { return takeRest(block, sink) }
        closeOpen(isFollowed: true, sink)
        ask(AskedBlock(block, asks: question, kind: .listed), sink)
        if lines.count > 1 { open?.answer(with: nil, text: trimmed(lines[1])) }
    }

    private mutating func ask(_ question: AskedBlock, _ sink: Sink) {
        if question.kind != .listed { endSingle(sink) }
        open = question
    }

    /// Takes a block that asks nothing: part of the open answer, or text.
    private mutating func takeRest(_ block: Block, _ sink: Sink) {
        guard var question = open else {
            endRun(sink)
            return sink(.text(block))
        }
        if question.takes(block) {
            question.append(block)
            open = question
        } else {
            breakOff(sink)
            sink(.text(block))
        }
    }

    /// Something comes that is no part of an answer: a heading above it is none of a question.
    private mutating func breakOff(_ sink: Sink) {
        if let question = open, question.isHeading {
            open = nil
            release(question, sink)
        }
        endRun(sink)
    }

    /// Whether the section is one of questions and answers.
    private var isAmongQuestions: Bool {
        headings.suffix(2).contains { QuestionForm.namesQuestions($0.text) }
    }
}

// Ends of questions.
extension FAQFinder {
    private mutating func endRun(_ sink: Sink) {
        closeOpen(isFollowed: false, sink)
        endSingle(sink)
        isRun = false
    }

    /// A numbered question that stayed alone.
    private mutating func endSingle(_ sink: Sink) {
        guard let single else { return }
        self.single = nil
        release(single, sink)
    }

    /// - Parameter isFollowed: whether another question comes next.
    private mutating func closeOpen(isFollowed: Bool, _ sink: Sink) {
        guard var question = open else { return }
        open = nil
        let rest = question.settle(isFollowed: isFollowed)
        defer { for block in rest { takeRest(block, sink) } }
        guard question.isAnswered, isNew(question) else { return release(question, sink) }
        guard question.kind == .listed, !isRun, !isAmongQuestions else {
            return emit(question, sink)
        }
        if let first = single {
            isRun = true
            single = nil
            emit(first, sink)
            emit(question, sink)
        } else {
            single = question
        }
    }

    private func emit(_ question: AskedBlock, _ sink: Sink) {
        var row = FAQRow()
        row[.question] = [question.question]
        row[.answer] = [question.answerText]
        sink(.row(row, place: question.block.foundAt))
    }

    private mutating func release(_ question: AskedBlock, _ sink: Sink) {
        if case .heading(let level) = question.kind {
            headings.append((level, question.block.text))
        }
        for block in question.blocks { sink(.text(block)) }
    }

    private mutating func isNew(_ question: AskedBlock) -> Bool {
        let letters = question.question.lowercased().filter { $0.isLetter || $0.isNumber }
        return asked.insert(letters.hashValue).inserted
    }
}

extension String {
    /// A list item's text: without the mark that its reader put in front.
    fileprivate var withoutListMark: String {
        hasPrefix("- ") ? String(dropFirst(2)) : self
    }
}
