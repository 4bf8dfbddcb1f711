import Glibc
import KefuDomain

/// The weights that turn features into an order and a confidence.
///
/// Linear models over the same features: `order` ranks candidates, `certainty` gives the log-odds
/// that a candidate is the right answer. The confidence is the logistic function of that, and so
/// monotone in it and always within 0...1.
struct RankingModel: Sendable {
    /// Names the weights in logs and stored answers.
    let version: Int
    let order: LinearModel
    let certainty: LinearModel
    /// A passage matches otherwise than a question does: it always holds more than was asked.
    let passageCertainty: LinearModel

    static let current = RankingModel(
        version: 3, order: .order, certainty: .certainty, passageCertainty: .passageCertainty,
        passageOrder: .passageOrder)

    /// The order of passages: what they hold beside a question's words says less.
    let passageOrder: LinearModel

    /// Where a candidate stands among all.
    func rank(_ features: FeatureVector, of kind: HitKind = .entry) -> Double {
        guard kind == .passage, features[.besideEntries] == 1 else {
            return standing(features, of: kind)
        }
        // Beside entries a passage is measured by what both have, on the scale of entries.
        var common = features
        for name in Self.passageOnly { common[name] = 0 }
        return order.score(common)
    }

    /// Where a candidate stands among its own kind, whatever else the base holds.
    func standing(_ features: FeatureVector, of kind: HitKind = .entry) -> Double {
        guard kind == .passage else { return order.score(features) }
        var own = features
        own[.besideEntries] = 0
        return passageOrder.score(own)
    }

    /// The part of a rank that rules add; how sure the candidate is has rules of its own.
    func ruled(_ features: FeatureVector) -> Double {
        var sum = 0.0
        for name in Self.ruled { sum += Double(features[name] * order.weights[name]) }
        return sum
    }

    private static let ruled = FeatureName.allCases.filter { $0.isRule && $0 != .besideEntries }
    private static let passageOnly: [FeatureName] = [
        .headingShare, .numberNear, .besideEntries,
    ]

    /// The model that judges a kind of candidate.
    func certainty(of kind: HitKind) -> LinearModel {
        kind == .passage ? passageCertainty : certainty
    }

    /// - Parameter logOdds: any number.
    static func confidence(_ logOdds: Double) -> Double {
        logOdds.isNaN ? 0 : 1 / (1 + exp(-logOdds))
    }
}

/// A weight for each feature, in units of the feature itself, and a constant.
struct LinearModel: Sendable {
    let weights: FeatureVector
    let bias: Double

    init(bias: Double, _ weights: [FeatureName: Double]) {
        var vector = FeatureVector()
        for (name, weight) in weights { vector[name] = Float(weight) }
        self.weights = vector
        self.bias = bias
    }

    init(bias: Double, weights: FeatureVector) {
        (self.bias, self.weights) = (bias, weights)
    }

    func score(_ features: FeatureVector) -> Double {
        features.score(weights) + bias
    }
}

extension LinearModel {
    /// The least log-odds of a candidate that is the very question: 0.97.
    private static let exactScore = 3.5

    /// The same, with an exact match weighing enough to be replied, however much the base holds that
    /// looks like it.
    func lifted(for features: FeatureVector) -> LinearModel {
        let lack = Self.exactScore - score(features)
        guard features[.exact] == 1, features[.negative] == 0, lack > 0 else { return self }
        var weights = weights
        weights[.exact] += Float(lack)
        return LinearModel(bias: bias, weights: weights)
    }
}
