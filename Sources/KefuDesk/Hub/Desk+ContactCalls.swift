import KefuDomain
import KefuRPC
import KefuStore

/// What the operator does with a contact.
extension Desk {
    func contact(_ params: ContactID) throws -> ContactView {
        let row = try RecordID.row(of: params.id, as: .contact)
        return try store.read { try $0.view(of: $0.knownContact(row)) }
    }

    func setContact(_ params: SetContact.Params) throws -> ContactView {
        if let name = params.name {
            try EntryCheck.checkText(name, SetContact.Params.CodingKeys.name.rawValue)
        }
        return try change(params.id) { contact, threads, _, _ in
            if let name = params.name {
                // A private thread goes by its customer's name.
                for index in threads.indices where !threads[index].isGroup {
                    threads[index].name = name
                }
                contact.name = name
            }
            contact.remark = params.remark ?? contact.remark
            if let autoSend = params.autoSend { contact.autoSend = autoSend.cleared ?? nil }
        }
    }

    /// Makes a contact a known customer. One that is known already keeps the running number.
    func promote(_ params: PromoteContact.Params) throws -> PromoteContact.Result {
        let hub = current.hub
        let view = try change(params.id) { contact, threads, now, connection in
            try Self.refuseBlocked(contact)
            contact.kNumber = try contact.kNumber ?? connection.takeKNumber()
            let channel = try connection.identities(ofContact: contact.row).first?.channel ?? ""
            let code = try KCode(
                number: contact.kNumber ?? 0, region: params.region, name: params.customerName,
                level: params.level, channel: hub.name(ofChannel: channel))
            contact.name = params.customerName
            contact.region = params.region
            contact.level = params.level
            contact.owner = params.owner ?? contact.owner
            contact.remark = KCode.remark(code, in: contact.remark, insteadOf: contact.kCode)
            contact.kCode = code.text
            contact.promotedAt = contact.promotedAt ?? now
            // An older word of the operator gives way to this one.
            contact.bucket = nil
            for index in threads.indices {
                threads[index].bucket = .white
                if !threads[index].isGroup { threads[index].name = params.customerName }
            }
        }
        return PromoteContact.Result(
            contactID: view.id, kCode: view.kCode ?? "", type: .customer, confidence: 100)
    }

    /// Puts a contact's threads into bucket BLACK; their words leave the disk before this returns, or
    /// when whoever reads the database ends.
    func block(_ params: ContactID) throws -> ContactView {
        let view = try change(params.id) { contact, threads, _, connection in
            contact.bucket = .black
            for index in threads.indices {
                try connection.forgetTexts(ofThread: threads[index].row)
                threads[index].makePrivate()
            }
        }
        if try !store.truncateLog() { scheduler.wake() }
        return view
    }

    /// Takes a contact out of bucket BLACK: a customer is WHITE again, anybody else GRAY until
    /// blocked again.
    func unblock(_ params: ContactID) throws -> ContactView {
        try change(params.id) { contact, threads, _, _ in
            let isBlack = contact.bucket == .black || threads.contains { $0.bucket == .black }
            guard isBlack else { return }
            contact.bucket = contact.kCode == nil ? .gray : nil
            for index in threads.indices {
                threads[index].bucket = contact.decidedBucket ?? .gray
            }
        }
    }

    /// Puts a contact's threads to sleep for a day.
    func ignore(_ params: ContactID) throws -> ContactView {
        try change(params.id) { _, threads, now, _ in
            for index in threads.indices {
                threads[index].facts.apply(
                    .snoozed(until: now.adding(.seconds(86_400)), at: now))
            }
        }
    }
}

extension Desk {
    private static func refuseBlocked(_ contact: ContactRecord) throws {
        guard contact.bucket != .black else {
            throw KefuError(
                .invalidState, .contactBlocked, why: .contactBlockedWhy, hint: .contactBlockedHint)
        }
    }

    /// Changes a contact with its threads, all or nothing, and works out what follows.
    private func change(
        _ id: String,
        _ body: (inout ContactRecord, inout [ThreadRecord], Timestamp, Connection) throws -> Void
    ) throws -> ContactView {
        let row = try RecordID.row(of: id, as: .contact)
        let (now, hub) = (now, current.hub)
        let (view, changes) = try store.write { connection in
            var contact = try connection.knownContact(row)
            let before = try connection.threads(ofContact: row)
            var threads = before
            try body(&contact, &threads, now, connection)
            contact.updatedAt = now
            try connection.save(contact)
            var changes: [StatusChange] = []
            for (old, var new) in zip(before, threads) {
                new.kCode = contact.kCode
                let kept = try connection.keep(new, hub, asOf: now, now: now, at: now)
                if let change = StatusChange(kept, before: old.status) { changes.append(change) }
            }
            return (try connection.view(of: contact), changes)
        }
        tell(changes, at: now)
        return view
    }
}

extension ThreadRecord {
    /// Nothing of what it was about stays.
    fileprivate mutating func makePrivate() {
        bucket = .black
        (topic, tags, triggerType) = ("", [], nil)
    }
}

extension Connection {
    fileprivate func view(of contact: ContactRecord) throws -> ContactView {
        ContactView(
            contact, try threads(ofContact: contact.row), try identities(ofContact: contact.row))
    }
}
