import KefuDomain
import KefuStore
import KefuText

/// Turns found units into contenders: reads their texts and lays each beside the question.
struct Measure {
    let asked: AskedText
    private let run: SearchRun
    private let rarityModel: RarityModel
    private let hasEntries: Bool

    init(_ run: SearchRun) throws {
        self.run = run
        let counts = try run.connection.counts()
        let entries =
            (counts.entriesByStatus[.active] ?? 0) + (counts.entriesByStatus[.shadow] ?? 0)
        hasEntries = entries > 0
        // Each of these entries has one more document, for its answer.
        let texts = run.loan.map { max(0, $0.documents - entries) } ?? 0
        rarityModel = RarityModel(entries: entries, passages: counts.passages, texts: texts)
        asked = AskedText(
            run.asked.text, Self.rarities(of: run.asked.text, in: .all, rarityModel, run))
    }

    /// The contenders among some units, in no order.
    func contenders(for found: [UnitID: EngineSet]) throws -> [Contender] {
        let units = try run.connection.units(found.keys)
        let passages = try run.connection.passages(
            found.keys.filter { $0.kind == .passage }.map(\.row))
        var contenders: [Contender] = []
        contenders.reserveCapacity(units.count)
        for (id, unit) in units {
            let heading = passages[id.row].map(Self.heading) ?? ""
            contenders.append(contender(unit, heading: heading, by: found[id] ?? []))
        }
        return contenders
    }

    /// Marks an entry when the question is nearer to one of its negatives than to its wordings.
    func weighNegatives(of item: inout RankedItem) throws {
        guard case .entry(let entry) = item.item, !entry.negatives.isEmpty,
            item.best.features[.exact] == 0
        else { return }
        for negative in entry.negatives.prefix(20) {
            let key = run.analyzer.analyze(negative).scalars
            let features = compared(with: MatchText(question: key))
            let isSame = key == run.asked.text.key
            guard isSame || run.model.order.score(features) > item.best.rank else { continue }
            item.best.features[.negative] = 1
            item.best.rank = run.model.order.score(item.best.features)
            return
        }
    }

    private static func heading(of passage: Passage) -> String {
        (passage.section + [passage.title]).joined(separator: "\n")
    }

    private func contender(_ unit: Unit, heading: String, by engines: EngineSet) -> Contender {
        let key = key(of: unit)
        let text: MatchText
        switch unit.id.kind {
        case .wording: text = MatchText(question: key)
        case .passage:
            text = MatchText(passage: key, heading: run.analyzer.analyze(heading).scalars)
        case .answer: text = MatchText(passage: key, heading: [])
        }
        var features = compared(with: text)
        if unit.id.kind == .answer { features[.answerOnly] = 1 }
        if unit.id.kind == .passage, hasEntries { features[.besideEntries] = 1 }
        if run.asked.keys.contains(unit.key), unit.id.kind == .wording { features[.exact] = 1 }
        return Contender(
            item: ItemID(kind: unit.id.kind == .passage ? .passage : .entry, row: unit.owner),
            wording: unit.id.kind == .wording ? unit.text : "", text: text, engines: engines,
            features: features, model: run.model)
    }

    /// The normalised text, with the operator's vocabulary where there is one.
    private func key(of unit: Unit) -> [UInt32] {
        if run.hasVocabulary || unit.key.isEmpty {
            return run.analyzer.analyze(unit.text).scalars
        }
        return unit.key.unicodeScalars.map(\.value)
    }

    private func compared(with text: MatchText) -> FeatureVector {
        let parts: RarityParts = text.isPassage ? [] : [.atoms, .words]
        return Comparison(
            asked: asked, candidate: text,
            rarities: Self.rarities(of: text, in: parts, rarityModel, run),
            usualLength: rarityModel.length
        ).measure()
    }

    private static func rarities(
        of text: MatchText, in parts: RarityParts, _ model: RarityModel, _ run: SearchRun
    ) -> Rarities {
        run.cache.rarities(
            of: text, in: parts, model: model, generation: run.loan?.generation ?? 0
        ) { terms in
            let unknown = [Int](repeating: 0, count: terms.count)
            guard let loan = run.loan else { return unknown }
            // A failure here only makes the weights less exact.
            return (try? loan.index.frequencies(of: terms)) ?? unknown
        }
    }
}
