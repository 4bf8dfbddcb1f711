/// Takes the rows of a document's table, and tells whether it is one of questions and answers.
///
/// It is when the header names both, by names that mean nothing else, and when every other column
/// says something about an entry too, or only counts. Where the question's column is called just
/// 问题, which may be a fault as well, most of its cells have to ask.
struct FAQTable {
    private var names: [String] = []
    private var fields: [FAQField?] = []
    /// Rows of a table whose questions are still to be judged.
    private var held: [Block] = []
    private var isFAQ: Bool?

    /// So many rows tell.
    private static let sample = 8

    mutating func take(_ block: Block, _ sink: FAQFinder.Sink) {
        if !continues(block) {
            close(sink)
            begin(block)
        }
        switch isFAQ {
        case true?: emit(block, sink)
        case false?: sink(.text(block))
        case nil:
            held.append(block)
            if held.count == Self.sample { judge(sink) }
        }
    }

    mutating func close(_ sink: FAQFinder.Sink) {
        if !held.isEmpty { judge(sink) }
        self = FAQTable()
    }

    private func continues(_ block: Block) -> Bool {
        !names.isEmpty && block.cells.allSatisfy { names.contains($0.name) }
    }

    private mutating func begin(_ block: Block) {
        names = block.cells.map(\.name)
        fields = names.map(Self.field)
        let isComplete = fields.contains(.question) && fields.contains(.answer)
        let isKnown = zip(fields, names).allSatisfy { $0 != nil || Self.counts($1) }
        isFAQ = isComplete && isKnown ? nil : false
    }

    private mutating func judge(_ sink: FAQFinder.Sink) {
        let asking = held.count { block in
            let question = block.cells.first { Self.field($0.name) == .question }?.value ?? ""
            return FAQMark.endsAQuestion(question) || QuestionForm.question(in: question) != nil
        }
        let isCertain = names.contains { Self.certain.contains(FAQField.normalised($0)) }
        isFAQ = isCertain || asking * 2 >= held.count
        for block in held {
            if isFAQ == true { emit(block, sink) } else { sink(.text(block)) }
        }
        held = []
    }

    private func emit(_ block: Block, _ sink: FAQFinder.Sink) {
        var row = FAQRow()
        for cell in block.cells {
            guard !cell.value.isEmpty, let field = Self.field(cell.name) else { continue }
            row[field] += field.isList ? ListCell.read(cell.value, of: field) : [cell.value]
        }
        // A row without one of the two is told as it stands.
        let isWhole = !row[.question].isEmpty && !row[.answer].isEmpty
        sink(isWhole ? .row(row, place: block.foundAt) : .text(block))
    }

    private static func field(_ name: String) -> FAQField? {
        switch FAQField.meaning(of: name)?.field {
        case .question?: .question
        case .answer? where answers.contains(FAQField.normalised(name)): .answer
        case let field? where extras.contains(field): field
        default: nil
        }
    }

    private static func counts(_ name: String) -> Bool {
        counters.contains(FAQField.normalised(name))
    }

    private static let extras: Set<FAQField> = [.variants, .negatives, .category, .tags]
    private static let answers: Set<String> = [
        "answer", "answers", "a", "reply", "答案", "回答", "标准答案", "標準答案", "标准回答", "答复", "答覆",
        "回复", "回覆", "答", "机器人回答", "機器人回答",
    ]
    /// Names of a question's column that mean nothing else.
    private static let certain: Set<String> = [
        "question", "q", "标准问题", "標準問題", "标准问", "標準問", "用户问题", "客户问题", "问法", "问句",
        "提问", "提問", "问", "問",
    ]
    private static let counters: Set<String> = [
        "", "序号", "序號", "序", "no", "no.", "#", "编号", "編號", "id",
    ]
}
