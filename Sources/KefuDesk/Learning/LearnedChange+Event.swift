import KefuDomain
import KefuRPC
import KefuStore

extension LearnedChange {
    /// A learned change as clients see it.
    init(_ event: LearningEventRecord) {
        self.init(
            id: RecordID(.learned, event.row).description, at: event.at, by: event.by,
            does: event.act, entryID: RecordID(.entry, event.entry).description,
            question: event.wording, answer: event.after?.answer ?? "",
            status: event.present?.status, quality: event.source.quality,
            provenance: Provenance(event.source, messages: event.messages),
            undoneAt: event.undoneAt)
    }

    /// For what the base said already: nothing was changed.
    init(known entry: Entry, from source: Lesson.Source, at: Timestamp) {
        self.init(
            id: "", at: at, by: .review, does: .variant, entryID: entry.id,
            question: entry.question, answer: entry.answer, status: entry.status,
            quality: source.quality, provenance: Provenance(source, messages: []))
    }
}

extension Provenance {
    init(_ source: Lesson.Source, messages: [Int64], timesAsked: Int = 1) {
        self.init(
            threadID: source.thread.map { RecordID(.thread, $0).description },
            messageIDs: messages.map { RecordID(.message, $0).description },
            answerID: source.answer.map { RecordID(.answer, $0).description },
            gapID: source.gap.map { RecordID(.gap, $0).description }, askedAt: source.askedAt,
            answeredAt: source.answeredAt, timesAsked: timesAsked)
    }
}
