import KefuDomain
import KefuStore
import KefuText

/// One search over one state of the database, from the question to candidates with confidences.
struct SearchRun {
    let asked: AskedQuestion
    /// With the operator's vocabulary, where there is one.
    let analyzer: Analyzer
    let hasVocabulary: Bool
    let connection: Connection
    /// `nil` when no index serves.
    let loan: ReaderPool.Loan?
    let cache: RarityCache
    let model: RankingModel
    let calibration: Calibration
    let intents: IntentModel?
    let limit: Int
    let now: Timestamp
    /// What it must not find; `nil` but for the self-test.
    var heldOut: HeldOut?
    /// What it finds beside the base.
    var supposed: [Supposition] = []

    /// Items that are looked at closely: with their entries and negatives.
    private static let closeLook = 12
    /// Below this share of the question's words the first look was not enough.
    private static let enoughCoverage: Float = 0.6

    func candidates() throws -> [Candidate] {
        try judged(ranked())
    }

    /// What was found, best first, and what each is measured by.
    struct Ranking {
        var items: [RankedItem]
        let pool: PoolMeasures
    }

    func ranked() throws -> Ranking {
        let measure = try Measure(self)
        let contenders = try contenders(measure)
        var (items, rest) = try items(of: contenders)
        for index in items.indices { try measure.weighNegatives(of: &items[index]) }
        Self.settleTies(among: &items)
        items.sort(by: isBetter)
        let pool = PoolMeasures(
            items.flatMap(\.contenders) + rest, asked: measure.asked, texts: measure.texts)
        let measured = items.indices.prefix(limit)
        for index in measured { pool.measure(&items[index]) }
        if Set(items[measured].map(\.item.kind)).count > 1 {
            // Ranks of entries and passages are learned apart; how sure each is compares.
            let sorted = items[measured].map { (item: $0, score: certainty(of: $0)) }
                .sorted { $0.score > $1.score }
            items.replaceSubrange(measured, with: sorted.map(\.item))
        }
        return Ranking(items: items, pool: pool)
    }

    /// Everything that was found, laid beside the question, best first.
    func contenders(_ measure: Measure) throws -> [Contender] {
        var pool = CandidatePool(
            asked, connection: connection, loan: loan, heldOut: heldOut?.units.count ?? 0)
        try pool.gather()
        var contenders = try measure.contenders(for: pool.found)
        contenders += measure.contenders(supposing: supposed)
        let coverage = contenders.map { $0.features[.coverageOfQuestion] }.max() ?? 0
        if coverage < Self.enoughCoverage {
            let seen = pool.found
            try pool.widen()
            let more = pool.found.filter { seen[$0.key] == nil }
            contenders += try measure.contenders(for: more)
        }
        measure.rank(&contenders)
        // The order is sorted rather than the contenders, which are large.
        let order = contenders.indices.sorted { Self.isBetter(contenders[$0], contenders[$1]) }
        return order.map { contenders[$0] }
    }

    /// The normalised text, with the operator's vocabulary where there is one.
    func key(of unit: Unit) -> [UInt32] {
        if hasVocabulary || unit.key.isEmpty { return analyzer.analyze(unit.text).scalars }
        return unit.key.unicodeScalars.map(\.value)
    }

    /// How many texts of the base hold each of some terms.
    func frequencies(of terms: TermList) -> [Int] {
        let unknown = [Int](repeating: 0, count: terms.count)
        guard let loan else { return unknown }
        // A failure here only makes the weights less exact.
        return (try? loan.index.frequencies(of: terms)) ?? unknown
    }

    /// By rank, then by the engine's score, then the older one first.
    private static func isBetter(_ one: Contender, _ other: Contender) -> Bool {
        if one.rank != other.rank { return one.rank > other.rank }
        let scores = (one.features[.engineScore], other.features[.engineScore])
        return scores.0 != scores.1 ? scores.0 > scores.1 : one.item < other.item
    }

