import KefuDomain
import KefuStore
import KefuText

/// Finds the units that may answer a question, with a cost that does not grow with the base.
///
/// Xapian is asked for the question's rarest terms only: their postings are what a query costs. The
/// database adds the very same question, codes and substrings, and what Xapian does not hold yet.
struct CandidatePool {
    let asked: AskedQuestion
    let connection: Connection
    /// `nil` when no index serves.
    let loan: ReaderPool.Loan?

    private(set) var found: [UnitID: EngineSet] = [:]
    /// How many texts hold each of `asked.terms`; empty without an index.
    private var frequencies: [Int] = []

    /// So many more are fetched, because some must not be found.
    private let heldOut: Int

    init(
        _ asked: AskedQuestion, connection: Connection, loan: ReaderPool.Loan?, heldOut: Int = 0
    ) {
        self.asked = asked
        self.connection = connection
        self.loan = loan
        self.heldOut = min(heldOut, 200)
    }

    /// The first look: enough for nearly every question.
    mutating func gather() throws {
        try addExact()
        if let loan {
            try addRanked(loan, cost: Self.postings, limit: Self.rankedLimit)
            try addHolders(ofCodes: loan)
            try addTail(behind: loan)
        } else {
            add(try connection.termMatches(asked.rarestTerms(8), limit: Self.termLimit), by: .terms)
        }
        try addCodes()
    }

    /// The second look, when the best of the first match little: sounds, answers, commoner terms.
    mutating func widen() throws {
        if let loan {
            try addPinyin(loan)
            try addAnswers(loan)
            try addRanked(loan, cost: Self.postings * 2, limit: Self.rankedLimit * 2)
        }
        if found.count < 8 {
            let keys = asked.keys.filter { $0.unicodeScalars.count >= 3 }
            add(try connection.trigramMatches(keys, limit: 20), by: .trigram)
        }
    }

    private mutating func add(_ units: some Sequence<UnitID>, by engines: EngineSet) {
        for unit in units { found[unit, default: []].formUnion(engines) }
    }
}

// MARK: - Limits

extension CandidatePool {
    /// Postings that one query reads: about a millisecond.
    private static let postings = 8_000
    /// Terms that are asked for whatever they cost, so that a question of common words finds some.
    private static let fewestTerms = 3
    private static let mostTerms = 24
    private static let rankedLimit = 40
    private static let termLimit = 64
    /// So many changes behind Xapian are read one by one; more are left to FTS5.
    private static let readableTail = 500
}

// MARK: - The database

extension CandidatePool {
    private mutating func addExact() throws {
        for key in asked.keys.prefix(10) { add(try connection.exact(key, limit: 8), by: .exact) }
    }

    /// What the database holds and Xapian does not yet.
    private mutating func addTail(behind loan: ReaderPool.Loan) throws {
        let newest = try connection.lastSequence()
        guard newest > loan.sequence else { return }
        if newest - loan.sequence <= Int64(Self.readableTail) {
            let changes = try connection.changes(after: loan.sequence, limit: Self.readableTail)
            add(try matching(Set(changes.map(\.unit))), by: .terms)
        } else {
            add(try connection.termMatches(asked.rarestTerms(6), limit: Self.termLimit), by: .terms)
        }
    }

    /// Those of some units that share a character, a stem or a sound pair with the question, the
    /// likeliest first.
    private func matching(_ units: Set<UnitID>) throws -> [UnitID] {
        let wanted = Set(asked.text.atoms.ids)
        let sounds = Set(Tally.pairs(of: asked.text.atoms.sounds))
        var ranked: [(id: UnitID, count: Int)] = []
        for unit in try connection.units(units).values where unit.id.kind != .answer {
            let atoms = Atoms(
                key: unit.key.unicodeScalars.lazy.map(\.value), limit: 512, wordLimit: 0)
            let count =
                wanted.intersection(atoms.ids).count
                + sounds.intersection(Tally.pairs(of: atoms.sounds)).count
            if count > 0 { ranked.append((unit.id, count)) }
        }
        ranked.sort { ($0.count, $1.id) > ($1.count, $0.id) }
        return ranked.prefix(Self.termLimit).map(\.id)
    }

