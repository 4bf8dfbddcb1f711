import KefuDomain
import KefuStore
import KefuText

/// A message of our side: the bot's own draft come back, or a person's words.
extension Filing {
    /// So many of a thread's newest drafts may come back without having been announced.
    private static let recentDrafts = 10
    /// And this long after they were made.
    private static let echoTime = Duration.seconds(86_400)

    func fileOurs(_ place: Place) throws -> FiledMessage {
        var place = place
        var treatment = Treatment()
        if let echoed = try echoed(in: place.thread.row) {
            treatment.isBots = true
            treatment.echoed = echoed.answer
            // One that was announced has counted, at the time that was announced; as which message
            // one was sent that is only known by its words, the client may still announce.
            if echoed.sentAt == nil {
                try connection.markSent(answer: echoed.answer.row, as: nil, at: message.at)
                try hear(&place.thread, counts: echoed.answer.said.isOurMessage)
            }
        } else {
            try hear(&place.thread, counts: !message.isCourtesy)
            treatment.silences = !isHistory
        }
        if place.isNew {
            place.thread.bucket = Bucket.of(
                score: nil, decided: place.holder.decidedBucket, rules: hub.scoring)
        }
        return try store(place, treatment)
    }

    private func hear(_ thread: inout ThreadRecord, counts: Bool) throws {
        let isLate = thread.facts.lastMessageAt.map { $0 > message.at } ?? false
        let next =
            isLate && counts
            ? try connection.customerSpoke(inThread: thread.row, after: message.at) : nil
        thread.facts.hear(.me, at: message.at, counts: counts, next: next)
    }

    /// A replayed message of a conversation that is long over keeps nobody silent.
    private var isHistory: Bool {
        message.isReplay
            && message.receivedAt.since(message.at) > .seconds(3600 * hub.sla.followUpHours)
    }

    /// The draft that this message is: as the client announced it, or by its words.
    private func echoed(in thread: Int64) throws -> ThreadAnswer? {
        if let announced = try connection.answer(inThread: thread, sentAs: message.id) {
            return announced
        }
        guard !message.key.isEmpty, message.kind == .text else { return nil }
        let drafts = try connection.answers(inThread: thread, limit: Self.recentDrafts)
        let equal = drafts.filter {
            message.receivedAt.since($0.answer.said.at) <= Self.echoTime
                && Analyzer().key($0.answer.said.content) == message.key
        }
        return equal.first { $0.sentAt == nil } ?? equal.first
    }
}

extension AnswerDraft {
    /// Whether a person is to look at once.
    var isUrgent: Bool { RouteReason(rawValue: reason)?.isUrgent ?? false }

    /// Whether sending it is a message of ours in the state machine: texts by which the bot only
    /// hands over, asks back or greets are none.
    var isOurMessage: Bool {
        let asides = [RouteReason.greeting, .courtesy].map(\.rawValue)
        return action == .reply && !asides.contains(reason)
    }
}
