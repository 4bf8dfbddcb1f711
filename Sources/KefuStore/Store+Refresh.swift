import KefuDomain

/// How the stored keys and index terms were computed, and how far computing them anew has come.
private struct IndexedTextState: Codable {
    static let setting = "indexed_text"

    /// `TextAnalysis.version`.
    var version: Int
    /// The rows up to which all is done; `nil` when everything is.
    var wordings: Int64?
    var passages: Int64?

    var isComplete: Bool { wordings == nil && passages == nil }
}

extension Store {
    private static let refreshBatch = 1000

    /// Computes keys, terms and both FTS5 indexes anew when the analysis has changed. It goes on
    /// where it was interrupted.
    func refreshIndexedText() throws {
        let version = try write { try $0.beginRefresh() }
        guard let version else { return }
        log.write(.info, "computing the indexed texts anew for analysis version \(version)")
        var done = 0
        while true {
            let count = try write { try $0.refreshSome(limit: Self.refreshBatch) }
            if count == 0 { break }
            done += count
        }
        log.write(.info, "\(done) indexed texts computed anew")
    }
}

extension Connection {
    /// Empties the indexes when they were computed by another version.
    /// - Returns: the version to compute for; `nil` when there is nothing to do.
    fileprivate func beginRefresh() throws -> Int? {
        let version = analysis.version
        let state = try setting(IndexedTextState.setting, as: IndexedTextState.self)
        if let state, state.version == version { return state.isComplete ? nil : version }
        if state == nil {
            // A new file has no texts yet.
            try setSetting(IndexedTextState.setting, to: IndexedTextState(version: version))
            return nil
        }
        try run("INSERT INTO unit_trigram (unit_trigram) VALUES ('delete-all')")
        try run("INSERT INTO unit_terms (unit_terms) VALUES ('delete-all')")
        try run("INSERT INTO shadow_terms (shadow_terms) VALUES ('delete-all')")
        try refreshGaps()
        // Old and new keys must not meet in the unique index while some of both are there.
        try run("UPDATE wording SET key = '#' || id WHERE kind = 0")
        try setSetting(
            IndexedTextState.setting,
            to: IndexedTextState(version: version, wordings: 0, passages: 0))
        return version
    }

    /// Computes some rows anew.
    /// - Returns: how many; 0 when all is done.
    fileprivate func refreshSome(limit: Int) throws -> Int {
        let name = IndexedTextState.setting
        guard var state = try setting(name, as: IndexedTextState.self) else { return 0 }
        var count = 0
        if let last = state.wordings {
            let rows = try refreshWordings(after: last, limit)
            state.wordings = rows.last
            // A full stop of the wordings still leaves the passages.
            count = max(rows.count, 1)
        } else if let last = state.passages {
            let rows = try refreshPassages(after: last, limit)
            state.passages = rows.last
            count = rows.count
        }
        try setSetting(name, to: state)
        return count
    }

    private func refreshWordings(after last: Int64, _ limit: Int) throws -> [Int64] {
        let sql = """
            SELECT wording.id, wording.kind, wording.text, entry.status
            FROM wording JOIN entry ON entry.id = wording.entry
            WHERE wording.id > ? ORDER BY wording.id LIMIT ?
            """
        let rows = try all(sql, last, limit) { row in
            (
                id: row.integer(0), kind: row.int(1), text: row.text(2),
                status: EntryStatus(rawValue: row.text(3)) ?? .disabled
            )
        }
        for row in rows {
            var text = indexed(row.text)
            if row.kind == WordingKind.question.rawValue, try entryRow(questionKey: text.key) != nil
            {
                // Two questions became one. Both stay; the later is no longer found by its key.
                log.write(.warning, "wording \(row.id) now reads like another entry's question")
                text = IndexedText(key: "\(text.key)#\(row.id)", terms: text.terms)
            }
            try run("UPDATE wording SET key = ? WHERE id = ?", text.key, row.id)
            guard row.kind != WordingKind.negative.rawValue else { continue }
            try index(wording: row.id, text, in: IndexPlace(row.status))
        }
        return rows.map(\.id)
    }

    private func refreshPassages(after last: Int64, _ limit: Int) throws -> [Int64] {
        let sql = "SELECT id, title, section, text FROM passage WHERE id > ? ORDER BY id LIMIT ?"
        let rows = try all(sql, last, limit) { row in
            (
                id: row.integer(0),
                text: PassageDraft.indexText(
                    title: row.text(1), section: try JSONText.decode(list: row.text(2)),
                    text: row.text(3))
            )
        }
        for row in rows {
            let text = indexed(row.text)
            try run("UPDATE passage SET key = ? WHERE id = ?", text.key, row.id)
            try index(UnitID(.passage, row.id), text)
        }
        return rows.map(\.id)
    }
}
