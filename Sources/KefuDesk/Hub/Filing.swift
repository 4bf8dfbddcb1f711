import KefuDomain
import KefuStore
import KefuText

/// What became of a message.
struct FiledMessage: Sendable {
    /// As it is stored.
    let message: MessageRecord
    let thread: ThreadRecord
    /// The contact that wrote it, or to whom we wrote.
    let contact: Int64
    /// The answer of its outcome.
    let answer: StoredAnswer?
    let isDuplicate: Bool
    /// The thread's status before; `nil` for a new one.
    let statusBefore: ThreadStatus?
    /// Whether the thread became private and lost the words that were stored.
    var lostWords = false
}

/// Stores a message with all that follows from it. To be run inside one transaction, so that a
/// crash leaves all of it or nothing, and the same message coming again finds one of the two.
struct Filing {
    let message: IncomingMessage
    let hub: HubSettings
    /// `nil` for messages of ours.
    let signal: Signal?
    /// What would be said; `nil` for what nobody answers.
    let reply: Reply?
    let connection: Connection

    /// What would be said, as it is stored.
    struct Reply: Sendable {
        /// Without its thread, which may be new.
        let draft: AnswerDraft
        let isDraftOnly: Bool
        let supersedes: [Int64]
    }

    /// - Returns: `nil` for a message of an erased identity from before its erasure.
    func run() throws -> FiledMessage? {
        let channel = try connection.ensureChannel(message.channel)
        if let known = try connection.message(channel: channel.row, id: message.id) {
            return try connection.refiled(known)
        }
        if try isErased { return nil }
        let place = try place(on: channel)
        switch message.speaker {
        case .them: return try fileTheirs(place)
        case .me: return try fileOurs(place)
        }
    }

    private var isErased: Bool {
        get throws {
            let erased = try connection.erasure(ofChannel: message.channel, peer: message.peer)
            return erased.map { message.at <= $0 } ?? false
        }
    }
}

// MARK: - Where it belongs

extension Filing {
    /// Where a message belongs.
    struct Place {
        let channel: ChannelRecord
        var thread: ThreadRecord
        /// Whose treatment the thread follows.
        let holder: ContactRecord
        /// Who wrote it, or to whom we wrote.
        let contact: ContactRecord
        let isNew: Bool
        /// The thread as it lies in the base.
        let stored: ThreadRecord
        /// Whether what was stored of its words was forgotten.
        var lostWords = false
    }

    /// The channel's thread and contacts, made where they are new.
    private func place(on channel: ChannelRecord) throws -> Place {
        var peer = try connection.contact(channel: channel.row, peer: message.peer)
        let known = try connection.thread(of: message, channel: channel.row, sender: peer?.row)
        if let known, message.isGroup, message.speaker == .me {
            // Whatever id a client gives our own words in a group: they are no member's.
            peer = try connection.contact(known.contact)
        }
        let contact = try peer.map(named) ?? makeContact(on: channel)
        let stored = try known ?? makeThread(on: channel, with: contact)
        var thread = stored
        if !message.isGroup, thread.name == message.peer { thread.name = contact.name }
        let holder =
            thread.contact == contact.row ? contact : try connection.contact(thread.contact)
        return Place(
            channel: channel, thread: thread, holder: holder ?? contact, contact: contact,
            isNew: known == nil, stored: stored)
    }

    private func makeContact(on channel: ChannelRecord) throws -> ContactRecord {
        try connection.insertContact(
            name: theirName ?? message.peer, channel: channel.row, peer: message.peer,
            at: message.receivedAt)
    }

    /// A contact known by nothing but an id gets the name that a message brings.
    private func named(_ contact: ContactRecord) throws -> ContactRecord {
        guard let name = theirName, contact.name == message.peer, name != contact.name else {
            return contact
        }
        var contact = contact
        contact.name = name
        contact.updatedAt = message.receivedAt
        try connection.save(contact)
        return contact
    }

    private var theirName: String? { message.speaker == .them ? message.senderName : nil }

    private func makeThread(
        on channel: ChannelRecord, with contact: ContactRecord
    ) throws -> ThreadRecord {
        try connection.insert(
            ThreadDraft(
                contact: contact.row, channel: channel.row, chatID: message.chatID,
                name: message.isGroup ? message.chatID : contact.name, at: message.receivedAt))
    }
}

// MARK: - Storing it

extension Filing {
    /// What is stored beside the thread.
    struct Treatment {
        var signal: Signal?
        var isBots = false
        var action: Action?
        var sends = false
        var answer: AnswerDraft?
        /// An answer that is stored already: the draft that this message is the echo of.
        var echoed: StoredAnswer?
        var supersedes: [Int64] = []
        /// Whether the bot is silent from this message on.
        var silences = false

        /// Who, when, score and reason; nothing is said.
        var withoutWords: Treatment { Treatment(signal: signal?.withoutHits, isBots: isBots) }
    }

    /// Stores the message, its answer and the thread. A BLACK thread gets no word of any of them.
    func store(_ place: Place, _ treatment: Treatment) throws -> FiledMessage {
        var treatment = treatment
        if place.thread.bucket == .black { treatment = treatment.withoutWords }
        var thread = place.thread.settled(by: hub.sla, at: message.receivedAt)
        let answer = try treatment.answer.map(keep) ?? treatment.echoed
        let draft = draft(thread, place, treatment, answer: answer?.row)
        let row = try connection.insert(draft)
        if treatment.silences { thread.silencedBy = thread.silencedBy ?? row }
        try connection.save(thread, over: place.stored)
        try connection.notePool(
            thread: thread.row, isIn: thread.isInPool(by: hub.scoring), at: message.at)
        return FiledMessage(
            message: MessageRecord(row: row, draft: draft), thread: thread,
            contact: place.contact.row, answer: answer, isDuplicate: false,
            statusBefore: place.isNew ? nil : place.thread.status, lostWords: place.lostWords)
    }

    private func draft(
        _ thread: ThreadRecord, _ place: Place, _ treatment: Treatment, answer: Int64?
    ) -> MessageDraft {
        let isPrivate = thread.bucket == .black
        let isMembers = message.isGroup && message.speaker == .them
        return MessageDraft(
            thread: thread.row, channel: place.channel.row, messageID: message.id,
            speaker: message.speaker, kind: message.kind,
            senderName: message.senderName == thread.name ? nil : message.senderName,
            sender: isMembers ? place.contact.row : nil, at: message.at,
            receivedAt: message.receivedAt,
            text: isPrivate || hub.textDays == 0 ? nil : message.text,
            fileTypes: isPrivate ? [] : message.fileTypes, isCourtesy: message.isCourtesy,
            isReplay: message.isReplay, isBots: treatment.isBots, signal: treatment.signal,
            outcome: MessageOutcome(
                action: treatment.action, sends: treatment.sends, score: thread.score,
                bucket: thread.bucket, status: thread.status, supersedes: treatment.supersedes,
                answer: answer))
    }

    /// Stores an answer, and counts the hit where it is a reply.
    private func keep(_ draft: AnswerDraft) throws -> StoredAnswer {
        if draft.action == .reply, let entry = draft.entry { try connection.addHits([entry]) }
        let row = try connection.insertAnswer(draft)
        return StoredAnswer(row: row, said: draft)
    }
}

extension Signal {
    /// The reasons alone, without the words that gave them.
    var withoutHits: Signal {
        let reasons = parts.map { SignalPart(name: $0.name, points: $0.points, hits: []) }
        return Signal(score: score, parts: reasons, trigger: nil)
    }
}
