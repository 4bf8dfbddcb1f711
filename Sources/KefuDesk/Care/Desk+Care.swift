import KefuDomain
import KefuRPC
import KefuSearch
import KefuStore

extension Desk {
    func conflicts(_ params: PageRequest) throws -> ListConflicts.Result {
        let limit = params.limit ?? KefuRPC.Page.defaultLimit
        let isComplete = try care.isComplete()
        return try store.read { connection in
            let page = try connection.conflicts(limit: limit, after: params.cursor)
            let entries = try connection.entries(Set(page.items.flatMap(\.entries)))
            return ListConflicts.Result(
                conflicts: page.items.map { EntryConflict($0, entries) },
                nextCursor: page.nextCursor, complete: isComplete)
        }
    }

    /// Puts an entry into another.
    func merge(_ params: MergeEntries.Params) throws -> MergeEntries.Result {
        let kept = try RecordID.row(of: params.keep, as: .entry)
        let merged = try RecordID.row(of: params.merge, as: .entry)
        guard kept != merged else {
            throw KefuError.invalid(
                MergeEntries.Params.CodingKeys.merge.rawValue, .mergeSame, why: .mergeSameWhy,
                hint: .nameTwoEntries)
        }
        let now = now
        let result = try store.write { connection in
            let states = [
                EntryState(id: params.keep, revision: try connection.revisionNumber(kept) ?? 1),
                EntryState(id: params.merge, revision: try connection.revisionNumber(merged) ?? 1),
            ]
            let differ =
                try connection.entry(kept)?.answer != connection.entry(merged)?.answer
            let told = try differ ? connection.toldAnswer(of: merged, at: now) : nil
            let entry = try connection.merge(merged, into: kept, at: now)
            return MergeEntries.Result(
                entry: entry, merged: params.merge, undo: states, told: told)
        }
        search.wake()
        return result
    }

    /// Remembers that entries are to stay beside each other.
    func keepBoth(_ params: KeepEntries.Params) throws -> KeepEntries.Result {
        let rows = try params.ids.map { try RecordID.row(of: $0, as: .entry) }
        guard Set(rows).count == rows.count, KeepEntries.counts.contains(rows.count) else {
            throw KefuError.invalid(
                KeepEntries.Params.CodingKeys.ids.rawValue, .keepWhich,
                why: .keepWhichWhy(KeepEntries.counts), hint: .nameTwoEntries)
        }
        let forgets = params.forget ?? false
        let now = now
        try store.write { connection in
            for row in rows where try connection.entry(row) == nil {
                throw KefuError.notFound(.entry)
            }
            for (index, one) in rows.enumerated() {
                for other in rows[(index + 1)...] {
                    if forgets {
                        try connection.forgetKept(one, other)
                    } else {
                        try connection.keepBoth(one, other, at: now)
                    }
                }
            }
        }
        return KeepEntries.Result(kept: !forgets, ids: params.ids)
    }

    /// How an entry served, and how it became what it is.
    func history(_ params: EntryID) throws -> EntryHistory.Result {
        let row = try RecordID.row(of: params.id, as: .entry)
        let first = LocalWeek.start(of: now, before: EntryHistory.weeks - 1)
        return try store.read { connection in
            let states = try connection.revisions(row)
            guard let last = states.last else { throw KefuError.notFound(.entry) }
            let isLive = try connection.entry(row) != nil
            let counts = try connection.feedbackCounts(onEntry: row)
            let judged = try connection.feedback(onEntry: row, limit: EntryHistory.listed)
            return EntryHistory.Result(
                id: params.id, question: last.entry.question, removed: isLive ? nil : last.at,
                hits: last.entry.hits,
                weeks: Self.weeks(
                    from: first, try connection.weeks(ofEntry: row, from: first)),
                feedback: FeedbackCounts(
                    approved: counts[.approved] ?? 0, corrected: counts[.corrected] ?? 0,
                    rejected: counts[.rejected] ?? 0),
                judged: judged.map { JudgedAnswer($0) },
                revisions: states.suffix(EntryHistory.listed).reversed().map {
                    ShortRevision(revision: $0.number, at: $0.at, what: $0.cause.rawValue)
                },
                provenance: try Self.provenance(of: row, last.entry, connection))
        }
    }

    private static func weeks(from start: Timestamp, _ served: [EntryWeek]) -> [ServedWeek] {
        (0..<EntryHistory.weeks).map { number in
            let week = served.first { $0.number == number }
            return ServedWeek(
                from: LocalWeek.start(of: start, after: number), replies: week?.replies ?? 0,
                approved: week?.approved ?? 0, corrected: week?.corrected ?? 0,
                rejected: week?.rejected ?? 0)
        }
    }

    private static func provenance(
        of row: Int64, _ entry: Entry, _ connection: Connection
    ) throws -> EntryOrigin {
        let document = try connection.documentRow(ofEntry: row).flatMap {
            try connection.document($0)
        }
        return EntryOrigin(
            source: entry.source,
            documentID: document.map { RecordID(.document, $0.row).description },
            document: document?.name, path: document?.path, externalID: entry.externalID,
            mergedInto: try connection.mergedInto(row).map { RecordID(.entry, $0).description })
    }
}

extension EntryConflict {
    fileprivate init(_ conflict: Conflict, _ entries: [Int64: Entry]) {
        let sides = conflict.entries.compactMap { entries[$0] }
        self.init(
            kind: Kind(rawValue: conflict.kind.rawValue) ?? .contradiction,
            question: conflict.wording ?? sides.first?.question ?? "", entries: sides,
            confidence: conflict.confidence)
    }
}

extension JudgedAnswer {
    fileprivate init(_ feedback: EntryFeedback) {
        self.init(
            answerID: RecordID(.answer, feedback.answer).description,
            kind: feedback.kind.rawValue, at: feedback.at, reason: feedback.reason)
    }
}
