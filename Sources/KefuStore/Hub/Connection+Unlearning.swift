import KefuDomain

/// Takes a customer's own words out of the base, where verdicts on answers put them.
extension Connection {
    /// Removes wordings that were learned, from the entries and from their former states. An entry
    /// that has no other wording goes as a whole; what people typed or imported stays.
    /// - Returns: how many wordings went.
    func unlearn(_ questions: Set<String>, at: Timestamp) throws -> Int {
        let keys = Set(questions.map { indexed($0).key }).subtracting([""])
        guard !keys.isEmpty else { return 0 }
        var count = 0
        for row in try entriesThatLearned() { count += try unlearn(keys, from: row, at: at) }
        return count
    }

    /// Entries that a verdict made or changed, now or in a former state.
    private func entriesThatLearned() throws -> [Int64] {
        let sql = """
            SELECT id FROM entry WHERE cause IN ('learned', 'corrected')
            UNION SELECT entry FROM revision
                WHERE json_extract(snapshot, '$.cause') IN ('learned', 'corrected')
            """
        return try all(sql) { $0.integer(0) }
    }

    private func unlearn(_ keys: Set<String>, from row: Int64, at: Timestamp) throws -> Int {
        try withdraw(wordings: learnedWordings(of: row, among: keys), from: row, at: at)
    }

    /// Removes wordings from an entry and from its former states.
    func withdraw(wordings learned: Set<String>, from row: Int64, at: Timestamp) throws -> Int {
        guard !learned.isEmpty else { return 0 }
        if let record = try record(row), record.content.removedAt == nil {
            try withdraw(learned, from: record, at: at)
        }
        try rewriteRevisions(of: row, without: learned)
        return learned.count
    }

    /// The wordings with one of some keys that came into an entry by a verdict.
    private func learnedWordings(of row: Int64, among keys: Set<String>) throws -> Set<String> {
        var known: Set<String> = []
        var learned: Set<String> = []
        for state in try revisions(row) {
            let entry = state.entry
            for text in [entry.question] + entry.variants + entry.negatives
            where known.insert(text).inserted {
                let isOfVerdict = state.cause == .learned || state.cause == .corrected
                if isOfVerdict, keys.contains(indexed(text).key) { learned.insert(text) }
            }
        }
        return learned
    }

    /// Changes an entry so that it lacks some wordings; its first variant takes the place of a
    /// question that goes.
    private func withdraw(_ texts: Set<String>, from record: EntryRecord, at: Timestamp) throws {
        var entry = record.entry
        entry.variants.removeAll(where: texts.contains)
        entry.negatives.removeAll(where: texts.contains)
        if texts.contains(entry.question) {
            guard let other = entry.variants.first else {
                return try removeEntry(record.row, at: at)
            }
            entry.variants.removeFirst()
            entry.question = other
        }
        try update(record.row, to: entry, ChangeOrigin(.updated, at: at))
    }

    /// Takes wordings out of an entry's former states; without a question a state cannot be brought
    /// back, and goes.
    private func rewriteRevisions(of row: Int64, without texts: Set<String>) throws {
        let states = try all("SELECT id, snapshot FROM revision WHERE entry = ?", row) {
            ($0.integer(0), $0.text(1))
        }
        for (revision, snapshot) in states {
            var content = try JSONText.decode(EntryRecord.Content.self, from: snapshot)
            content.texts.removeAll { texts.contains($0.text) }
            if content.texts(.question).isEmpty {
                try run("DELETE FROM revision WHERE id = ?", revision)
            } else {
                try run(
                    "UPDATE revision SET snapshot = ? WHERE id = ?",
                    try JSONText.encode(content), revision)
            }
        }
    }
}
