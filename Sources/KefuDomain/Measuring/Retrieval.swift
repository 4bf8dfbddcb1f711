import Glibc

/// What a search brought of what it should have brought, for one question.
public struct Retrieval: Sendable, Hashable {
    /// The place of the first relevant hit, from 1; `nil` where there is none.
    public let rank: Int?
    /// The normalised discounted cumulative gain of the hits, 0 to 1.
    public let gain: Double

    /// So many hits count.
    public static let depth = 10

    /// - Parameters:
    ///   - hits: best first; each with all the ids that it goes by.
    ///   - grades: how good each relevant id is, 1 or more where it is not all the same.
    ///
    /// Source of the gain: Burges et al., "Learning to rank using gradient descent", ICML 2005
    /// (2^grade - 1 over log2(place + 1)).
    public init(hits: [[String]], grades: [String: Int]) {
        let found = hits.prefix(Self.depth).map { ids in ids.compactMap { grades[$0] }.max() }
        rank = found.firstIndex { $0 != nil }.map { $0 + 1 }
        let best = grades.values.sorted(by: >).prefix(Self.depth)
        let ideal = Self.gain(Array(best))
        gain = ideal > 0 ? Self.gain(found.map { $0 ?? 0 }) / ideal : 0
    }

    private static func gain(_ grades: [Int]) -> Double {
        var sum = 0.0
        for (index, grade) in grades.enumerated() {
            sum += (exp2(Double(grade)) - 1) / log2(Double(index + 2))
        }
        return sum
    }
}

/// Means over many searches.
public struct RetrievalFigures: Sendable, Hashable {
    /// How many searches.
    public let count: Int
    /// Share of them whose first hit is relevant.
    public let recallAt1: Double
    /// Share of them with a relevant hit among the first three.
    public let recallAt3: Double
    /// Mean of 1 over the place of the first relevant hit, 0 beyond the tenth.
    public let meanReciprocalRank: Double
    /// Mean gain of the first ten hits.
    public let meanGain: Double

    /// - Returns: `nil` for none.
    public init?(_ searches: [Retrieval]) {
        guard !searches.isEmpty else { return nil }
        count = searches.count
        let total = Double(searches.count)
        recallAt1 = Double(searches.count { $0.rank == 1 }) / total
        recallAt3 = Double(searches.count { ($0.rank ?? .max) <= 3 }) / total
        meanReciprocalRank =
            searches.reduce(0) { $0 + ($1.rank.map { 1 / Double($0) } ?? 0) } / total
        meanGain = searches.reduce(0) { $0 + $1.gain } / total
    }
}