    /// Codes and English words that no text holds as a whole may be part of one: e103 in ke1030.
    private mutating func addCodes() throws {
        var codes: [String] = []
        for (place, term) in asked.terms.enumerated() where term.isLatin {
            let isUnknown = frequencies.isEmpty || frequencies[place] == 0
            if isUnknown, term.text.unicodeScalars.count >= 3 { codes.append(term.text) }
        }
        guard !codes.isEmpty else { return }
        add(try connection.trigramMatches(Array(codes.prefix(4)), limit: 20), by: .trigram)
    }
}

// MARK: - Xapian

extension CandidatePool {
    private mutating func addRanked(_ loan: ReaderPool.Loan, cost: Int, limit: Int) throws {
        if frequencies.isEmpty {
            frequencies = try loan.index.frequencies(of: Self.list(asked.terms.map(\.text), .text))
        }
        let chosen = Self.cheapest(frequencies, cost: cost)
        let list = Self.list(chosen.map { asked.terms[$0].text }, .text)
        let weights = chosen.map { asked.terms[$0].weight }
        add(try search(loan, list, weights, limit), by: .ranked)
    }

    /// What holds the question's codes, however little else of it: many questions about other codes
    /// may be worded more alike.
    private mutating func addHolders(ofCodes loan: ReaderPool.Loan) throws {
        let codes = asked.terms.indices.filter { place in
            asked.terms[place].isLatin && frequencies[place] > 0
                && asked.terms[place].text.utf8.contains { (0x30...0x39).contains($0) }
        }
        guard !codes.isEmpty, codes.count < asked.terms.count else { return }
        let list = Self.list(codes.map { asked.terms[$0].text }, .text)
        add(try search(loan, list, codes.map { _ in 1 }, 16), by: .ranked)
    }

    private mutating func addPinyin(_ loan: ReaderPool.Loan) throws {
        try add(asked.pinyin, in: .pinyin, of: loan, by: .pinyin)
    }

    private mutating func addAnswers(_ loan: ReaderPool.Loan) throws {
        try add(asked.terms.map(\.text), in: .answer, of: loan, by: .ranked)
    }

    private mutating func add(
        _ terms: [String], in field: TermField, of loan: ReaderPool.Loan, by engines: EngineSet
    ) throws {
        let list = Self.list(terms, field)
        let chosen = Self.cheapest(
            try loan.index.frequencies(of: list), cost: Self.postings)
        let rarest = Self.list(chosen.map { terms[$0] }, field)
        let weights = [Double](repeating: 1, count: rarest.count)
        add(try search(loan, rarest, weights, 24), by: engines)
    }

    private func search(
        _ loan: ReaderPool.Loan, _ terms: TermList, _ weights: [Double], _ limit: Int
    ) throws -> [UnitID] {
        guard !terms.isEmpty else { return [] }
        let hits = try loan.index.search(terms, weights: weights, limit: limit + heldOut)
        return hits.compactMap { UnitID(number: Int64($0.document)) }
    }

    private static func list(_ terms: [String], _ field: TermField) -> TermList {
        var list = TermList()
        for term in terms { list.append(term, in: field) }
        return list
    }

    /// The places of the rarest terms that are there at all, as many as the cost allows.
    private static func cheapest(_ frequencies: [Int], cost: Int) -> [Int] {
        let present = frequencies.indices.filter { frequencies[$0] > 0 }
        let sorted = present.sorted { (frequencies[$0], $0) < (frequencies[$1], $1) }
        var chosen: [Int] = []
        var sum = 0
        for place in sorted.prefix(mostTerms) {
            sum += frequencies[place]
            if sum > cost, chosen.count >= fewestTerms { break }
            chosen.append(place)
        }
        return chosen
    }
}
