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
        for outcome in outcomes where outcome.trial.kind == .reworded && !outcome.isRight {
            if let best = outcome.best {
                thefts[ItemPair(outcome.trial.origin, best), default: 0] += 1
            }
            if !outcome.isFound, unfound.count < Self.most {
                unfound.append(outcome.trial.origin.id)
            }
        }
        stolen = thefts.sorted { ($0.value, $1.key.one) > ($1.value, $0.key.one) }
            .prefix(Self.most)
            .map { Stolen(entry: $0.key.one.id, by: $0.key.other.id, count: $0.value) }
        bins = ReliabilityBin.bins(
            of: outcomes.map { outcome in
                let score = calibration.certainty(of: outcome.kind).score(outcome.features)
                return (calibration.confidence(score), outcome.isRight)
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

extension ReliabilityBin {
    /// Fifteen equal steps of confidence, empty ones among them.
    static func bins(of judged: [(confidence: Double, isRight: Bool)]) -> [ReliabilityBin] {
        let steps = 15
        var sums = [(count: Int, confidence: Double, right: Int)](
            repeating: (0, 0, 0), count: steps)
        for (confidence, isRight) in judged {
            let step = min(steps - 1, max(0, Int(confidence * Double(steps))))
            sums[step].count += 1
            sums[step].confidence += confidence
            sums[step].right += isRight ? 1 : 0
        }
        return sums.map { sum in
            let count = Double(max(1, sum.count))
            return ReliabilityBin(
                count: sum.count, predicted: sum.confidence / count,
                observed: Double(sum.right) / count)
        }
    }
}
