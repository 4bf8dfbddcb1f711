import KefuDomain
import KefuRPC
import KefuStore

extension ThreadView {
    /// A thread as clients see it, with the status that is stored.
    init(_ thread: ThreadRecord) {
        self.init(
            id: RecordID(.thread, thread.row).description,
            contactID: RecordID(.contact, thread.contact).description,
            channel: thread.channelName, chatID: thread.isGroup ? thread.chatID : nil,
            name: thread.name, status: thread.status, bucket: thread.bucket, score: thread.score,
            lastSpeaker: thread.facts.lastSpeaker, lastMessageAt: thread.facts.lastMessageAt,
            slaAt: thread.slaAt, followUpAt: thread.followUpAt,
            snoozedUntil: thread.snoozedUntil, kCode: thread.kCode, topic: thread.topic,
            triggerType: thread.triggerType, tags: thread.tags, isSilent: thread.isSilent,
            outcome: thread.outcome, satisfaction: thread.satisfaction)
    }
}

extension ThreadRecord {
    /// When its sleep ends, or ended with nothing said since.
    fileprivate var snoozedUntil: Timestamp? {
        if case .snoozed(let until, _) = facts.call { until } else { nil }
    }
}

extension ContactView {
    /// A contact as clients see it.
    init(_ contact: ContactRecord, _ threads: [ThreadRecord], _ identities: [Identity]) {
        self.init(
            id: RecordID(.contact, contact.row).description, name: contact.name,
            remark: contact.remark, kCode: contact.kCode,
            type: contact.kCode == nil ? .stranger : .customer,
            confidence: contact.confidence(threads), owner: contact.owner,
            bucket: contact.bucket(threads), autoSend: contact.autoSend,
            identities: identities.map { IdentityView(channel: $0.channel, peerID: $0.peerID) },
            createdAt: contact.createdAt, updatedAt: contact.updatedAt)
    }
}

extension ContactRecord {
    /// What the operator decided, else the best of their threads.
    fileprivate func bucket(_ threads: [ThreadRecord]) -> Bucket {
        if let decidedBucket { return decidedBucket }
        let buckets = Set(threads.map(\.bucket))
        return [Bucket.white, .gray, .black].first(where: buckets.contains) ?? .gray
    }

    /// How sure it is that they are a customer, in 0...100: known ones are, of others the best score
    /// says it.
    fileprivate func confidence(_ threads: [ThreadRecord]) -> Int {
        kCode == nil ? threads.map(\.score).max() ?? 0 : 100
    }
}
