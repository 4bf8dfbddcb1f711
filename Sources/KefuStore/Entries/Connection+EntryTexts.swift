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
                place: record.content.place)
        }
    }

    /// Changes the stored texts from those of one state to those of another.
    func replaceTexts(of old: EntryRecord, by new: EntryRecord) throws {
        let (was, becomes) = (old.content.place, new.content.place)
        if was == becomes && old.content.texts == new.content.texts { return }
        let before = Self.placed(old.content.texts)
        let after = Self.placed(new.content.texts)
        let kept = was == becomes ? Set(before).intersection(after) : []
        // All go before any comes: places and keys are unique.
        for text in before where !kept.contains(text) { try delete(text, from: was) }
        for text in after where !kept.contains(text) {
            try insert(
                text.text, at: text.position, indexed(text.text.text), of: new.row,
                place: becomes)
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
        place: IndexPlace
    ) throws {
        try run(
            """
            INSERT INTO wording (id, entry, kind, position, text, key) VALUES (?, ?, ?, ?, ?, ?)
            """, text.row, entry, text.kind, position, text.text, indexed.key)
        guard text.kind != WordingKind.negative.rawValue else { return }
        try index(wording: text.row ?? lastRow, indexed, in: place)
    }

    private func delete(_ placed: Placed, from place: IndexPlace) throws {
        guard let row = placed.text.row else { return }
        if place != .none, placed.text.kind != WordingKind.negative.rawValue {
            let key = try first("SELECT key FROM wording WHERE id = ?", row) { $0.text(0) } ?? ""
            let terms = indexed(placed.text.text).terms
            try unindex(wording: row, IndexedText(key: key, terms: terms), from: place)
        }
        try run("DELETE FROM wording WHERE id = ?", row)
    }
}
