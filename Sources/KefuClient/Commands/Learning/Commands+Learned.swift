import KefuDomain
import KefuRPC

/// What was learned, and taking it back.
extension Command {
    static let learned = Command(
        name: "learned",
        arguments: [
            Argument("undo", .choice(["undo"]), .optional), Argument("ID", .learned, .optional),
        ],
        options: [.sinceDay, .yesUndo, .limit, .cursor],
        methods: [ListLearned.self, UndoLearning.self], help: .helpLearned,
        details: [.detailLearned]
    ) { invocation, console in
        let since = try invocation.pastMoment(.sinceDay)
        guard invocation.argument(0) != nil else {
            return try console.showLearned(
                since: since, limit: invocation.whole(.limit), cursor: invocation.value(.cursor))
        }
        let id = try invocation.argument(1).map { try console.listedID($0, of: .learned) }
        guard (id == nil) != (since == nil) else {
            throw KefuError.usage(.undoUnclear, .correctUsage("learned undo ID | --since TIME"))
        }
        if let since, !invocation.has(.yesUndo), console.isInteractive,
            try !console.isSureToUndo(since)
        {
            return console.output.note(.nothingUndone)
        }
        try console.show(
            UndoLearning.self, UndoLearning.Params(id: id, since: since), LearnedPage.lines)
    }

    static let learn = Command(
        name: "learn", arguments: [Argument("stats", .choice(["stats"]), .optional)],
        methods: [LearningStatistics.self], help: .helpLearn
    ) { _, console in
        try console.show(LearningStatistics.self, Nothing(), LearningFiguresView.lines)
    }
}

extension CommandOption {
    static let sinceDay = CommandOption(
        name: "since", value: Argument("TIME", .text), help: .optionSinceDay)
    static let yesUndo = CommandOption(name: "yes", short: "y", help: .optionYesUndo)
}

extension Invocation {
    /// The value of an option that is a time gone by: a full one, a date, or a day's name.
    /// - Throws: `ErrorCode.usage` for a text that is none.
    fileprivate func pastMoment(_ option: CommandOption) throws -> Timestamp? {
        guard let text = value(option) else { return nil }
        if let time = Moment.read(text) ?? Moment.past(text, now: Moment.now) { return time }
        throw KefuError.notATime("--\(option.name)")
    }
}

extension Moment {
    /// The beginning of a day by its name: today, yesterday, or the last such weekday, today
    /// included; `nil` for another text.
    static func past(_ text: String, now: Timestamp) -> Timestamp? {
        let word = text.trimmed.lowercased()
        let today = CalendarDay(now)
        if ["today", "今天", "今日"].contains(word) { return today.time() }
        if ["yesterday", "昨天", "昨日"].contains(word) { return today.adding(days: -1).time() }
        guard let place = names.firstIndex(where: { $0.contains(word) }) else { return nil }
        return (0..<7).map { today.adding(days: -$0) }
            .first { $0.weekday == Weekday.allCases[place] }?.time()
    }

    /// From Monday on.
    private static let names = [
        ["monday", "mon", "周一", "星期一", "礼拜一"], ["tuesday", "tue", "周二", "星期二", "礼拜二"],
        ["wednesday", "wed", "周三", "星期三", "礼拜三"], ["thursday", "thu", "周四", "星期四", "礼拜四"],
        ["friday", "fri", "周五", "星期五", "礼拜五"], ["saturday", "sat", "周六", "星期六", "礼拜六"],
        ["sunday", "sun", "周日", "星期日", "星期天", "礼拜天"],
    ]
}

extension Console {
    fileprivate func showLearned(since: Timestamp?, limit: Int?, cursor: String?) throws {
        let isSession = scope == .repl
        let params = ListLearned.Params(since: since, limit: limit, cursor: cursor)
        let page = try show(ListLearned.self, params) {
            LearnedPage.table($0.learned, $1, isNumbered: isSession)
        }
        talk.listed[.learned] = page.learned.map(\.id)
        talk.goOn = page.nextCursor.map { next in
            { [unowned self] in try showLearned(since: since, limit: limit, cursor: next) }
        }
        guard !wantsJSON else { return }
        if page.learned.isEmpty { output.note(.noLearned) }
        if let next = page.nextCursor {
            output.note(.moreWith(isSession ? "/more" : "--cursor \(next)"))
        }
    }

    fileprivate func isSureToUndo(_ since: Timestamp) throws -> Bool {
        let answer = try ask(.undoSinceAsk(shortTime(since))).trimmed.lowercased()
        return answer.hasPrefix("y") || answer.hasPrefix("是")
    }

    /// The id that a word names: in a session also a row of the last list.
    func listedID(_ word: String, of kind: RecordKind) throws -> String {
        guard scope == .repl, let number = Int(word) else { return word }
        let rows = talk.listed[kind] ?? []
        guard rows.indices.contains(number - 1) else {
            throw KefuError.usage(
                rows.isEmpty ? .noListYet : .rowUnknown(number), .readHelp("/help"))
        }
        return rows[number - 1]
    }
}
