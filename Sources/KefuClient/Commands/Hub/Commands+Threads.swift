import KefuDomain
import KefuRPC

/// One thread: what was said in it, and what becomes of it.
extension Command {
    static let thread = Command(
        name: "thread", arguments: [.thread], options: [.limit, .cursor],
        methods: [GetThread.self, ListMessages.self], help: .helpThread
    ) { invocation, console in
        try console.showThread(invocation)
    }

    static let snooze = Command(
        name: "snooze", arguments: [.thread], options: [.minutes, .until],
        methods: [SnoozeThread.self], help: .helpSnooze
    ) { invocation, console in
        let minutes = invocation.whole(.minutes)
        let until = try invocation.moment(.until)
        guard minutes == nil || until == nil else {
            throw KefuError.usage(.bothTimes, .readHelp("help snooze"))
        }
        let id = try console.threadID(invocation.argument(0))
        try console.act(
            SnoozeThread.self, SnoozeThread.Params(id: id, minutes: minutes, until: until),
            .saidSnoozed)
    }

    static let resolve = Command(
        name: "resolve", aliases: ["done"], arguments: [.thread], options: [.outcome],
        methods: [ResolveThread.self], help: .helpResolve
    ) { invocation, console in
        let id = try console.threadID(invocation.argument(0))
        let outcome = invocation.value(.outcome).flatMap(Outcome.init(rawValue:))
        try console.act(
            ResolveThread.self, ResolveThread.Params(id: id, outcome: outcome), .saidResolved)
    }

    static let wait = Command(
        name: "wait", arguments: [.thread], options: [.hours], methods: [WaitThread.self],
        help: .helpWait
    ) { invocation, console in
        let id = try console.threadID(invocation.argument(0))
        let hours = invocation.whole(.hours).map(Double.init)
        try console.act(
            WaitThread.self, WaitThread.Params(id: id, followUpHours: hours), .saidWaiting)
    }

    static let rate = Command(
        name: "rate",
        arguments: [
            Argument("THREAD", .thread), Argument("1…5", .choice(["1", "2", "3", "4", "5"])),
        ],
        methods: [RateThread.self], help: .helpRate
    ) { invocation, console in
        let id = try console.threadID(invocation.argument(0))
        let stars = invocation.argument(1).flatMap { Int($0) } ?? 0
        try console.act(RateThread.self, RateThread.Params(id: id, satisfaction: stars), .saidRated)
    }

    static let release = Command(
        name: "release", arguments: [.thread], methods: [ReleaseThread.self], help: .helpRelease
    ) { invocation, console in
        let id = try console.threadID(invocation.argument(0))
        try console.act(ReleaseThread.self, ThreadID(id: id), .saidReleased)
    }

    static let trigger = Command(
        name: "trigger", arguments: [.thread], options: [.triggerType],
        methods: [TriggerThread.self], help: .helpTrigger
    ) { invocation, console in
        let id = try console.threadID(invocation.argument(0))
        try console.trigger(id, type: invocation.value(.triggerType).flatMap(TriggerType.named))
    }

    static let use = Command(
        name: "use", arguments: [Argument("OUTPUT_ID", .text, .optional)],
        methods: [UseTrigger.self], help: .helpUse
    ) { invocation, console in
        guard let id = invocation.argument(0) ?? console.talk.lastOutput else {
            throw KefuError.usage(.outputMissing, .outputHint)
        }
        try console.show(UseTrigger.self, UseTrigger.Params(outputID: id)) { used, look in
            [look.say(.usedOutput(used.outputID))]
        }
    }
}

extension Argument {
    /// A thread; in a session it may be left out, and be the number of a row.
    static let thread = Argument("THREAD", .thread, .optional)
}

extension TriggerType {
    /// The words that the command line takes for each.
    static let words = allCases.map(\.rawValue) + ["pre-sales", "after-sales", "development"]

    static func named(_ word: String) -> TriggerType? {
        allCases.first { $0.rawValue == word || Phrase.business($0).english == word }
    }
}

extension Console {
    fileprivate func showThread(_ invocation: Invocation) throws {
        let id = try threadID(invocation.argument(0))
        if wantsJSON {
            try show(GetThread.self, ThreadID(id: id)) { _, _ in [] }
            return
        }
        // The messages first: having looked at them changes the thread's status.
        let page = try call(
            ListMessages.self,
            ListMessages.Params(
                threadID: id, limit: invocation.whole(.limit) ?? 20,
                cursor: invocation.value(.cursor)))
        let thread = try call(GetThread.self, ThreadID(id: id))
        talk.thread = Talk.Row(thread)
        output.show(lines(of: thread, page.messages))
        if page.messages.isEmpty { output.note(.noMessages) }
        if let next = page.nextCursor {
            let command = (scope == .repl ? "/" : "kefu ") + "thread \(id)"
            output.note(.olderMessages("\(command) --cursor \(next)"))
        }
    }

    private func lines(of thread: ThreadView, _ messages: [MessageView]) -> [String] {
        let look = output.look
        var lines = [ThreadTable.head(thread, look, now: Moment.now)]
        lines += ThreadTable.facts(thread, look)
        lines += MessageLines.lines(newestFirst: messages, look)
        if scope == .repl { lines += ThreadTable.offers(thread, look) }
        return lines
    }

    /// Does something to a thread and says what became of it.
    fileprivate func act<M: Method>(
        _ method: M.Type, _ params: M.Params, _ said: Phrase
    ) throws where M.Result == ThreadView {
        let now = Moment.now
        let thread = try show(method, params) { thread, look in
            [look.label(said) + ThreadTable.head(thread, look, now: now)]
        }
        talk.thread = Talk.Row(thread)
    }

    fileprivate func trigger(_ id: String, type: TriggerType?) throws {
        let reply = try link.call(TriggerThread.self, TriggerThread.Params(id: id, type: type))
        talk.lastOutput = reply.value.outputID
        guard !wantsJSON else { return output.show([reply.json]) }
        // Decoding forgets the order of the fields; the text has it.
        let form = JSONValue(json: reply.json)?["form"] ?? reply.value.form
        output.show(
            TriggerView.lines(
                reply.value, form: form, output.look, offersUse: scope == .repl))
    }
}
