import KefuDomain
import KefuRPC
import KefuStore

extension Desk {
    /// Takes note that a client sent a draft; from then on it counts, if it was a reply.
    func markSent(_ params: MarkSent.Params) throws -> MarkSent.Result {
        let row = try RecordID.row(of: params.answerID, as: .answer)
        guard !params.messageID.isEmpty else {
            let field = MarkSent.Params.CodingKeys.messageID.rawValue
            throw KefuError.invalid(
                field, .emptyText(field), why: .namesNothing, hint: .fillText)
        }
        let now = now
        let at = min(params.at ?? now, now)
        let hub = current.hub
        let (thread, sentAt, before) = try store.write { connection in
            try connection.noteSent(row, as: params.messageID, at: at, sla: hub, now: now)
        }
        publishStatus(of: thread, before: before, at: now)
        learner.wake()
        return MarkSent.Result(
            answerID: params.answerID, messageID: params.messageID,
            threadID: RecordID(.thread, thread.row).description, status: thread.status, at: sentAt)
    }

    /// A thread's messages; whoever reads them has looked at the thread.
    func messages(_ params: ListMessages.Params) throws -> ListMessages.Result {
        let row = try RecordID.row(of: params.threadID, as: .thread)
        let now = now
        let limit = params.limit ?? KefuRPC.Page.defaultLimit
        let (page, thread) = try store.read { connection in
            guard let thread = try connection.thread(row) else { throw KefuError.notFound(.thread) }
            let page = try connection.listMessages(
                thread: row, limit: limit, after: params.cursor)
            return (page, thread)
        }
        if !thread.facts.isLookedAt { try lookAt(row, now: now) }
        return ListMessages.Result(
            messages: page.items.map { MessageView($0, in: thread) }, nextCursor: page.nextCursor)
    }

    private func lookAt(_ row: Int64, now: Timestamp) throws {
        let hub = current.hub
        let (thread, before) = try store.write { connection in
            guard var thread = try connection.thread(row) else {
                throw KefuError.notFound(.thread)
            }
            let before = thread.status
            thread.facts.isLookedAt = true
            thread = thread.settled(by: hub.sla, at: now)
            try connection.save(thread)
            try connection.notePool(
                thread: row, isIn: thread.isInPool(by: hub.scoring), at: now)
            return (thread, before)
        }
        publishStatus(of: thread, before: before, at: now)
    }
}

extension Connection {
    /// Marks a draft as sent. Announcing it again as the same message changes nothing.
    ///
    /// Where its message came before the announcement and was taken for a person's own words, the
    /// bot may speak again.
    fileprivate func noteSent(
        _ row: Int64, as messageID: String, at: Timestamp, sla hub: HubSettings, now: Timestamp
    ) throws -> (thread: ThreadRecord, at: Timestamp, before: ThreadStatus) {
        guard try answer(row) != nil else { throw KefuError.notFound(.answer) }
        guard let draft = try threadAnswer(row), var thread = try thread(draft.thread) else {
            throw KefuError(
                .invalidState, .answerOfNoThread, why: .answerOfNoThreadWhy,
                hint: .answerOfNoThreadHint)
        }
        let before = thread.status
        if draft.sentAs == messageID, let sentAt = draft.sentAt { return (thread, sentAt, before) }
        let echo = try message(channel: thread.channel, id: messageID)
        try refuse(messageID, of: draft, echo: echo)
        try markSent(answer: row, as: messageID, at: draft.sentAt ?? at)
        if let echo, echo.draft.thread == thread.row, echo.draft.outcome.answer != row {
            try markAsBots(message: echo.row, answer: row)
            try weighAgain(message: echo.row)
            if thread.silencedBy == echo.row { thread.silencedBy = nil }
        }
        if draft.sentAt == nil, draft.answer.said.isOurMessage {
            let isLate = thread.facts.lastMessageAt.map { $0 > at } ?? false
            thread.facts.hear(
                .me, at: at, counts: true,
                next: isLate ? try customerSpoke(inThread: thread.row, after: at) : nil)
        }
        thread = thread.settled(by: hub.sla, at: now)
        try save(thread)
        try notePool(thread: thread.row, isIn: thread.isInPool(by: hub.scoring), at: at)
        return (thread, draft.sentAt ?? at, before)
    }

    /// One draft is one message: neither can be another's as well.
    private func refuse(
        _ messageID: String, of draft: ThreadAnswer, echo: MessageRecord?
    ) throws {
        guard echo?.draft.speaker != .them else {
            throw KefuError(
                .conflict, .sentAsTheirs, why: .sentAsTheirsWhy, hint: .sentAsTheirsHint)
        }
        if let known = draft.sentAs {
            throw KefuError(
                .conflict, .sentBefore, why: .sentBeforeWhy, hint: .sentBeforeHint,
                conflicts: [Reference(id: known)])
        }
        if let other = try answer(inThread: draft.thread, sentAs: messageID) {
            throw KefuError(
                .conflict, .sentAsAnother, why: .sentAsAnotherWhy, hint: .sentBeforeHint,
                conflicts: [Reference(id: RecordID(.answer, other.answer.row).description)])
        }
    }
}

extension MessageView {
    /// A message as clients see it.
    init(_ record: MessageRecord, in thread: ThreadRecord) {
        let draft = record.draft
        let isTheirs = draft.speaker == .them && !thread.isGroup
        self.init(
            id: RecordID(.message, record.row).description,
            threadID: RecordID(.thread, draft.thread).description, messageID: draft.messageID,
            speaker: draft.speaker, kind: draft.kind, text: draft.text, fileTypes: draft.fileTypes,
            senderName: draft.senderName ?? (isTheirs ? thread.name : nil), at: draft.at,
            receivedAt: draft.receivedAt, isCourtesy: draft.isCourtesy, isBots: draft.isBots,
            isReplay: draft.isReplay, score: draft.signal?.score ?? 0,
            signal: draft.signal.map { SignalView($0) },
            answerID: draft.outcome.answer.map { RecordID(.answer, $0).description })
    }
}
