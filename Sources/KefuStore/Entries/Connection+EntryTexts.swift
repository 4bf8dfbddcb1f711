import KefuDomain

/// The question texts of entries, with their place in the indexes.
extension Connection {
    /// Stores the texts of a new entry.
    /// - Parameter known: a text that was analysed already.
    func insertTexts(
        of record: EntryRecord, known: (text: String, indexed: IndexedText)
    ) throws {
        var positions = Positions()
        for text in record.content.texts {
            let indexed = text.text == known.text ? known.indexed : indexed(text.text)
            try insert(
                text, at: positions.next(text.kind), indexed, of: record.row,
                isSearchable: record.content.isSearchable)
        }
    }

    /// Changes the stored texts from those of one state to those of another.
    func replaceTexts(of old: EntryRecord, by new: EntryRecord) throws {
        let wasFound = old.content.isSearchable
        let isFound = new.content.isSearchable
        if wasFound == isFound && old.content.texts == new.content.texts { return }
        let before = Self.placed(old.content.texts)
        let after = Self.placed(new.content.texts)
        let kept = wasFound == isFound ? Set(before).intersection(after) : []
        // All go before any comes: places and keys are unique.
        for text in before where !kept.contains(text) { try delete(text, isSearchable: wasFound) }
        for text in after where !kept.contains(text) {
            try insert(
                text.text, at: text.position, indexed(text.text.text), of: new.row,
                isSearchable: isFound)
        }
    }

    /// A text with its place among those of its kind.
    private struct Placed: Hashable {
        let text: EntryRecord.Text
        let position: Int
    }

    private static func placed(_ texts: [EntryRecord.Text]) -> [Placed] {
        var positions = Positions()
        return texts.map { Placed(text: $0, position: positions.next($0.kind)) }
    }

    /// Counts the places of each kind from 0.
    private struct Positions {
        private var counts: [Int: Int] = [:]

        mutating func next(_ kind: Int) -> Int {
            defer { counts[kind, default: 0] += 1 }
            return counts[kind, default: 0]
        }
    }

    private func insert(
        _ text: EntryRecord.Text, at position: Int, _ indexed: IndexedText, of entry: Int64,
        isSearchable: Bool
    ) throws {
        try run(
            """
            INSERT INTO wording (id, entry, kind, position, text, key) VALUES (?, ?, ?, ?, ?, ?)
            """, text.row, entry, text.kind, position, text.text, indexed.key)
        guard isSearchable, text.kind != WordingKind.negative.rawValue else { return }
        try index(UnitID(.wording, text.row ?? lastRow), indexed)
    }

    private func delete(_ placed: Placed, isSearchable: Bool) throws {
        guard let row = placed.text.row else { return }
        if isSearchable, placed.text.kind != WordingKind.negative.rawValue {
            let key = try first("SELECT key FROM wording WHERE id = ?", row) { $0.text(0) } ?? ""
            let terms = indexed(placed.text.text).terms
            try unindex(UnitID(.wording, row), IndexedText(key: key, terms: terms))
        }
        try run("DELETE FROM wording WHERE id = ?", row)
    }
}
