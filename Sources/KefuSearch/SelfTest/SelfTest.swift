import KefuDomain
import KefuStore
import KefuText

/// Examines a base: asks it questions whose right answer is known, and adapts the weights of the
/// confidence to what comes of it.
struct SelfTest {
    let engine: SearchEngine
    let now: Timestamp
    /// Asked before each question; false ends the test.
    let goesOn: () -> Bool

    /// What came of one question.
    struct Outcome {
        let trial: Trial
        let kind: HitKind
        let best: ItemID?
        let features: FeatureVector
        let isRight: Bool
        /// Whether what is right was among all that was found.
        let isFound: Bool
    }

    /// - Returns: `nil` when it was ended early.
    func outcomes(_ trials: [Trial], _ intents: IntentFolds) throws -> [Outcome]? {
        var outcomes: [Outcome] = []
        for trial in trials {
            guard goesOn() else { return nil }
            if let outcome = try outcome(of: trial, intents) { outcomes.append(outcome) }
        }
        return outcomes
    }

    private func outcome(of trial: Trial, _ intents: IntentFolds) throws -> Outcome? {
        try engine.run(
            trial.question, limit: 1, now: now, intents: .some(intents.model(for: trial.fold)),
            heldOut: { run in
                guard !trial.away.isEmpty else { return nil }
                let units = try run.connection.units(trial.away)
                return HeldOut(
                    Array(units.values),
                    model: RarityModel(
                        try run.connection.counts(), documents: run.loan?.documents ?? 0),
                    frequencies: run.frequencies)
            }
        ) { run in
            let ranking = try run.ranked()
            guard let best = ranking.items.first?.best else { return nil }
            return Outcome(
                trial: trial, kind: best.item.kind, best: best.item, features: best.features,
                isRight: trial.answer != nil && best.answer == trial.answer,
                isFound: ranking.items.contains { $0.answer == trial.answer })
        }
    }
}
