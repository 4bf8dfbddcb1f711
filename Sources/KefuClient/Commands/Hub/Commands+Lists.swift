import KefuDomain
import KefuRPC

/// The hub's lists and figures.
extension Command {
    static let today = Command(
        name: "today", aliases: ["todo"], options: [.limit, .cursor], methods: [ListToday.self],
        help: .helpToday
    ) { invocation, console in
        try console.showThreads(ListToday.self, invocation, empty: .noToday)
    }

    static let pool = Command(
        name: "pool", options: [.limit, .cursor], methods: [ListUnknownPool.self], help: .helpPool
    ) { invocation, console in
        try console.showThreads(ListUnknownPool.self, invocation, empty: .noPool)
    }

    static let blocked = Command(
        name: "blocked", options: [.limit, .cursor], methods: [ListBlocked.self],
        help: .helpBlocked
    ) { invocation, console in
        try console.showThreads(ListBlocked.self, invocation, empty: .noBlocked)
    }

    static let more = Command(name: "more", scope: .repl, help: .helpMore) { _, console in
        guard let goOn = console.talk.goOn else { return console.output.note(.noMoreRows) }
        try goOn()
    }

    static let hub = Command(
        name: "hub", aliases: ["board"], methods: [HubStatistics.self], help: .helpHub
    ) { _, console in
        try console.show(HubStatistics.self, Nothing()) { HubFiguresView.lines($0, $1) }
    }

    static let metrics = Command(
        name: "metrics", options: [.from, .to, .system], methods: [HubMetrics.self],
        help: .helpMetrics
    ) { invocation, console in
        if invocation.has(.system) {
            try console.show(Metrics.self, Nothing()) { LoadView.lines($0, $1, now: Moment.now) }
            return
        }
        let params = HubMetrics.Params(
            from: invocation.value(.from), to: invocation.value(.to))
        let result = try console.show(HubMetrics.self, params) {
            HubFiguresView.lines($0.days, $1)
        }
        if result.days.isEmpty, !console.wantsJSON { console.output.note(.noMetrics) }
    }

    static let recalculate = Command(
        name: "recalculate", aliases: ["recalc"],
        arguments: [Argument("THREAD", .thread, .optional)],
        options: [.at], methods: [RecalculateHub.self, RecalculateThread.self],
        help: .helpRecalculate
    ) { invocation, console in
        let at = try invocation.moment(.at)
        guard let word = invocation.argument(0) else {
            try console.show(RecalculateHub.self, RecalculateHub.Params(at: at)) { result, look in
                [look.say(.recalculated(result.checked, result.changed))]
            }
            return
        }
        let now = Moment.now
        let params = RecalculateThread.Params(id: try console.threadID(word), at: at)
        try console.show(RecalculateThread.self, params) { [ThreadTable.head($0, $1, now: now)] }
    }

    static let channels = Command(
        name: "channels", methods: [ListChannels.self], help: .helpChannels
    ) { _, console in
        let result = try console.show(ListChannels.self, Nothing()) {
            ContactPage.lines($0.channels, $1)
        }
        if result.channels.isEmpty, !console.wantsJSON { console.output.note(.noChannels) }
    }

    static let autoSend = Command(
        name: "auto-send",
        arguments: [Argument("CHANNEL", .channel), Argument("on|off", .choice(["on", "off"]))],
        methods: [SetChannel.self], help: .helpAutoSend
    ) { invocation, console in
        let params = SetChannel.Params(
            channel: invocation.argument(0) ?? "", autoSend: invocation.argument(1) == "on")
        try console.show(SetChannel.self, params) { channel, look in
            [look.say(.channelSet(Cleaning.forTerminal(channel.channel), channel.autoSend))]
        }
    }
}

extension Console {
    /// Shows a page of threads; in a session its rows can then be named by their numbers.
    fileprivate func showThreads<M: Method>(
        _ method: M.Type, _ invocation: Invocation, empty: Phrase
    ) throws where M.Params == PageRequest, M.Result == ThreadPage {
        try showThreads(
            method, limit: invocation.whole(.limit), cursor: invocation.value(.cursor),
            empty: empty)
    }

    private func showThreads<M: Method>(
        _ method: M.Type, limit: Int?, cursor: String?, empty: Phrase
    ) throws where M.Params == PageRequest, M.Result == ThreadPage {
        let now = Moment.now
        let isSession = scope == .repl
        let page = try show(method, PageRequest(limit: limit, cursor: cursor)) { page, look in
            ThreadTable.lines(page.threads, look, now: now, isNumbered: isSession)
        }
        talk.rows = page.threads.map(Talk.Row.init)
        talk.goOn = page.nextCursor.map { next in
            { [unowned self] in
                try showThreads(method, limit: limit, cursor: next, empty: empty)
            }
        }
        guard !wantsJSON else { return }
        if page.threads.isEmpty { output.note(empty) }
        if let next = page.nextCursor {
            output.note(.moreThreads(page.total, isSession ? "/more" : "--cursor \(next)"))
        }
    }
}
