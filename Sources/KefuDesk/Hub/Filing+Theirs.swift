import KefuDomain
import KefuRPC
import KefuStore

/// A message of the customer.
extension Filing {
    /// So many of its characters say what a thread is about.
    private static let longestTopic = 200

    func fileTheirs(_ place: Place) throws -> FiledMessage {
        var place = place
        var treatment = Treatment(signal: signal)
        let wasSilent = place.thread.isSilent
        let wasPrivate = place.thread.bucket == .black
        try score(&place, treatment.signal, wasPrivate: wasPrivate)
        let call = place.thread.facts.call
        place.thread.facts.hear(
            .them, at: message.at, counts: !message.isCourtesy || place.isNew)
        // What was over goes on: how it ends is open again.
        if case .resolved? = call, place.thread.facts.call == nil { place.thread.outcome = nil }
        if let reply, place.thread.bucket != .black {
            treatment.action = reply.draft.action
            treatment.answer = reply.draft
            treatment.answer?.thread = place.thread.row
            treatment.supersedes = reply.supersedes
            treatment.silences = reply.draft.action == .handoff
            treatment.sends = isSending(place) && !reply.isDraftOnly && !wasSilent
            place.thread.flag(reply.draft.reason)
        }
        if place.thread.bucket != .black { note(&place.thread, treatment.signal) }
        return try store(place, treatment)
    }

    /// The thread's score and bucket with this message. One that becomes private loses its words.
    private func score(_ place: inout Place, _ signal: Signal?, wasPrivate: Bool) throws {
        let thread = place.thread.row
        let newest = max(
            message.at, try connection.newestMessageTime(ofThread: thread) ?? message.at)
        let kept = place.thread.scoreAt.map { BestScore(score: place.thread.score, at: $0) }
        let new = BestScore(score: signal?.score ?? 0, at: message.at)
        let change = BestScore.change(new, kept: kept, newestAt: newest, days: hub.scoreDays)
        switch change {
        case .keep: if kept == nil { place.thread.take(new) }
        case .replace(let best): place.thread.take(best)
        case .rescan:
            let oldest = BestScore.oldest(newestAt: newest, days: hub.scoreDays)
            let stored = try connection.bestScore(ofThread: thread, since: oldest)
            let candidates = [stored.map { BestScore(score: $0.0, at: $0.1) }, new]
                .compactMap(\.self).filter { $0.at >= oldest }
            if let best = candidates.max(by: { ($0.score, $0.at) < ($1.score, $1.at) }) {
                place.thread.take(best)
            }
        }
        place.thread.bucket = Bucket.of(
            score: place.thread.scoreAt == nil ? nil : place.thread.score,
            decided: place.holder.decidedBucket, isWordless: message.text == nil,
            before: place.thread.bucket, rules: hub.scoring)
        guard place.thread.bucket == .black, !wasPrivate, !place.isNew else { return }
        try connection.forgetTexts(ofThread: thread)
        place.lostWords = true
        (place.thread.topic, place.thread.triggerType) = ("", nil)
        place.thread.tags = []
    }

    /// What the thread is about by now. A message that comes late says nothing new.
    private func note(_ thread: inout ThreadRecord, _ signal: Signal?) {
        guard thread.facts.lastMessageAt.map({ message.at >= $0 }) ?? true else { return }
        if let trigger = signal?.trigger { thread.triggerType = trigger }
        guard let text = message.text, message.match != .greeting, !message.isCourtesy else {
            return
        }
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        thread.topic = String(words.prefix(Self.longestTopic))
    }

    /// Whether the bot sends by itself there: the contact's word comes before the channel's.
    private func isSending(_ place: Place) -> Bool {
        place.holder.autoSend ?? place.channel.autoSend
            ?? hub.autoSend.contains(place.channel.name)
    }
}

extension ThreadRecord {
    /// Tags it with why a person is wanted, where the reason is such a one.
    fileprivate mutating func flag(_ reason: String) {
        let isFlag = RouteReason.flags.contains { $0.rawValue == reason }
        if isFlag, !tags.contains(reason) { tags.append(reason) }
    }

    /// Takes the tags away that say that a person is wanted: one was there.
    mutating func unflag() {
        tags.removeAll { tag in RouteReason.flags.contains { $0.rawValue == tag } }
    }

    fileprivate mutating func take(_ best: BestScore) {
        (score, scoreAt) = (best.score, best.at)
    }
}
