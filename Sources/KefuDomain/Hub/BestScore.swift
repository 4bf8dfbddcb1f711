/// The best score of a thread's recent messages, and when that message was written.
public struct BestScore: Sendable, Hashable {
    public let score: Int
    public let at: Timestamp

    public init(score: Int, at: Timestamp) {
        self.score = score
        self.at = at
    }
}

/// What a new message does to a thread's best score.
public enum BestScoreChange: Sendable, Hashable {
    case keep
    case replace(BestScore)
    /// The best one is too old by now, and which of the others is best only the messages tell.
    case rescan
}

extension BestScore {
    /// What a new message does to the best score kept so far.
    /// - Parameters:
    ///   - new: of the new message; `nil` when it is ours, which is not scored.
    ///   - kept: `nil` while the customer has said nothing.
    ///   - newestAt: of the thread's newest message, the new one included.
    ///   - days: how far before that one scores count, both ends included.
    public static func change(
        _ new: BestScore?, kept: BestScore?, newestAt: Timestamp, days: Int
    ) -> BestScoreChange {
        let oldest = oldest(newestAt: newestAt, days: days)
        let new = new.flatMap { $0.at < oldest ? nil : $0 }
        guard let kept else { return new.map { .replace($0) } ?? .keep }
        // All others that count came after `kept` and were no better, or they would have replaced it.
        if let new, new.score > kept.score || (new.score == kept.score && new.at >= kept.at) {
            return .replace(new)
        }
        return kept.at < oldest ? .rescan : .keep
    }

    /// From when on scores count.
    public static func oldest(newestAt: Timestamp, days: Int) -> Timestamp {
        newestAt.adding(.seconds(-86_400 * days))
    }
}
