import Glibc
import KefuDomain

extension Connection {
    /// The wordings that normalise to a key: questions first, then variants.
    public func exact(_ key: String, limit: Int) throws -> [UnitID] {
        let sql = """
            SELECT wording.id FROM (
                SELECT id, entry, 0 AS kind FROM wording WHERE key = ?1 AND kind = 0
                UNION ALL
                SELECT id, entry, 1 FROM wording WHERE key = ?1 AND kind = 1
            ) AS wording JOIN entry ON entry.id = wording.entry
            WHERE entry.status = 'active'
            ORDER BY wording.kind, wording.id LIMIT ?2
            """
        return try all(sql, key, limit) { UnitID(.wording, $0.integer(0)) }
    }

    /// Wordings and passages that hold some of the terms, most telling first.
    ///
    /// A term tells the more the fewer units hold it (the logarithm of the inverse share, summed).
    /// - Parameters:
    ///   - terms: as in `IndexedText.terms`, rarest first; only the first eight are looked up.
    ///   - limit: the most units to return.
    public func termMatches(_ terms: [String], limit: Int) throws -> [UnitID] {
        try matches(of: terms, in: "unit_terms", limit: limit).compactMap(UnitID.init(number:))
    }

    /// The rows of a table of terms that hold some of the terms, most telling first.
    func matches(of terms: [String], in table: String, limit: Int) throws -> [Int64] {
        var scores = MatchScores(total: try unitEstimate())
        for term in terms.prefix(MatchScores.queryLimit) where Self.isToken(term) {
            try scores.add(postings(in: table, matching: Self.quoted(term)))
        }
        return scores.best(limit)
    }

    /// Wordings and passages whose key holds some of the substrings, most telling first. Of a
    /// substring that hundreds seem to hold, some may hold its parts only.
    /// - Parameters:
    ///   - substrings: normalised texts of three characters or more (others find nothing); only the
    ///     first eight are looked up.
    ///   - limit: the most units to return.
    public func trigramMatches(_ substrings: [String], limit: Int) throws -> [UnitID] {
        var scores = MatchScores(total: try unitEstimate())
        for substring in substrings.prefix(MatchScores.queryLimit) {
            guard let query = Self.trigramQuery(substring) else { continue }
            var units = try postings(in: "unit_trigram", matching: query)
            // The trigrams may lie apart; a substring of just one cannot. Where there are many
            // units, a few wrong ones do no harm, and looking at all would take milliseconds.
            if substring.unicodeScalars.count > 3, units.rows.count <= MatchScores.checkLimit {
                units.rows = try rows(units.rows, holding: substring)
            }
            scores.add(units)
        }
        return scores.best(limit).compactMap(UnitID.init(number:))
    }

    /// How many wordings and passages hold a term. The cost grows with that number.
    public func documentFrequency(_ term: String) throws -> Int {
        try first("SELECT doc FROM unit_terms_size WHERE term = ?", term) { $0.int(0) } ?? 0
    }
}

/// The units that one query found.
private struct Postings {
    /// Unit numbers, newest first.
    var rows: [Int64]
    /// Whether there are more than were read.
    let isCut: Bool
}

/// Adds up what several queries found.
private struct MatchScores {
    /// The most queries that one search makes, and units that one query reads.
    static let queryLimit = 8
    static let postingLimit = 2000
    /// The most units whose key is read to see whether it really holds a substring.
    static let checkLimit = 300

    private let total: Double
    private var scores: [Int64: Double] = [:]
    /// What queries found that have more units than were read. They tell little, and telling it of
    /// the newest only would be unfair; they serve when nothing else was found.
    private var common: [Postings] = []

    init(total: Int) {
        self.total = Double(max(total, 1))
    }

    mutating func add(_ postings: Postings) {
        if postings.isCut { common.append(postings) } else { count(postings) }
    }

    private mutating func count(_ postings: Postings) {
        let weight = log(1 + total / Double(max(postings.rows.count, 1)))
        for row in postings.rows { scores[row, default: 0] += weight }
    }

    mutating func best(_ limit: Int) -> [Int64] {
        if scores.count < limit {
            for postings in common { count(postings) }
        }
        let ranked = scores.sorted { ($0.value, $0.key) > ($1.value, $1.key) }
        return ranked.prefix(limit).map(\.key)
    }
}

extension Connection {
    /// The newest units that an FTS5 query finds.
    private func postings(in table: String, matching query: String) throws -> Postings {
        let limit = MatchScores.postingLimit
        let sql = "SELECT rowid FROM \(table) WHERE \(table) MATCH ? ORDER BY rowid DESC LIMIT ?"
        let rows = try all(sql, query, limit + 1) { $0.integer(0) }
        return Postings(rows: Array(rows.prefix(limit)), isCut: rows.count > limit)
    }

    /// Those units whose key really holds a text.
    private func rows(_ numbers: [Int64], holding text: String) throws -> [Int64] {
        var kept: [Int64] = []
        for (table, kind) in [("wording", UnitKind.wording), ("passage", .passage)] {
            let ids = numbers.lazy.compactMap(UnitID.init(number:)).filter { $0.kind == kind }
            let sql = """
                SELECT id FROM \(table)
                WHERE id IN (SELECT value FROM json_each(?)) AND instr(key, ?) > 0
                """
            kept += try all(sql, JSONText.rows(ids.map(\.row)), text) { row in
                UnitID(kind, row.integer(0)).number
            }
        }
        return kept
    }

    /// About how many units there are, for weighing terms only.
    private func unitEstimate() throws -> Int {
        let counts = try counts()
        return (counts.entriesByStatus[.active] ?? 0) + counts.passages
    }

    /// Whether the tokenizer takes a text for one token: several would be a phrase, which
    /// `detail=none` has none of.
    private static func isToken(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                byte > 0x20 && byte != 0x7F && byte != UInt8(ascii: "\"")
                    && byte != UInt8(ascii: "'")
            }
    }

    /// A token as an FTS5 string.
    private static func quoted(_ token: String) -> String {
        "\"" + token.replacing("\"", with: "\"\"") + "\""
    }

    /// Every trigram of a text, each of which must be there: without positions FTS5 takes no
    /// phrases. `nil` for a text that has none.
    private static func trigramQuery(_ text: String) -> String? {
        let scalars = Array(text.unicodeScalars)
        guard scalars.count >= 3, !scalars.contains("\0") else { return nil }
        var parts: [String] = []
        for start in 0...(scalars.count - 3) {
            var trigram = String.UnicodeScalarView()
            trigram.append(contentsOf: scalars[start..<start + 3])
            parts.append(quoted(String(trigram)))
        }
        // Thirty-two pin a long text down; the key itself is compared afterwards.
        return parts.prefix(32).joined(separator: " AND ")
    }
}
