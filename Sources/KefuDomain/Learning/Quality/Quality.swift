/// How good a candidate is, from 0 to 1, and why.
///
/// The value is the sum of the features' shares (value × weight), but no more than the lowest of
/// their limits (`QualityFeature.ceiling`): a reply that says nothing is worth nothing, however
/// plain the question. It never falls when a feature rises.
public struct Quality: Sendable, Hashable {
    /// One feature and what it gave.
    public struct Part: Sendable, Hashable {
        public let feature: QualityFeature
        /// In 0...1.
        public let value: Double
        /// Of the sum.
        public let weight: Double
        /// `value` × `weight`.
        public let share: Double
        /// The most that the quality can be with this value.
        public let limit: Double

        init(_ feature: QualityFeature, _ value: Double) {
            self.feature = feature
            self.value = min(1, max(0, value))
            weight = feature.weight
            share = self.value * weight
            limit = feature.limit(at: self.value)
        }
    }

    /// What becomes of a candidate.
    public enum Fate: String, Codable, CaseIterable, Sendable {
        /// It enters the base by itself, through the gates and the shadow.
        case enters
        /// It waits for a person.
        case waits
        /// It is counted, and no more.
        case dropped
    }

    /// In 0...1.
    public let value: Double
    /// Every feature, in declaration order.
    public let parts: [Part]

    /// - Parameter values: of every feature; one without a value counts as 1.
    public init(_ values: [QualityFeature: Double]) {
        parts = QualityFeature.allCases.map { Part($0, values[$0] ?? 1) }
        let sum = parts.reduce(0) { $0 + $1.share }
        value = parts.reduce(min(1, sum)) { min($0, $1.limit) }
    }

    public func fate(_ thresholds: LearningThresholds) -> Fate {
        if value >= thresholds.enter { return .enters }
        return value >= thresholds.wait ? .waits : .dropped
    }

    public subscript(feature: QualityFeature) -> Double {
        parts.first { $0.feature == feature }?.value ?? 1
    }

    /// The feature that holds the value down, where one does.
    public var obstacle: QualityFeature? {
        let sum = parts.reduce(0) { $0 + $1.share }
        return parts.filter { $0.limit < sum }.min { $0.limit < $1.limit }?.feature
    }

    /// What speaks against the candidate, weightiest first, then what speaks for it.
    public var reasons: [Phrase] {
        let against = parts.filter { $0.value < 0.5 }
            .sorted { ($0.limit, -$0.weight) < ($1.limit, -$1.weight) }
        let favour = parts.filter { $0.value >= 0.9 && $0.feature.isWorthSaying }
        return against.map { .qualityAgainst($0.feature) } + favour.map { .qualityFor($0.feature) }
    }
}

extension QualityFeature {
    /// Whether its being there is worth a word.
    var isWorthSaying: Bool {
        switch self {
        case .isQuestion, .fits, .satisfied, .asked, .agrees: true
        default: false
        }
    }
}
