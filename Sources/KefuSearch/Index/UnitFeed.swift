import KefuDomain
package import KefuStore
package import KefuText

/// A document for Xapian, or the news that it is gone.
struct UnitDocument: Sendable {
    let number: UInt32
    /// `nil` when there is no such unit any more.
    let terms: TermList?
}

/// Some units read and analysed, ready to be indexed.
struct UnitPage: Sendable {
    var documents: [UnitDocument] = []
    /// The last change that the page covers; 0 for a page of a rebuild.
    var sequence: Int64 = 0
    /// The last unit of a page of a rebuild.
    var lastUnit: UnitID?
    /// Whether more may follow.
    var isFull = false
    var isEmpty = true
}

/// Reads units from the database and makes index documents of them. Any thread may use it.
struct UnitFeed: Sendable {
    private let store: Store
    /// Without the operator's vocabulary: changing that must not make the index outdated.
    private let analyzer = Analyzer()

    init(store: Store) {
        self.store = store
    }

    func lastSequence() throws -> Int64 {
        try store.read { try $0.lastSequence() }
    }

    /// The number up to which the log was pruned.
    func prunedSequence() throws -> Int64 {
        try store.read { try $0.prunedSequence() }
    }

    /// The newest change, and about how many units there are.
    func extent() throws -> (sequence: Int64, units: Int) {
        try store.read { connection in
            let counts = try connection.counts()
            // A question and an answer an entry; variants come on top.
            return (try connection.lastSequence(), counts.entries * 2 + counts.passages)
        }
    }

    /// The units that changed behind a sequence number, as they are now.
    func page(after sequence: Int64, limit: Int) throws -> UnitPage {
        let (changes, units) = try store.read { connection in
            let changes = try connection.changes(after: sequence, limit: limit)
            return (changes, try connection.units(Set(changes.map(\.unit))))
        }
        var page = UnitPage()
        var seen: Set<UnitID> = []
        for change in changes where seen.insert(change.unit).inserted {
            page.documents.append(
                contentsOf: document(change.unit, terms: units[change.unit].map(terms)))
        }
        page.sequence = changes.last?.sequence ?? sequence
        page.isFull = changes.count == limit
        page.isEmpty = changes.isEmpty
        return page
    }

    /// The next units of the whole base in the order of their numbers.
    func page(ofAllAfter last: UnitID?, limit: Int) throws -> UnitPage {
        let units = try store.read { try $0.allUnits(after: last, limit: limit) }
        var page = UnitPage()
        for unit in units {
            page.documents.append(contentsOf: document(unit.id, terms: terms(of: unit)))
        }
        page.lastUnit = units.last?.id ?? last
        page.isFull = units.count == limit
        page.isEmpty = units.isEmpty
        return page
    }

    /// A number beyond what Xapian can count (a row of a thousand million) is left to FTS5.
    private func document(_ unit: UnitID, terms: TermList?) -> [UnitDocument] {
        guard let number = UInt32(exactly: unit.number) else { return [] }
        return [UnitDocument(number: number, terms: terms)]
    }

    private func terms(of unit: Unit) -> TermList {
        TermList(of: analyzer.analyze(unit.text), kind: unit.id.kind)
    }
}

extension TermList {
    /// The most terms of one unit that are indexed; the rest of a longer text is left to FTS5.
    private static let maxTerms = 1_500

    /// The index terms of a unit.
    ///
    /// Unigrams and pinyin of questions only: in passages and answers they are many and tell little.
    package init(of text: AnalyzedText, kind: UnitKind) {
        self.init()
        let field: TermField = kind == .answer ? .answer : .text
        for term in text.terms.prefix(Self.maxTerms) {
            if term.kind == .unigram, kind == .answer { continue }
            append(term.text, in: field, count: term.count)
        }
        guard kind == .wording else { return }
        for pair in text.pinyin.prefix(Self.maxTerms) { append(pair, in: .pinyin) }
    }
}
