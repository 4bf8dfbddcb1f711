import KefuDomain

/// An entry with what its clients do not see.
struct EntryRecord {
    /// A question text: with its row once it is stored, and in its place among its kind.
    struct Text: Codable, Hashable {
        var row: Int64?
        let kind: Int
        let text: String

        enum CodingKeys: String, CodingKey {
            case row = "id"
            case kind, text
        }
    }

    var row: Int64
    var content: Content
    var hits: Int
    var createdAt: Timestamp
    var revision: Int

    /// All that a revision keeps and an undo brings back.
    struct Content: Codable {
        var externalID: String?
        var document: Int64?
        var answer: String
        var category: String
        var tags: [String]
        var status: EntryStatus
        var source: EntrySource
        var review: Review
        /// Milliseconds since 1970, as in the columns.
        var expiresAt: Int64?
        var updatedAt: Int64
        var cause: RevisionCause
        var importRun: Int64?
        var removedAt: Int64?
        var texts: [Text]

        enum CodingKeys: String, CodingKey {
            case externalID = "external_id"
            case document, answer, category, tags, status, source, review
            case expiresAt = "expires_at"
            case updatedAt = "updated_at"
            case cause
            case importRun = "import_run"
            case removedAt = "removed_at"
            case texts = "wordings"
        }
    }
}

extension EntryRecord.Content {
    /// Where its wordings can be found.
    var place: IndexPlace { removedAt == nil ? IndexPlace(status) : .none }

    func texts(_ kind: WordingKind) -> [String] {
        texts.filter { $0.kind == kind.rawValue }.map(\.text)
    }

    /// Sets the question texts and keeps the row of each that was there before.
    mutating func setTexts(question: String, variants: [String], negatives: [String]) {
        var old = texts
        texts = []
        let kinds: [(WordingKind, [String])] = [
            (.question, [question]), (.variant, variants), (.negative, negatives),
        ]
        for (kind, wordings) in kinds {
            for wording in wordings {
                var text = EntryRecord.Text(row: nil, kind: kind.rawValue, text: wording)
                let match = old.firstIndex { $0.kind == text.kind && $0.text == wording }
                if let match { text.row = old.remove(at: match).row }
                texts.append(text)
            }
        }
    }

    /// Takes over everything of an entry that its clients may change.
    mutating func take(_ entry: Entry) {
        externalID = entry.externalID
        answer = entry.answer
        category = entry.category
        tags = entry.tags
        status = entry.status
        source = entry.source
        review = entry.review
        expiresAt = entry.expiresAt?.milliseconds
        setTexts(
            question: entry.question, variants: entry.variants, negatives: entry.negatives)
    }
}

extension EntryRecord {
    /// The entry as clients see it.
    var entry: Entry {
        Entry(
            id: RecordID(.entry, row).description, externalID: content.externalID,
            question: content.texts(.question).first ?? "", answer: content.answer,
            variants: content.texts(.variant), negatives: content.texts(.negative),
            category: content.category, tags: content.tags, status: content.status,
            source: content.source, review: content.review,
            expiresAt: content.expiresAt.map(Timestamp.init(milliseconds:)), hits: hits,
            createdAt: createdAt, updatedAt: Timestamp(milliseconds: content.updatedAt))
    }
}
