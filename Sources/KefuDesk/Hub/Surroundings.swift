import KefuDomain
import KefuStore

/// What the base knows around a message before it is stored.
struct Surroundings: Sendable {
    /// What was said to it, where it is stored already.
    var known: FiledMessage?
    var thread: ThreadRecord?
    /// The contact that the thread's treatment follows.
    var holder: ContactRecord?
    /// The contact that wrote it.
    var sender: ContactRecord?
    var burst: Burst?
    /// The last answer drafted in the thread: what a customer's "2" picks from.
    var lastAnswer: AnswerDraft?
    /// What was said and answered before the burst, as far as it still matters.
    var gists: [AnswerGist] = []
}

extension Surroundings {
    /// The language for a message that has none of its own, such as a picture.
    func languageSpoken(otherwise language: Language) -> Language {
        let words = [lastAnswer?.question, thread?.topic].compactMap(\.self).joined(separator: " ")
        return Question(words, otherwise: language).language
    }
}

extension Connection {
    /// So many messages around a line are looked at.
    private static var burstReach: Int { 200 }

    /// Who wrote a message, where it belongs, and what was said just before.
    func surroundings(of message: IncomingMessage, burst gap: Duration) throws -> Surroundings {
        var found = Surroundings()
        guard let channel = try channel(named: message.channel)?.row else { return found }
        if let known = try self.message(channel: channel, id: message.id) {
            found.known = try refiled(known)
            return found
        }
        found.sender = try contact(channel: channel, peer: message.peer)
        found.thread = try thread(of: message, channel: channel, sender: found.sender?.row)
        guard let thread = found.thread else { return found }
        found.holder =
            thread.contact == found.sender?.row ? found.sender : try contact(thread.contact)
        found.burst = try burst(around: message, thread.row, found.sender?.row, within: gap)
        found.lastAnswer = try answers(inThread: thread.row, limit: 1).first?.answer.said
        if isGoingOn(thread, at: message.at), found.lastAnswer != nil {
            let ofBurst = found.burst?.answers.count ?? 0
            let gists = try answerGists(
                thread: thread.row, limit: Desk.rememberedAnswers + ofBurst)
            found.gists = Array(gists.dropFirst(ofBurst))
        }
        return found
    }

    /// Whether a message follows what was said before, by their own times: answers know only when
    /// they were made.
    private func isGoingOn(_ thread: ThreadRecord, at: Timestamp) -> Bool {
        guard let last = thread.facts.lastMessageAt else { return false }
        return at.since(last) < SessionState.lifetime && last.since(at) < SessionState.lifetime
    }

    /// A stored message with what was said to it.
    func refiled(_ known: MessageRecord) throws -> FiledMessage {
        guard let thread = try thread(known.draft.thread) else { throw KefuError.notFound(.thread) }
        return FiledMessage(
            message: known, thread: thread, contact: known.draft.sender ?? thread.contact,
            answer: try known.draft.outcome.answer.flatMap { try answer($0) }, isDuplicate: true,
            statusBefore: thread.status)
    }

    /// The thread that a message belongs to, where there is one already.
    func thread(
        of message: IncomingMessage, channel: Int64, sender: Int64?
    ) throws -> ThreadRecord? {
        if message.isGroup { return try thread(channel: channel, chatID: message.chatID) }
        return try sender.flatMap { try thread(contact: $0, channel: channel) }
    }

    private func burst(
        around message: IncomingMessage, _ thread: Int64, _ sender: Int64?, within gap: Duration
    ) throws -> Burst {
        let sides = try [true, false].map { isEarlier in
            try messages(
                ofThread: thread, around: message.at, isEarlier: isEarlier,
                limit: Self.burstReach
            ).filter { $0.draft.at.since(message.at) <= gap * Self.burstReach }
        }
        let answers = Set(sides.joined().compactMap(\.draft.outcome.answer))
        return Burst(
            around: message.at, earlier: sides[0], later: sides[1],
            sender: message.isGroup ? sender : nil, within: gap,
            sent: try sentAnswers(among: answers))
    }
}
