public import KefuDomain

/// Gathering questions into gaps, and closing them.
extension Connection {
    /// So many wordings a gap keeps; further ones count as the nearest of those.
    private static var mostWordings: Int { 50 }
    /// So many terms of a wording it is found by.
    private static var mostTerms: Int { 64 }

    /// Counts a question that was asked: where it was asked word for word, else as a further wording
    /// of a gap, or as the nearest one where that has enough, else as a gap of its own.
    /// - Parameters:
    ///   - nearest: the wording that means the same, of a gap that is open.
    ///   - answer: what was said to it; one counts once.
    public func noteGap(
        _ text: String, like nearest: Int64?, answer: Int64, at: Timestamp
    ) throws {
        guard try first("SELECT 1 FROM answer WHERE id = ?", answer, read: { _ in true }) != nil,
            try first("SELECT 1 FROM gap_asking WHERE answer = ?", answer, read: { _ in true })
                == nil
        else { return }
        let question = try gapQuestion(for: text, like: nearest, at: at)
        let sql = "INSERT INTO gap_asking (answer, question, at, weight) VALUES (?, ?, ?, ?)"
        try run(sql, answer, question, at, GapWeight.stored(askedAt: at))
        // The base does not answer it after all.
        try run(
            "UPDATE gap_question SET answered_at = NULL WHERE id = ? AND answered_at IS NOT NULL",
            question)
    }

    /// Takes back that a question was asked, because another answer took the place of that one.
    public func unnoteGap(answer: Int64) throws {
        try run("DELETE FROM gap_asking WHERE answer = ?", answer)
    }

    /// Takes wordings that the base answers by now out of an open gap's count; the gap is closed when
    /// none is left.
    public func closeGap(_ row: Int64, answered questions: [Int64], at: Timestamp) throws {
        let sql = """
            UPDATE gap_question SET answered_at = ?
            WHERE gap = ? AND id IN (SELECT value FROM json_each(?))
            """
        try run(sql, at, row, JSONText.rows(questions))
        try run(
            """
            UPDATE gap SET state = 'closed', closed_at = ?1 WHERE id = ?2 AND state = 'open'
                AND NOT EXISTS (
                    SELECT 1 FROM gap_question WHERE gap = ?2 AND answered_at IS NULL)
            """, at, row)
        if changedRows == 1 { try hideGap(row) }
    }

    /// Marks an open gap as answered by a person; wordings that the answer does not fit are a gap of
    /// their own from then on.
    public func answerGap(
        _ row: Int64, with entry: Int64, unfit: [Int64], at: Timestamp
    ) throws {
        if !unfit.isEmpty {
            let other = try openGap(at: at)
            try run(
                """
                UPDATE gap_question SET gap = ?
                WHERE gap = ? AND id IN (SELECT value FROM json_each(?))
                """, other, row, JSONText.rows(unfit))
        }
        try run(
            "UPDATE gap SET state = 'answered', closed_at = ?, entry = ? WHERE id = ?", at, entry,
            row)
        try hideGap(row)
    }

    /// Opens the gaps again whose answer was taken back.
    /// - Returns: how many.
    public func reopenGaps() throws -> Int {
        let rows = try all(Self.takenBack) { $0.integer(0) }
        for row in rows {
            try run(
                "UPDATE gap SET state = 'open', closed_at = NULL, entry = NULL WHERE id = ?", row)
            try run("UPDATE gap_question SET answered_at = NULL WHERE gap = ?", row)
            for question in try gapQuestions(of: row) {
                try addTerms(of: indexed(question.text), to: question.row)
            }
        }
        return rows.count
    }

    /// Whether a gap's answer was taken back.
    public func hasGapsToReopen() throws -> Bool {
        try first(Self.takenBack) { _ in true } ?? false
    }

    private static let takenBack = """
        SELECT gap.id FROM gap JOIN entry ON entry.id = gap.entry
        WHERE gap.state = 'answered' AND entry.removed_at IS NOT NULL
            AND EXISTS (SELECT 1 FROM gap_question WHERE gap = gap.id)
        """

    /// Takes out what was asked before a moment.
    /// - Returns: how many askings; 0 when all is done.
    public func forgetGaps(before moment: Timestamp, limit: Int) throws -> Int {
        let sql = """
            DELETE FROM gap_asking WHERE answer IN (
                SELECT answer FROM gap_asking WHERE at < ? ORDER BY at LIMIT ?
            )
            """
        try run(sql, moment, limit)
        return changedRows
    }
}

extension Connection {
    /// The wording that a question counts as.
    private func gapQuestion(
        for text: String, like nearest: Int64?, at: Timestamp
    ) throws -> Int64 {
        let indexed = indexed(text)
        let known = """
            SELECT gap_question.id FROM gap_question JOIN gap ON gap.id = gap_question.gap
            WHERE gap_question.key = ? AND gap.state = 'open' LIMIT 1
            """
        if let same = try first(known, indexed.key, read: { $0.integer(0) }) { return same }
        let home = """
            SELECT gap.id, (SELECT count(*) FROM gap_question WHERE gap = gap.id)
            FROM gap_question JOIN gap ON gap.id = gap_question.gap
            WHERE gap_question.id = ? AND gap.state = 'open'
            """
        guard let nearest,
            let (gap, wordings) = try first(home, nearest, read: { ($0.integer(0), $0.int(1)) })
        else { return try addGapQuestion(text, indexed, to: openGap(at: at)) }
        return wordings < Self.mostWordings
            ? try addGapQuestion(text, indexed, to: gap) : nearest
    }

    private func openGap(at: Timestamp) throws -> Int64 {
        try run("INSERT INTO gap (opened_at) VALUES (?)", at)
        return lastRow
    }

    private func addGapQuestion(
        _ text: String, _ indexed: IndexedText, to gap: Int64
    ) throws -> Int64 {
        try run(
            "INSERT INTO gap_question (gap, text, key) VALUES (?, ?, ?)", gap, text, indexed.key)
        let row = lastRow
        try addTerms(of: indexed, to: row)
        return row
    }

    private func addTerms(of text: IndexedText, to question: Int64) throws {
        for term in text.terms.split(separator: " ").prefix(Self.mostTerms) {
            try run(
                "INSERT OR IGNORE INTO gap_term (term, question) VALUES (?, ?)", String(term),
                question)
        }
    }

    /// Nothing joins a gap that is no longer open.
    private func hideGap(_ row: Int64) throws {
        try run(
            "DELETE FROM gap_term WHERE question IN (SELECT id FROM gap_question WHERE gap = ?)",
            row)
    }

    /// Computes what gaps are found by anew, when the analysis has changed.
    func refreshGaps() throws {
        try run("DELETE FROM gap_term")
        let sql = """
            SELECT gap_question.id, gap_question.text, gap.state = 'open'
            FROM gap_question JOIN gap ON gap.id = gap_question.gap
            """
        for (row, text, isOpen) in try all(
            sql,
            read: {
                ($0.integer(0), $0.text(1), $0.int(2) != 0)
            })
        {
            let indexed = indexed(text)
            try run("UPDATE gap_question SET key = ? WHERE id = ?", indexed.key, row)
            if isOpen { try addTerms(of: indexed, to: row) }
        }
    }
}
