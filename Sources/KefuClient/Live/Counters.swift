import KefuDomain
import KefuRPC

/// What waits for the operator, for the prompt: asked for beside everything else, so that a busy
/// daemon never holds a prompt back.
final class Counters {
    private var latest: HubStatistics.Result?
    private var glance = Link.Glance<HubStatistics>()
    /// Longest that a prompt waits.
    private static let patience = Duration.milliseconds(5)

    /// The prompt with its counters; the plain one where nothing waits, or nothing is known.
    func prompt(_ link: Link) -> Phrase {
        if let counts = link.take(&glance, Nothing(), within: Self.patience) { latest = counts }
        return Self.prompt(latest)
    }

    static func prompt(_ counts: HubStatistics.Result?) -> Phrase {
        guard let counts else { return .prompt }
        let waiting = counts.needReply + counts.unseen
        guard waiting + counts.overdue > 0 else { return .prompt }
        return .countersPrompt(waiting, counts.overdue)
    }
}
