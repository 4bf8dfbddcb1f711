public import KefuDomain

/// Keeps the two FTS5 indexes and the change log in step with the units, in the same transaction.
extension Connection {
    /// A text with its key and terms. A text of signs only is its own key, so that it can be found.
    public func indexed(_ text: String) -> IndexedText {
        if let lastAnalysis, lastAnalysis.text == text { return lastAnalysis.indexed }
        var indexed = analysis.indexed(text)
        if indexed.key.isEmpty {
            indexed = IndexedText(key: text.trimmingSpace, terms: indexed.terms)
        }
        lastAnalysis = (text, indexed)
        return indexed
    }

    /// Makes a wording findable, where its entry's status says; negatives are not.
    func index(wording row: Int64, _ text: IndexedText, in place: IndexPlace) throws {
        switch place {
        case .none: return
        case .answering: try index(UnitID(.wording, row), text)
        case .shadow: try indexShadow(row, text)
        }
    }

    func unindex(wording row: Int64, _ text: IndexedText, from place: IndexPlace) throws {
        switch place {
        case .none: return
        case .answering: try unindex(UnitID(.wording, row), text)
        case .shadow: try unindexShadow(row, text)
        }
    }

    func index(_ unit: UnitID, _ text: IndexedText) throws {
        guard keepsIndexes else { return }
        let number = unit.number
        try run("INSERT INTO unit_trigram (rowid, key) VALUES (?, ?)", number, text.key)
        try run("INSERT INTO unit_terms (rowid, terms) VALUES (?, ?)", number, text.terms)
        try noteChange(of: unit)
    }

    /// Takes a unit out; FTS5 needs the very texts that were put in.
    func unindex(_ unit: UnitID, _ text: IndexedText) throws {
        guard keepsIndexes else { return }
        let number = unit.number
        try run(
            "INSERT INTO unit_trigram (unit_trigram, rowid, key) VALUES ('delete', ?, ?)",
            number, text.key)
        try run(
            "INSERT INTO unit_terms (unit_terms, rowid, terms) VALUES ('delete', ?, ?)",
            number, text.terms)
        try noteChange(of: unit)
    }

    /// Tells whoever follows the change log that a unit came, went or changed.
    func noteChange(of unit: UnitID) throws {
        guard keepsIndexes else { return }
        try run("INSERT INTO change (unit) VALUES (?)", unit.number)
    }
}

extension String {
    var trimmingSpace: String {
        var rest = self[...]
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }
}
