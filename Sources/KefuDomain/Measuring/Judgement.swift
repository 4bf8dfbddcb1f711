/// A confidence that was given, and whether what it spoke of turned out to be right.
public struct Judgement: Sendable, Hashable {
    /// In 0...1.
    public let confidence: Double
    public let isRight: Bool

    public init(confidence: Double, isRight: Bool) {
        self.confidence = confidence
        self.isRight = isRight
    }
}

extension Collection<Judgement> {
    /// How well confidence tells right from wrong: the probability that a right one has more of it
    /// than a wrong one, ties counting half; `nil` unless there are both.
    ///
    /// Source: Mann, Whitney, "On a test of whether one of two random variables is stochastically
    /// larger than the other", Ann. Math. Statist. 18 (1947).
    public var auroc: Double? {
        let right = count { $0.isRight }
        let wrong = count - right
        guard right > 0, wrong > 0 else { return nil }
        var rankSum = 0.0
        var before = 0
        for group in byConfidence.reversed() {
            // All of a tie share the mean of their places.
            rankSum += Double(group.right) * (Double(before) + Double(group.count + 1) / 2)
            before += group.count
        }
        let least = Double(right) * Double(right + 1) / 2
        return (rankSum - least) / (Double(right) * Double(wrong))
    }

    /// The lowest threshold from which on at least such a share is right, and how many it reaches.
    /// - Parameter precision: in 0...1.
    public func coverage(atPrecision precision: Double) -> Coverage {
        var (reached, right) = (0, 0)
        var best = Coverage(share: 0, threshold: nil)
        for group in byConfidence {
            reached += group.count
            right += group.right
            if Double(right) / Double(reached) >= precision {
                best = Coverage(
                    share: Double(reached) / Double(count), threshold: group.confidence)
            }
        }
        return best
    }

    /// What has the same confidence counted together, the highest first: no threshold parts it.
    private var byConfidence: [(confidence: Double, count: Int, right: Int)] {
        var groups: [(confidence: Double, count: Int, right: Int)] = []
        for judgement in sorted(by: { $0.confidence > $1.confidence }) {
            if groups.last?.confidence != judgement.confidence {
                groups.append((judgement.confidence, 0, 0))
            }
            groups[groups.count - 1].count += 1
            groups[groups.count - 1].right += judgement.isRight ? 1 : 0
        }
        return groups
    }
}

/// How much a threshold lets through.
public struct Coverage: Sendable, Hashable {
    /// Share of all, 0 to 1.
    public let share: Double
    /// `nil` where no threshold will do.
    public let threshold: Double?

    public init(share: Double, threshold: Double?) {
        self.share = share
        self.threshold = threshold
    }
}
