import KefuDomain
import KefuStore
import KefuText

/// The intent model of a base, and those that were learned without a part of it: a wording that is
/// held out must be judged by a model that never saw it.
struct IntentFolds: Sendable {
    /// The most wordings that are learned from.
    private static let maxWordings = 20_000
    /// Wordings that an answer must have on average: with fewer, one that is held out leaves too
    /// little to judge by how sure a customer's question may be answered.
    private static let wordingsPerAnswer = 8

    let full: IntentModel?
    private let parts: [Probe.Fold: IntentModel]

    static let none = IntentFolds(full: nil, parts: [:])

    private init(full: IntentModel?, parts: [Probe.Fold: IntentModel]) {
        (self.full, self.parts) = (full, parts)
    }

    func model(for fold: Probe.Fold?) -> IntentModel? {
        guard let fold, full != nil else { return full }
        return parts[fold]
    }

    /// - Parameter needsParts: whether the models for held-out wordings are wanted as well.
    init(_ run: SearchRun, needsParts: Bool, goesOn: () -> Bool) throws {
        let counts = try run.connection.counts()
        let model = RarityModel(counts, documents: run.loan?.documents ?? 0)
        guard counts.entries > 0, model.texts <= Self.maxWordings else {
            self = .none
            return
        }
        let units = try run.connection.wordingUnits(limit: Self.maxWordings)
        let examples = units.map { unit in
            let text = MatchText(question: run.key(of: unit))
            let rarities = run.cache.rarities(
                of: text.atoms, in: .all, model: model, generation: run.loan?.generation ?? 0,
                frequencies: run.frequencies
            ).emphasised(text.emphasis, words: text.atoms.words)
            return (
                unit: unit,
                example: IntentExample(
                    entry: unit.owner, answer: unit.answer, text: text, rarities: rarities)
            )
        }
        let answers = Set(examples.map(\.example.answer)).count
        guard examples.count >= Self.wordingsPerAnswer * answers else {
            self = .none
            return
        }
        let full = IntentTrainer.model(of: examples.map(\.example))
        var parts: [Probe.Fold: IntentModel] = [:]
        if full != nil, needsParts {
            for number in 0..<Probe.Fold.count where goesOn() {
                let wordings = examples.filter { Probe.Fold.number(of: $0.unit.id.row) != number }
                parts[.wordings(number)] = IntentTrainer.model(of: wordings.map(\.example))
                let answers = examples.filter { Probe.Fold.number(of: $0.unit.answer) != number }
                parts[.answers(number)] = IntentTrainer.model(of: answers.map(\.example))
            }
        }
        self.init(full: full, parts: parts)
    }
}
