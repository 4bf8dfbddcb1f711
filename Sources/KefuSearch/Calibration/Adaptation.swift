import Glibc
import KefuDomain

/// Moves the weights of the confidence towards what a self-test showed.
struct Adaptation {
    /// The share of questions that the base answers, taken for granted: the test's own share of
    /// them says nothing about customers.
    private static let answerable = 0.6
    /// What all of the test counts for, as a share of what the shipped weights were learned from.
    private static let share = 0.5
    /// A test of fewer questions counts for less, by the square: they are of fewer entries, too.
    private static let enough = 2000
    /// How strongly weights stay at 0 where intents are known, in questions: what the intent model
    /// says changes what every other feature means, and what was shipped says little.
    private static let strengthBesideIntents = 24.0
    /// How far the level follows the questions cut from passages: they are harder than those of
    /// customers, and a passage's own questions are all there is to go by.
    private static let passageLevel = 0.2

    private let outcomes: [SelfTest.Outcome]
    /// Whether the base has a model of its intents.
    private let hasIntents: Bool

    init(_ outcomes: [SelfTest.Outcome], hasIntents: Bool) {
        self.outcomes = outcomes
        self.hasIntents = hasIntents
    }

    /// - Returns: the shipped model where there is no evidence.
    func model(_ shipped: LinearModel, _ belief: Belief, of kind: HitKind) -> LinearModel {
        let adaptsToIntents = hasIntents && kind == .entry
        let seen = outcomes.filter { outcome in
            outcome.kind == kind && (!adaptsToIntents || outcome.probe.kind != .reworded)
        }
        let right = seen.count { $0.probe.kind.isAnswerable }
        guard right > 0, right < seen.count, belief.isCurrent else { return shipped }
        let samples = samples(
            seen, shipped, belief, names: Self.names(adaptsToIntents),
            each: adaptsToIntents ? 1 : Self.weight(of: seen.count, belief))
        let spreads = Self.spreads(belief, adaptsToIntents)
        var start = zip(Self.names(adaptsToIntents), spreads).map {
            adaptsToIntents ? 0 : Double(shipped.weights[$0]) * $1
        }
        start.append(shipped.bias)
        let precision =
            adaptsToIntents
            ? Self.even(Self.strengthBesideIntents, count: start.count) : belief.matrix
        let found = LogisticFit(precision: precision).weights(from: start, samples)
        var vector = shipped.weights
        for (name, (weight, spread)) in zip(Self.names(adaptsToIntents), zip(found, spreads)) {
            vector[name] = Float(weight / spread)
        }
        let moved = LinearModel(bias: found[found.count - 1], weights: vector)
        return kind == .passage ? Self.level(moved, as: shipped, over: seen) : moved
    }

    /// What each question of a test counts for.
    private static func weight(of questions: Int, _ belief: Belief) -> Double {
        let size = Double(max(questions, enough))
        return share * belief.evidence / size * Double(questions) / size
    }

    private static func names(_ withIntents: Bool) -> [FeatureName] {
        withIntents ? Belief.names + [.intent] : Belief.names
    }

    private static func spreads(_ belief: Belief, _ withIntents: Bool) -> [Double] {
        Array(belief.spreads.dropLast()) + (withIntents ? [1] : [])
    }

    private static func even(_ strength: Double, count: Int) -> [[Double]] {
        (0..<count).map { row in
            (0..<count).map { $0 == row ? (row == count - 1 ? 1 : strength) : 0 }
        }
    }

    private func samples(
        _ seen: [SelfTest.Outcome], _ shipped: LinearModel, _ belief: Belief,
        names: [FeatureName], each weight: Double
    ) -> [LogisticFit.Sample] {
        let spreads = Array(belief.spreads.dropLast()) + [1]
        let right = Double(seen.count { $0.probe.kind.isAnswerable })
        let all = Double(seen.count)
        let fixed = FeatureName.allCases.filter(\.isRule)
        return seen.map { outcome in
            let values = outcome.features
            let balance =
                outcome.probe.kind.isAnswerable
                ? Self.answerable * all / right : (1 - Self.answerable) * all / (all - right)
            return LogisticFit.Sample(
                inputs: zip(names, spreads).map { Double(values[$0]) / $1 } + [1],
                offset: fixed.reduce(0) { $0 + Double(values[$1] * shipped.weights[$1]) },
                isRight: outcome.isRight, weight: weight * balance)
        }
    }

    /// The model with the constant that moves the mean confidence only a part of the way.
    private static func level(
        _ model: LinearModel, as shipped: LinearModel, over seen: [SelfTest.Outcome]
    ) -> LinearModel {
        func mean(_ model: LinearModel, _ shift: Double) -> Double {
            seen.reduce(0) { sum, outcome in
                sum + RankingModel.confidence(model.score(outcome.features) + shift)
            }
        }
        let wanted = (1 - passageLevel) * mean(shipped, 0) + passageLevel * mean(model, 0)
        var (low, high) = (-8.0, 8.0)
        for _ in 0..<40 {
            let middle = (low + high) / 2
            if mean(model, middle) < wanted { low = middle } else { high = middle }
        }
        return LinearModel(bias: model.bias + low, weights: model.weights)
    }
}
