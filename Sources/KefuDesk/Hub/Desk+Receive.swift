import KefuDomain
import KefuRPC
import KefuStore

extension Desk {
    /// Takes in a message: who wrote it, where it belongs, how it scores, what to say to it.
    ///
    /// What to say is worked out before the message is stored, for scoring needs to know whether the
    /// base has an answer; then all is stored in one transaction, or nothing.
    func receive(_ params: ReceiveMessage.Params) throws -> ReceiveMessage.Result {
        try IncomingMessage.check(params)
        let settings = current
        let message = IncomingMessage(params, rules: settings.responder.rules, now: now)
        let proposal = try proposal(for: message, settings)
        if case .known(let filed) = proposal { return try result(of: filed, message) }
        let signal = message.speaker == .them ? message.signal(proposal.answer, settings.hub) : nil
        let reply = try proposal.answer.flatMap { proposal in
            try proposal.reply(
                to: message, settings.hub, thresholds: settings.responder.thresholds)
        }
        let filed = try store.writeTogether { connection in
            try Filing(
                message: message, hub: settings.hub, signal: signal, reply: reply,
                connection: connection
            ).run()
        }
        guard let filed else { return .forgotten }
        // Where a reader holds the log, the scheduler empties it later.
        if filed.lostWords { _ = try? store.truncateLog(patience: .milliseconds(50)) }
        if message.isLive, filed.message.draft.text == nil, let text = message.text {
            fleeting.add(
                text, ofMessage: filed.message.row, at: message.receivedAt,
                for: .seconds(settings.hub.burstSeconds))
        }
        publish(filed, message)
        return try result(of: filed, message)
    }

    /// What is known before a message is stored.
    private enum Outlook {
        /// It is stored already.
        case known(FiledMessage)
        case answered(Proposal)
        /// Nobody answers it.
        case silent

        var answer: Proposal? {
            if case .answered(let proposal) = self { proposal } else { nil }
        }
    }

    private func proposal(
        for message: IncomingMessage, _ settings: Settings
    ) throws -> Outlook {
        guard message.isLive else { return .silent }
        let gap = Duration.seconds(settings.hub.burstSeconds)
        let found = try store.read { try $0.surroundings(of: message, burst: gap) }
        if let known = found.known { return .known(known) }
        // A block is the operator's word: nothing is looked up about private talk.
        if found.holder?.decidedBucket == .black { return .silent }
        return .answered(try propose(message, found))
    }

    private func publish(_ filed: FiledMessage, _ message: IncomingMessage) {
        guard !filed.isDuplicate else { return }
        learner.wake()
        let thread = RecordID(.thread, filed.thread.row).description
        if filed.thread.bucket != .black, !message.isReplay {
            events.publish(
                .message, at: message.receivedAt,
                [
                    "message_id": .text(RecordID(.message, filed.message.row).description),
                    "thread_id": .text(thread),
                    "contact_id": .text(RecordID(.contact, filed.contact).description),
                    "speaker": .text(message.speaker.rawValue),
                ])
        }
        if let answer = filed.answer, filed.message.draft.outcome.action == .handoff {
            events.publish(
                .handoff, at: message.receivedAt,
                [
                    "answer_id": .text(RecordID(.answer, answer.row).description),
                    "thread_id": .text(thread), "reason": .text(answer.said.reason),
                    "priority": .text(answer.said.isUrgent ? "high" : "normal"),
                ])
        }
        publishStatus(of: filed.thread, before: filed.statusBefore, at: message.receivedAt)
    }
}

extension Desk {
    /// Tells subscribers of a status that a message, or its reading, made another one; and the
    /// scheduler that something may fall due earlier. That a message was overdue when it came in is
    /// no event.
    /// - Parameter before: `nil` for a new thread.
    func publishStatus(of thread: ThreadRecord, before: ThreadStatus?, at: Timestamp) {
        scheduler.wake()
        tell([StatusChange(thread, before: before)].compactMap(\.self), at: at)
    }
}

extension Desk {
    /// The result of a message, the first time and every other.
    private func result(
        of filed: FiledMessage, _ message: IncomingMessage
    ) throws -> ReceiveMessage.Result {
        let (draft, outcome) = (filed.message.draft, filed.message.draft.outcome)
        let answer = outcome.action == nil ? nil : filed.answer
        return ReceiveMessage.Result(
            isDuplicate: filed.isDuplicate,
            action: outcome.action.map { MessageAction($0) } ?? .ignore, isSending: outcome.sends,
            content: answer?.said.content ?? "", confidence: answer?.said.confidence ?? 0,
            answerID: answer.map { RecordID(.answer, $0.row).description },
            citations: try answer.map { try Evidence(kept: $0.said.evidence)?.citations ?? [] }
                ?? [],
            supersedes: outcome.supersedes.map { RecordID(.answer, $0).description },
            contactID: RecordID(.contact, filed.contact).description,
            threadID: RecordID(.thread, draft.thread).description, score: outcome.score,
            bucket: outcome.bucket, status: outcome.status, triggerType: draft.signal?.trigger,
            signal: draft.signal.map { SignalView($0) } ?? SignalView(score: 0, parts: []))
    }
}

extension ReceiveMessage.Result {
    /// For a message of an erased customer from before the erasure: nothing of it is stored.
    static let forgotten = ReceiveMessage.Result(
        isDuplicate: false, action: .ignore, isSending: false, content: "", confidence: 0,
        citations: [], supersedes: [], contactID: "", threadID: "", score: 0, bucket: .black,
        status: .resolved, triggerType: nil, signal: SignalView(score: 0, parts: []))
}
