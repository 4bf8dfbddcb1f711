import KefuDomain

extension Examination {
    private static let most = 20

    /// What some outcomes say of the base and of the calibration that they led to.
    init(
        _ outcomes: [SelfTest.Outcome], _ calibration: Calibration, sequence: Int64, at: Timestamp
    ) {
        self.sequence = sequence
        self.at = at
        questions = outcomes.count
        right = outcomes.count(where: \.isRight)
        var thefts: [ItemPair: Int] = [:]
        unfound = []
        for outcome in outcomes where outcome.probe.kind == .reworded && !outcome.isRight {
            if let best = outcome.best {
                thefts[ItemPair(outcome.probe.origin, best), default: 0] += 1
            }
            if !outcome.isFound, unfound.count < Self.most {
                unfound.append(outcome.probe.origin.id)
            }
        }
        stolen = thefts.sorted { ($0.value, $1.key.one) > ($1.value, $0.key.one) }
            .prefix(Self.most)
            .map { Stolen(entry: $0.key.one.id, by: $0.key.other.id, count: $0.value) }
        bins = ReliabilityBin.bins(
            of: outcomes.map { outcome in
                let score = calibration.certainty(of: outcome.kind).score(outcome.features)
                return Judgement(
                    confidence: calibration.confidence(score), isRight: outcome.isRight)
            })
    }

    private struct ItemPair: Hashable {
        let one: ItemID
        let other: ItemID

        init(_ one: ItemID, _ other: ItemID) { (self.one, self.other) = (one, other) }
    }
}

extension ItemID {
    /// The id on the wire.
    fileprivate var id: String {
        RecordID(kind == .entry ? .entry : .passage, row).description
    }
}
