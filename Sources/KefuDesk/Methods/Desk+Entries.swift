import KefuDomain
import KefuRPC
import KefuSearch
import KefuStore
import KefuText

extension Desk {
    func add(_ params: AddEntry.Params) throws -> Entry {
        var draft = EntryDraft(question: params.question, answer: params.answer)
        draft.variants = params.variants ?? []
        draft.negatives = params.negatives ?? []
        draft.category = params.category ?? ""
        draft.tags = params.tags ?? []
        draft.expiresAt = params.expiresAt
        draft.review = params.review ?? .auto
        try EntryCheck.check(draft)
        let now = now
        let entry = try store.write { connection in
            try connection.takeOver(guess: draft, at: now)
                ?? connection.insert(draft, ChangeOrigin(.created, at: now))
        }
        search.wake()
        return entry
    }

    func entry(_ id: String) throws -> Entry {
        let row = try RecordID.row(of: id, as: .entry)
        guard let entry = try store.read({ try $0.entry(row) }) else {
            throw KefuError.notFound(.entry)
        }
        return entry
    }

    func update(_ params: UpdateEntry.Params) throws -> ChangedEntry {
        let row = try RecordID.row(of: params.id, as: .entry)
        let patch = params.patch
        try EntryCheck.check(patch)
        let now = now
        let changed = try store.write { connection in
            let entry = try connection.update(row, patch, ChangeOrigin(.updated, at: now))
            return ChangedEntry(entry: entry, told: try connection.toldOldAnswer(entry, at: now))
        }
        search.wake()
        return changed
    }

    /// Removes an entry, which can be undone, or a document with its passages.
    func remove(_ id: String) throws -> RemoveEntry.Result {
        let now = now
        if let record = RecordID(id), record.kind == .document {
            try store.write { try $0.removeDocument(record.row) }
        } else {
            let row = try RecordID.row(of: id, as: .entry)
            try store.write { try $0.removeEntry(row, at: now) }
        }
        search.wake()
        return RemoveEntry.Result()
    }

    func revert(_ params: RevertEntry.Params) throws -> ChangedEntry {
        let row = try RecordID.row(of: params.id, as: .entry)
        let now = now
        let changed = try store.write { connection in
            let entry = try connection.revert(row, toRevision: params.revision, at: now)
            return ChangedEntry(entry: entry, told: try connection.toldOldAnswer(entry, at: now))
        }
        search.wake()
        return changed
    }
}

/// What every entry must satisfy, wherever it comes from.
enum EntryCheck {
    /// More wordings than this are refused: they would be another kind of data.
    static let maxWordings = 1000

    static func check(_ draft: EntryDraft) throws {
        try checkQuestion(draft.question)
        try checkText(draft.answer, AddEntry.Params.CodingKeys.answer.rawValue)
        try checkCount(draft.variants, AddEntry.Params.CodingKeys.variants.rawValue)
        try checkCount(draft.negatives, AddEntry.Params.CodingKeys.negatives.rawValue)
    }

    static func check(_ patch: EntryPatch) throws {
        if let question = patch.question {
            try checkQuestion(question)
        }
        if let answer = patch.answer {
            try checkText(answer, AddEntry.Params.CodingKeys.answer.rawValue)
        }
        try checkCount(patch.variants ?? [], AddEntry.Params.CodingKeys.variants.rawValue)
        try checkCount(patch.negatives ?? [], AddEntry.Params.CodingKeys.negatives.rawValue)
    }

    /// A question with something in it that can be found.
    static func checkQuestion(_ text: String) throws {
        let field = AddEntry.Params.CodingKeys.question.rawValue
        try checkText(text, field)
        guard !Analyzer().key(text).isEmpty else {
            throw KefuError.invalid(
                field, .emptyText(field), why: .saysNothing, hint: .fillText)
        }
    }

    /// Text that says something: not only blanks.
    static func checkText(_ text: String, _ field: String) throws {
        guard text.contains(where: { !$0.isWhitespace }) else {
            throw KefuError.invalid(field, .emptyText(field), why: .emptyTextWhy, hint: .fillText)
        }
    }

    private static func checkCount(_ list: [String], _ field: String) throws {
        guard list.count <= maxWordings else {
            throw KefuError(
                .limit, .tooManyWordings(field), why: .atMost(maxWordings), hint: .splitEntry,
                field: field)
        }
    }
}
