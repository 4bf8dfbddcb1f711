import KefuStore
import Synchronization

/// The latest answer of each session that could not be stored, as on a full disk: what a customer
/// says next refers to it. They last until the session's next answer is stored, or the daemon ends.
final class UnkeptAnswers: Sendable {
    /// Beyond so many sessions all are forgotten: a disk may stay full for days.
    private static let maxSessions = 1000

    private let answers = Mutex<[String: AnswerDraft]>([:])

    /// Remembers an answer.
    /// - Returns: an id for it that no record has, now or later.
    func add(_ draft: AnswerDraft) -> String {
        if let session = draft.session {
            answers.withLock { answers in
                if answers.count >= Self.maxSessions { answers.removeAll() }
                answers[session] = draft
            }
        }
        return "a-" + String(UInt64.random(in: .min ... .max), radix: 36)
    }

    func last(in session: String) -> AnswerDraft? { answers.withLock { $0[session] } }

    /// To be called when an answer of the session was stored.
    func forget(_ session: String?) {
        guard let session else { return }
        answers.withLock { _ = $0.removeValue(forKey: session) }
    }
}
