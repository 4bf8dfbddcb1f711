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
        let probe: Probe
        let kind: HitKind
        let best: ItemID?
        let features: FeatureVector
        let isRight: Bool
        /// Whether what is right was among all that was found.
        let isFound: Bool
    }

    /// - Returns: `nil` when it was ended early.
    func outcomes(_ probes: [Probe], _ intents: IntentFolds) throws -> [Outcome]? {
        var outcomes: [Outcome] = []
        for probe in probes {
            guard goesOn() else { return nil }
            if let outcome = try outcome(of: probe, intents) { outcomes.append(outcome) }
        }
        return outcomes
    }

    private func outcome(of probe: Probe, _ intents: IntentFolds) throws -> Outcome? {
        try engine.run(
            probe.question, limit: 1, now: now, intents: .some(intents.model(for: probe.fold)),
            heldOut: { run in
                guard !probe.away.isEmpty else { return nil }
                let units = try run.connection.units(probe.away)
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
                probe: probe, kind: best.item.kind, best: best.item, features: best.features,
                isRight: probe.answer != nil && best.answer == probe.answer,
                isFound: ranking.items.contains { $0.answer == probe.answer })
        }
    }
}
