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
        hasEntries = (counts.entriesByStatus[.active] ?? 0) > 0
        rarityModel = RarityModel(counts, documents: run.loan?.documents ?? 0)
        asked = AskedText(run.asked.text, Self.rarities(of: run.asked.text, rarityModel, run))
    }

    /// The contenders among some units, in no order.
    func contenders(for found: [UnitID: EngineSet]) throws -> [Contender] {
        let units = try run.connection.units(found.keys)
        let passages = try run.connection.passages(
            found.keys.filter { $0.kind == .passage }.map(\.row))
        var contenders: [Contender] = []
        contenders.reserveCapacity(units.count)
        for (id, unit) in units where !(run.heldOut?.holds(unit.id) ?? false) {
            let heading = passages[id.row].map(Self.heading) ?? ""
            contenders.append(contender(unit, heading: heading, by: found[id] ?? []))
        }
        return contenders
    }

    /// The contenders among wordings that are not in the base.
    func contenders(supposing suppositions: [Supposition]) -> [Contender] {
        suppositions.flatMap(\.wordings).map { unit in
            let isExact = run.asked.keys.contains(unit.key)
            return contender(unit, heading: "", by: isExact ? .exact : .terms)
        }
    }

    /// How many texts the base holds.
    var texts: Int { rarityModel.texts }

    /// Gives each contender its rank.
    func rank(_ contenders: inout [Contender]) {
        if let intents = run.intents { intents.measure(&contenders, asked: asked) }
        for index in contenders.indices {
            let (features, kind) = (contenders[index].features, contenders[index].item.kind)
            contenders[index].rank = run.model.rank(features, of: kind)
            contenders[index].standing = run.model.standing(features, of: kind)
        }
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
            guard isSame || run.model.rank(features) > item.best.rank else { continue }
            item.best.features[.negative] = 1
            item.best.rank = run.model.rank(item.best.features)
            item.best.standing = item.best.rank
            return
        }
    }

    private static func heading(of passage: Passage) -> String {
        (passage.section + [passage.title]).joined(separator: "\n")
    }

    private func contender(_ unit: Unit, heading: String, by engines: EngineSet) -> Contender {
        let key = run.key(of: unit)
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
        let kind: HitKind = unit.id.kind == .passage ? .passage : .entry
        return Contender(
            item: ItemID(kind: kind, row: unit.owner),
            answer: AnswerID(kind: kind, number: kind == .passage ? unit.owner : unit.answer),
            wording: unit.id.kind == .wording ? unit.text : "", text: text, engines: engines,
            features: features, rank: 0)
    }

    func compared(with text: MatchText) -> FeatureVector {
        Comparison(
            asked: asked, candidate: text, rarities: Self.rarities(of: text, rarityModel, run),
            usualLength: rarityModel.length
        ).measure()
    }

    /// Of a question's parts, or of the words in a passage's headings.
    private static func rarities(
        of text: MatchText, _ model: RarityModel, _ run: SearchRun
    ) -> Rarities {
        run.cache.rarities(
            of: text.heading ?? text.atoms, in: text.isPassage ? .words : .all, model: model,
            generation: run.loan?.generation ?? 0, except: run.heldOut?.rarities ?? [:],
            frequencies: run.frequencies
        ).emphasised(text.emphasis, words: text.atoms.words)
    }
}
