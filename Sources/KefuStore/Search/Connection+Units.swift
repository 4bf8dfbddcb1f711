import KefuDomain

extension Connection {
    /// The units among some ids that exist and can be found, in a query for each kind.
    public func units(_ ids: some Sequence<UnitID>) throws -> [UnitID: Unit] {
        var rows: [UnitKind: [Int64]] = [:]
        for id in ids { rows[id.kind, default: []].append(id.row) }
        var found: [UnitID: Unit] = [:]
        for (kind, rows) in rows {
            let sql = """
                \(Self.selection(of: kind))
                AND \(Self.table(of: kind)).id IN (SELECT value FROM json_each(?))
                """
            for unit in try all(sql, JSONText.rows(rows), read: { try Self.read($0, kind) }) {
                found[unit.id] = unit
            }
        }
        return found
    }

    /// Every unit in the order of its number: the source of an index built from nothing.
    /// - Parameter last: the last unit of the call before; `nil` to begin.
    public func allUnits(after last: UnitID? = nil, limit: Int) throws -> [Unit] {
        var units: [Unit] = []
        for kind in UnitKind.allCases {
            // A row comes again when its number, with this kind, lies behind the last one.
            let isBehind = last.map { kind.rawValue > $0.kind.rawValue } ?? true
            let start = (last?.row ?? 1) - (isBehind ? 1 : 0)
            let sql = """
                \(Self.selection(of: kind)) AND \(Self.table(of: kind)).id > ?
                ORDER BY \(Self.table(of: kind)).id LIMIT ?
                """
            units += try all(sql, start, limit) { try Self.read($0, kind) }
        }
        units.sort { $0.id < $1.id }
        return Array(units.prefix(limit))
    }

    private static func table(of kind: UnitKind) -> String {
        switch kind {
        case .wording: "wording"
        case .passage: "passage"
        case .answer: "entry"
        }
    }

    /// A query that a further condition may follow. Columns: row, owner, key, answer digest, then the
    /// texts.
    private static func selection(of kind: UnitKind) -> String {
        switch kind {
        case .wording:
            """
            SELECT wording.id, wording.entry, wording.key, entry.answer_digest, wording.text
            FROM wording JOIN entry ON entry.id = wording.entry
            WHERE wording.kind < 2 AND entry.status = 'active'
            """
        case .passage:
            "SELECT id, id, key, 0, text, title, section FROM passage WHERE true"
        case .answer:
            """
            SELECT id, id, '', answer_digest, substr(answer, 1, \(Unit.answerLength))
            FROM entry WHERE removed_at IS NULL AND status = 'active'
            """
        }
    }

    private static func read(_ row: Row, _ kind: UnitKind) throws -> Unit {
        var text = row.text(4)
        if kind == .passage {
            let section = try JSONText.decode(list: row.text(6))
            text = PassageDraft.indexText(title: row.text(5), section: section, text: text)
        }
        return Unit(
            id: UnitID(kind, row.integer(0)), owner: row.integer(1), text: text, key: row.text(2),
            answer: row.integer(3))
    }
}
