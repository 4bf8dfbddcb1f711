import KefuDomain

/// Which column of a table holds what.
struct TableHeader {
    struct Column {
        let field: FAQField?
        /// MaxKB: each line of the cell is a wording of the question.
        var isQuestionALine = false
        /// WeKnora: answers to be given together are separated by `##`.
        var hasHashes = false
    }

    let columns: [Column]
    /// Whether cells behind the last column continue it (FastGPT: `q,a,indexes` and then any number).
    let isOpen: Bool

    /// Recognises a header by its names; `nil` for a row that is none.
    init?(_ row: TableRow) {
        guard row.fault == nil, row.cells.count >= 2 else { return nil }
        var names: [String] = []
        for cell in row.cells {
            guard let name = String(validating: cell.bytes, as: UTF8.self) else { return nil }
            // Long cells are content, whatever word they begin with.
            names.append(name.utf8.count > 200 ? "" : FAQField.normalised(name))
        }
        if !(names.contains("q") && names.contains("a")) {
            // A letter by itself is a header only beside its partner.
            for index in names.indices where ["q", "a"].contains(names[index]) { names[index] = "" }
        }
        var fields = names.map { FAQField.meaning(of: $0)?.field }
        Self.keepBest(&fields, names)
        guard fields.contains(.answer) || fields.contains(.question) else { return nil }
        if fields.count == 2 { Self.completePair(&fields) }
        // Nameless columns behind a list are more of it.
        for index in fields.indices.dropFirst() where names[index].isEmpty {
            if fields[index - 1] == .variants { fields[index] = .variants }
        }
        let isSections = names.contains("分段内容") || names.contains("分段內容")
        columns = zip(fields, names).map { field, name in
            Column(
                field: field, isQuestionALine: isSections && field == .question,
                hasHashes: name == "机器人回答" || name == "機器人回答")
        }
        isOpen = fields.last == .variants
    }

    /// The columns of a table without header: question, answer, category, tags.
    /// - Throws: `ErrorCode.unreadable` when position alone cannot tell.
    init(width: Int) throws {
        let fields: [FAQField] = [.question, .answer, .category, .tags]
        if width < 2 {
            throw KefuError(
                .unreadable, .importNoColumns, why: .importOneColumn, hint: .importAddHeader)
        }
        if width > fields.count { throw Self.unnamed(width) }
        columns = fields.prefix(width).map { Column(field: $0) }
        isOpen = false
    }

    /// - Throws: `ErrorCode.unreadable` when no column is the answer.
    func requireAnswer() throws {
        if !columns.contains(where: { $0.field == .answer }) { throw Self.unnamed(columns.count) }
    }

    /// How many columns mean something; what tells separators apart.
    var known: Int { columns.count { $0.field != nil } }

    private static func unnamed(_ width: Int) -> KefuError {
        KefuError(
            .unreadable, .importNoColumns, why: .importUnnamedColumns(width),
            hint: .importAddHeader)
    }

    /// Of several columns for a field that holds one text, the one with the most telling name.
    private static func keepBest(_ fields: inout [FAQField?], _ names: [String]) {
        var best: [FAQField: (index: Int, rank: Int)] = [:]
        for (index, field) in fields.enumerated() {
            guard let field, !field.isList else { continue }
            let rank = FAQField.meaning(of: names[index])?.rank ?? .max
            if let held = best[field] {
                fields[rank < held.rank ? held.index : index] = nil
                if rank >= held.rank { continue }
            }
            best[field] = (index, rank)
        }
    }

    /// In a table of two columns, one known name tells the other.
    private static func completePair(_ fields: inout [FAQField?]) {
        if fields[0] == .question, fields[1] == nil { fields[1] = .answer }
        if fields[1] == .answer, fields[0] == nil { fields[0] = .question }
    }
}
