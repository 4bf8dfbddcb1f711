import KefuDomain
import KefuRPC

/// People: who they are, and how the hub treats them.
extension Command {
    static let contact = Command(
        name: "contact", arguments: [.contact], options: [.contactName, .remark, .contactAutoSend],
        methods: [GetContact.self, SetContact.self], help: .helpContact
    ) { invocation, console in
        let id = try console.contactID(invocation.argument(0))
        guard let changes = invocation.contactChanges(id) else {
            try console.show(GetContact.self, ContactID(id: id)) { ContactPage.lines($0, $1) }
            return
        }
        try console.show(SetContact.self, changes) { contact, look in
            ContactPage.brief(contact, .saidChanged, look)
                + ContactPage.lines(contact, look).dropFirst()
        }
    }

    static let promote = Command(
        name: "promote",
        arguments: [
            Argument("CONTACT", .contact), Argument("NAME", .text, .optional),
            Argument("REGION", .text, .optional), Argument("LEVEL", .text, .optional),
        ],
        options: [.owner], methods: [PromoteContact.self], help: .helpPromote
    ) { invocation, console in
        let params = try console.promotion(invocation)
        try console.show(PromoteContact.self, params) { result, look in
            [look.say(.promoted(result.contactID, Cleaning.forTerminal(result.kCode)))]
        }
    }

    static let block = Command(
        name: "block", arguments: [.contact], methods: [BlockContact.self], help: .helpBlock
    ) { invocation, console in
        try console.treat(BlockContact.self, invocation, .saidBlocked)
    }

    static let unblock = Command(
        name: "unblock", arguments: [.contact], methods: [UnblockContact.self],
        help: .helpUnblock
    ) { invocation, console in
        try console.treat(UnblockContact.self, invocation, .saidUnblocked)
    }

    static let ignore = Command(
        name: "ignore", arguments: [.contact], methods: [IgnoreContact.self], help: .helpIgnore
    ) { invocation, console in
        try console.treat(IgnoreContact.self, invocation, .saidIgnored)
    }

    static let erase = Command(
        name: "erase", arguments: [Argument("CONTACT", .contact)], options: [.yes],
        methods: [EraseContact.self], help: .helpErase
    ) { invocation, console in
        let id = try console.contactID(invocation.argument(0))
        guard try invocation.has(.yes) || console.isSureToErase(id) else {
            return console.output.note(.notErased)
        }
        let params = EraseContact.Params(id: id, isConfirmed: true)
        let result = try console.show(EraseContact.self, params) {
            ContactPage.erased($0.erased, $1)
        }
        if !result.isComplete, !console.wantsJSON { console.output.note(.erasureGoesOn) }
        console.talk.forget(contact: id)
    }
}

extension Argument {
    /// A contact, or a thread with them; in a session it may be left out, or be a row's number.
    static let contact = Argument("CONTACT", .contact, .optional)
}

extension Invocation {
    /// The request that changes what the options name; `nil` without any.
    fileprivate func contactChanges(_ id: String) -> SetContact.Params? {
        guard has(.contactName) || has(.remark) || has(.contactAutoSend) else { return nil }
        let sends = value(.contactAutoSend).map { word in
            word == "channel" ? Nullable<Bool>.null : .value(word == "on")
        }
        return SetContact.Params(
            id: id, name: value(.contactName), remark: value(.remark), autoSend: sends)
    }
}

extension Console {
    fileprivate func treat<M: Method>(
        _ method: M.Type, _ invocation: Invocation, _ said: Phrase
    ) throws where M.Params == ContactID, M.Result == ContactView {
        let id = try contactID(invocation.argument(0))
        try show(method, ContactID(id: id)) { ContactPage.brief($0, said, $1) }
    }

    /// The promotion that was asked for; on a terminal what is missing is asked for.
    fileprivate func promotion(_ invocation: Invocation) throws -> PromoteContact.Params {
        let id = try contactID(invocation.argument(0))
        let words = (1...3).map { invocation.argument($0) }
        if let missing = words.firstIndex(of: nil), !isInteractive {
            throw KefuError.argumentMissing(
                invocation.command.arguments[missing + 1].name, invocation.command, scope)
        }
        return PromoteContact.Params(
            id: id, customerName: try words[0] ?? askName(of: id),
            region: try words[1] ?? ask(.askRegion).trimmed,
            level: try words[2] ?? ask(.askLevel).trimmed, owner: invocation.value(.owner))
    }

    private func askName(of id: String) throws -> String {
        let known = try call(GetContact.self, ContactID(id: id)).name
        let entered = try ask(.askCustomerName(Cleaning.forTerminal(known))).trimmed
        return entered.isEmpty ? known : entered
    }

    fileprivate func isSureToErase(_ id: String) throws -> Bool {
        guard isInteractive else { throw KefuError.usage(.eraseNotSure, .eraseHint) }
        let contact = try call(GetContact.self, ContactID(id: id))
        let who = "\(Cleaning.forTerminal(contact.name)) (\(contact.id))"
        let answer = try ask(.askErase(who)).trimmed.lowercased()
        return answer.hasPrefix("y") || answer.hasPrefix("是")
    }
}
