import KefuDomain
import KefuStore

extension Desk {
    /// Rows that one transaction touches, so that writers are soon free again.
    private static let batch = 500
    /// Where no texts are kept, drafts are all the same until they were sent or judged.
    private static let shortestDraft = Duration.seconds(3600)

    /// Takes the words out of everything that is older than texts are kept.
    func forgetOldTexts(_ hub: HubSettings, now: Timestamp) throws {
        let days = Duration.seconds(86_400 * hub.textDays)
        let messages = now.adding(.zero - days)
        let drafts = now.adding(.zero - max(days, Self.shortestDraft))
        var count = try inBatches { try $0.forgetMessages(before: messages, limit: Self.batch) }
        count += try inBatches { try $0.forgetAnswers(before: drafts, limit: Self.batch) }
        count += try inBatches { try $0.forgetGaps(before: drafts, limit: Self.batch) }
        count += try inBatches { try $0.forgetTriggerOutputs(before: drafts, limit: Self.batch) }
        count += try inBatches { try $0.forgetCandidates(before: messages, limit: Self.batch) }
        if count > 0 { log.write(.info, "the words of \(count) old records were forgotten") }
        // Also of what was forgotten since the last time, where a reader held the log.
        try store.truncateLog(patience: .milliseconds(500))
    }

    private func inBatches(_ forget: (Connection) throws -> Int) throws -> Int {
        var total = 0
        while !scheduler.mustStop {
            let count = try store.write(forget)
            total += count
            if count < Self.batch { break }
        }
        return total
    }
}
