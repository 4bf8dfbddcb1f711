import KefuDomain
import KefuImport
import KefuStore

/// Decides what becomes of each row of one file, and does it.
struct RowImport {
    private let source: ImportedBytes
    private let category: String
    private let at: Timestamp
    private let run: ImportRun
    private var document: Int64?
    private var position = 0
    /// The questions of this file so far, by key, to tell a repetition from a contradiction.
    private var seen: [String: Seen] = [:]
    /// The external ids of this file so far, with their places.
    private var seenIDs: [String: String] = [:]
    /// How many refusals are counted and not listed.
    private var unlisted = 0
    /// Whether a row was refused for what the base holds: another time it may go in.
    private var hasConflict = false
    private(set) var report: FileReport

    /// More are only counted: a hostile file has millions.
    private static let listedRefusals = 1000

    private struct Seen {
        let answer: Int
        let place: String
    }

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
                refuse(refusal)
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
        if unlisted > 0 {
            report.refused.append(
                Refusal(place: source.name, why: .refusalsUnlisted(unlisted), hint: .mendFirst))
        }
        report.passages = try connection.finishDocument(row, draft, run, at: at)
    }

    private mutating func refuse(_ refusal: Refusal) {
        if report.refused.count < Self.listedRefusals {
            report.refused.append(refusal)
        } else {
            unlisted += 1
        }
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
        if let earlier = seen[key] {
            return noteRepetition(of: earlier, draft, place)
        }
        guard !key.isEmpty else {
            return refuse(Refusal(place: place, why: .saysNothing, hint: .fillText))
        }
        if let id = draft.externalID {
            if let earlier = seenIDs[id] {
                return refuse(Refusal(place: place, why: .sameID(earlier), hint: .distinctIDs))
            }
            seenIDs[id] = place
        }
        seen[key] = Seen(answer: draft.answer.hashValue, place: place)
        let document = try documentRow(connection)
        guard let known = try match(draft, key: key, connection) else {
            try connection.insert(
                draft, ChangeOrigin(.imported, at: at, importRun: run, document: document))
            report.added += 1
            return
        }
        try update(known, by: draft, at: place, document, connection)
    }

    private mutating func noteRepetition(of earlier: Seen, _ draft: EntryDraft, _ place: String) {
        if earlier.answer == draft.answer.hashValue {
            report.duplicates += 1
        } else {
            refuse(
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
        let isOwn = try connection.documentRow(ofEntry: known) == document
        let next = draft.applied(to: entry)
        if next == entry {
            report.unchanged += 1
        } else if isOwn {
            try replace(known, by: next, at: place, document, connection)
        } else if entry.answer == draft.answer {
            report.duplicates += 1
        } else {
            hasConflict = true
            refuse(
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
            refuse(Refusal(place: place, why: error.why, hint: error.hint))
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