    /// Takes the certainty of an exact match from variants that several answers share.
    private static func settleTies(among items: inout [RankedItem]) {
        let exact = items.indices.filter { items[$0].best.features[.exact] == 1 }
        guard Set(exact.map { items[$0].answer }).count > 1 else { return }
        for index in exact where items[index].best.wording != items[index].item.question {
            items[index].best.features[.exact] = 0
        }
    }

    private func isBetter(_ one: RankedItem, _ other: RankedItem) -> Bool {
        let expired = (one.item.isExpired(at: now), other.item.isExpired(at: now))
        if one.best.rank == other.best.rank, expired.0 != expired.1 { return expired.1 }
        return Self.isBetter(one.best, other.best)
    }

    /// The best items with all their contenders, and the contenders of the others.
    private func items(
        of contenders: [Contender]
    ) throws -> (items: [RankedItem], rest: [Contender]) {
        var order: [ItemID] = []
        var groups: [ItemID: [Contender]] = [:]
        for contender in contenders {
            if groups[contender.item] == nil { order.append(contender.item) }
            groups[contender.item, default: []].append(contender)
        }
        let wanted = order.prefix(max(limit, Self.closeLook))
        var entries = try connection.entries(wanted.filter { $0.kind == .entry }.map(\.row))
        for one in supposed { entries[one.row] = one.entry }
        let passages = try connection.passages(wanted.filter { $0.kind == .passage }.map(\.row))
        var items: [RankedItem] = []
        for id in wanted {
            guard let item = Self.item(id, entries, passages),
                let group = groups.removeValue(forKey: id)
            else { continue }
            items.append(RankedItem(item: item, best: group[0], others: Array(group.dropFirst())))
        }
        // In one order, so that sums are the same from search to search.
        return (items, order.flatMap { groups[$0] ?? [] })
    }

    private static func item(
        _ id: ItemID, _ entries: [Int64: Entry], _ passages: [Int64: Passage]
    ) -> FoundItem? {
        switch id.kind {
        case .entry: entries[id.row].map { .entry($0) }
        case .passage: passages[id.row].map { .passage($0) }
        }
    }

    private func certainty(of item: RankedItem) -> Double {
        calibration.certainty(of: item.item.kind).lifted(for: item.best.features)
            .score(item.best.features)
    }

    private func judged(_ ranking: Ranking) -> [Candidate] {
        var candidates: [Candidate] = []
        // A candidate is never surer than the one before it: the order is the better judge.
        var ceiling = Double.infinity
        for item in ranking.items.prefix(limit) {
            let features = item.best.features
            let certainty = calibration.certainty(of: item.item.kind)
                .lifted(for: features)
            let score = min(ceiling, certainty.score(features))
            ceiling = score
            candidates.append(
                Candidate(
                    item: item.item, wording: item.wording, engines: item.engines.engines,
                    features: features.shares(certainty), score: score,
                    confidence: calibration.confidence(score)))
        }
        return candidates
    }
}

extension RankedItem {
    /// What the question was laid beside, as a person wrote it.
    fileprivate var wording: String {
        switch item {
        case .entry(let entry): best.wording.isEmpty ? entry.question : best.wording
        case .passage(let passage): passage.sectionPath
        }
    }

    fileprivate var engines: EngineSet {
        others.reduce(best.engines) { $0.union($1.engines) }
    }
}

extension FoundItem {
    fileprivate var question: String? {
        guard case .entry(let entry) = self else { return nil }
        return entry.question
    }

    fileprivate func isExpired(at now: Timestamp) -> Bool {
        guard case .entry(let entry) = self else { return false }
        return entry.isExpired(at: now)
    }
}

extension FeatureVector {
    /// Every feature that has a value or a weight, for the explanation.
    fileprivate func shares(_ model: LinearModel) -> [FeatureShare] {
        FeatureName.allCases.compactMap { name in
            let weight = model.weights[name]
            guard weight != 0 || self[name] != 0 else { return nil }
            return FeatureShare(name: name.name, value: Double(self[name]), weight: Double(weight))
        }
    }
}
