import KefuDomain
import KefuImport
import KefuStore

/// Decides what becomes of each row of one file, and does it.
struct RowImport {
    private let source: ImportedBytes
    private let category: String
    private let at: Timestamp
    let run: ImportRun
    private var document: Int64?
    private var position = 0
    /// The pages on which passages of the old version stand now, by position.
    private var pages: [Int: Int] = [:]
    private var seen = SeenRows()
    /// Whether the operator ever merged entries; `nil` before it was asked.
    private var hasMerges: Bool?
    /// Whether a row was refused for what the base holds: another time it may go in.
    private var hasConflict = false
    private(set) var report: FileReport

    init(source: ImportedBytes, category: String, at: Timestamp, run: ImportRun) {
        self.source = source
        self.category = category
        self.at = at
        self.run = run
        report = FileReport(path: source.path, format: "")
    }

    /// Applies rows inside the caller's transaction.
    mutating func apply(_ items: [HarvestItem], _ connection: Connection) throws {
        for item in items {
            switch item {
            case .refused(let refusal):
                report.refuse(refusal)
            case .passage(let draft, _):
                try apply(draft, connection)
            case .entry(let draft, let place):
                try apply(draft, at: place, connection)
            }
        }
    }

    /// Makes the file's new version the one in force.
    /// - Parameter hash: kept as the version's, so that the same bytes are known next time.
    mutating func finish(_ connection: Connection, format: String, hash: String) throws {
        let row = try documentRow(connection)
        var draft = documentDraft
        draft.format = format
        draft.contentHash = hasConflict ? "" : hash
        report.format = format
        report.passages = try connection.finishDocument(row, draft, run, pages: pages, at: at)
    }

    private var documentDraft: DocumentDraft {
        DocumentDraft(
            path: source.path, name: source.name, format: "", contentHash: "", category: category)
    }

    private mutating func documentRow(_ connection: Connection) throws -> Int64 {
        if let document { return document }
        let row = try connection.stageDocument(documentDraft, run, at: at)
        document = row
        return row
    }
}

extension RowImport {
    private mutating func apply(_ draft: PassageDraft, _ connection: Connection) throws {
        let row = try documentRow(connection)
        let fate = try connection.stagePassage(draft, document: row, position: position, run)
        if fate == .unchanged, let page = draft.page { pages[position] = page }
        position += 1
        switch fate {
        case .added: report.added += 1
        case .updated: report.updated += 1
        case .unchanged: report.unchanged += 1
        case .duplicate: report.duplicates += 1
        }
    }

    private mutating func apply(
        _ row: EntryDraft, at place: String, _ connection: Connection
    ) throws {
        var draft = row
        if draft.category.isEmpty { draft.category = category }
        let key = connection.indexed(draft.question).key
        guard !key.isEmpty else {
            return report.refuse(Refusal(place: place, why: .saysNothing, hint: .fillText))
        }
        if let earlier = seen.note(question: key, answer: draft.answer, at: place) {
            return noteRepetition(of: earlier, place)
        }
        if let id = draft.externalID, let earlier = seen.note(id: id, at: place) {
            return report.refuse(
                Refusal(place: place, why: .sameID(earlier), hint: .distinctIDs))
        }
        let document = try documentRow(connection)
        guard let known = try match(draft, key: key, connection) else {
            // The operator put this question into another entry: it stays there.
            if try isMerged(key, connection) {
                report.duplicates += 1
                return
            }
            try connection.insert(
                draft, ChangeOrigin(.imported, at: at, importRun: run, document: document))
            report.added += 1
            return
        }
        try update(known, by: draft, at: place, document, connection)
    }

    private mutating func isMerged(_ key: String, _ connection: Connection) throws -> Bool {
        let hasAny = try hasMerges ?? connection.hasMerges()
        hasMerges = hasAny
        return try hasAny && connection.isMerged(questionKey: key)
    }

    private mutating func noteRepetition(of earlier: SeenRows.Earlier, _ place: String) {
        if earlier.hasSameAnswer {
            report.duplicates += 1
        } else {
            report.refuse(
                Refusal(
                    place: place, why: .sameQuestionInFile(earlier.place), hint: .mergeRows))
        }
    }

    /// The entry that a row is about: by its id within the same file, else by its question.
    private func match(_ draft: EntryDraft, key: String, _ connection: Connection) throws -> Int64?
    {
        if let id = draft.externalID,
            let row = try connection.entryRow(externalID: id, path: source.path)
        {
            return row
        }
        return try connection.entryRow(questionKey: key)
    }

    private mutating func update(
        _ known: Int64, by draft: EntryDraft, at place: String, _ document: Int64,
        _ connection: Connection
    ) throws {
        guard let entry = try connection.entry(known) else { return }
        // What was learned and answers nobody yet is a guess: a file knows better.
        let isOwn = try entry.isGuess || connection.documentRow(ofEntry: known) == document
        var next = draft.applied(to: entry)
        if entry.isGuess { (next.status, next.source) = (draft.status, draft.source) }
        if next == entry {
            report.unchanged += 1
        } else if isOwn {
            try replace(known, by: next, at: place, document, connection)
        } else if entry.answer == draft.answer {
            report.duplicates += 1
        } else {
            hasConflict = true
            report.refuse(
                Refusal(place: place, why: .sameQuestionInBase(entry.id), hint: .resolveConflict))
        }
    }

    private mutating func replace(
        _ row: Int64, by entry: Entry, at place: String, _ document: Int64, _ connection: Connection
    ) throws {
        do {
            try connection.update(
                row, to: entry,
                ChangeOrigin(.imported, at: at, importRun: run, document: document))
            report.updated += 1
        } catch let error as KefuError where error.code == .conflict {
            // Its new question belongs to another entry.
            hasConflict = true
            report.refuse(Refusal(place: place, why: error.why, hint: error.hint))
        }
    }
}

extension EntryDraft {
    /// The entry with everything that a row says; what a file cannot say stays as it is.
    func applied(to entry: Entry) -> Entry {
        var next = entry
        next.question = question
        next.answer = answer
        // What was learned since, or what this kind of file cannot say, stays.
        next.variants = entry.variants + variants.filter { !entry.variants.contains($0) }
        next.negatives = entry.negatives + negatives.filter { !entry.negatives.contains($0) }
        if !category.isEmpty { next.category = category }
        if !tags.isEmpty { next.tags = tags }
        if review != .auto { next.review = review }
        next.expiresAt = expiresAt ?? entry.expiresAt
        next.externalID = externalID ?? entry.externalID
        if status != .active { next.status = status }
        return next
    }
}
