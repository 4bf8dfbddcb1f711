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
    let limit: Int
    let now: Timestamp

    /// Items that are looked at closely: with their entries, negatives, and each other.
    private static let closeLook = 24
    /// Below this share of the question's words the first look was not enough.
    private static let enoughCoverage: Float = 0.6

    func candidates() throws -> [Candidate] {
        let measure = try Measure(self)
        var pool = CandidatePool(asked, connection: connection, loan: loan)
        try pool.gather()
        var contenders = try measure.contenders(for: pool.found)
        let coverage = contenders.map { $0.features[.coverageOfQuestion] }.max() ?? 0
        if coverage < Self.enoughCoverage {
            let seen = pool.found
            try pool.widen()
            let more = pool.found.filter { seen[$0.key] == nil }
            contenders += try measure.contenders(for: more)
        }
        // The order is sorted rather than the contenders, which are large.
        let order = contenders.indices.sorted { Self.isBetter(contenders[$0], contenders[$1]) }
        contenders = order.map { contenders[$0] }
        var items = try items(of: contenders)
        for index in items.indices { try measure.weighNegatives(of: &items[index]) }
        Self.settleTies(among: &items)
        items.sort(by: isBetter)
        return judged(items, measure)
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

    /// The best items with all their contenders; entries that do not answer are left out.
    private func items(of contenders: [Contender]) throws -> [RankedItem] {
        var order: [ItemID] = []
        var groups: [ItemID: [Contender]] = [:]
        for contender in contenders {
            if groups[contender.item] == nil { order.append(contender.item) }
            groups[contender.item, default: []].append(contender)
        }
        let wanted = order.prefix(max(limit, Self.closeLook) + 8)
        let entries = try connection.entries(wanted.filter { $0.kind == .entry }.map(\.row))
        let passages = try connection.passages(wanted.filter { $0.kind == .passage }.map(\.row))
        var items: [RankedItem] = []
        for id in wanted {
            guard let item = Self.item(id, entries, passages), let group = groups[id] else {
                continue
            }
            items.append(
                RankedItem(
                    item: item, best: group[0], others: Array(group.dropFirst()),
                    answer: item.answerNumber(of: id)))
        }
        return items
    }

    private static func item(
        _ id: ItemID, _ entries: [Int64: Entry], _ passages: [Int64: Passage]
    ) -> FoundItem? {
        switch id.kind {
        case .entry: entries[id.row].flatMap { $0.status == .active ? .entry($0) : nil }
        case .passage: passages[id.row].map { .passage($0) }
        }
    }

    /// - Parameter items: best first.
    private func judged(_ items: [RankedItem], _ measure: Measure) -> [Candidate] {
        let pool = PoolMeasures(items, asked: measure.asked)
        var candidates: [Candidate] = []
        // A candidate is never surer than the one before it: the order is the better judge.
        var ceiling = Double.infinity
        for item in items.prefix(limit) {
            var features = item.best.features
            pool.measure(item, into: &features)
            let certainty = model.certainty(of: item.item.kind)
            let score = min(ceiling, certainty.score(features))
            ceiling = score
            candidates.append(
                Candidate(
                    item: item.item, wording: item.wording, engines: item.engines.engines,
                    features: features.shares(certainty), score: score,
                    confidence: RankingModel.confidence(score)))
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

    /// Equal for items that say the same to the customer.
    fileprivate func answerNumber(of id: ItemID) -> Int {
        switch self {
        case .entry(let entry): entry.answer.hashValue
        case .passage: id.hashValue
        }
    }
}

extension FeatureVector {
    /// Every feature with a weight, for the explanation.
    fileprivate func shares(_ model: LinearModel) -> [FeatureShare] {
        FeatureName.allCases.compactMap { name in
            let weight = model.weights[name]
            guard weight != 0 else { return nil }
            return FeatureShare(name: name.name, value: Double(self[name]), weight: Double(weight))
        }
    }
}
