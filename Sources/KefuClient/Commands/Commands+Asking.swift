import KefuDomain
import KefuRPC

/// Asking, and what a person says about the answers.
extension Command {
    static let ask = Command(
        name: "ask", arguments: [Argument("TEXT", .text, .many)],
        options: [.session, .limit], methods: [Ask.self], help: .helpAsk
    ) { invocation, console in
        let question = try console.text(invocation.text() ?? "")
        try console.ask(
            question, session: invocation.value(.session), limit: invocation.whole(.limit))
    }

    static let explain = Command(
        name: "explain", aliases: ["why"],
        arguments: [Argument("TEXT|ANSWER_ID", .answer, .any)], options: [.all],
        methods: [ExplainAnswer.self], help: .helpExplain
    ) { invocation, console in
        let text = try invocation.text().map(console.text)
        let isAnswer = text.flatMap { RecordID($0) }?.kind == .answer
        let params: ExplainAnswer.Params
        if let text, !isAnswer {
            params = ExplainAnswer.Params(question: text)
        } else {
            params = ExplainAnswer.Params(id: try console.answerID(text))
        }
        let detail: SearchView.Detail = invocation.has(.all) ? .full : .short
        try console.show(ExplainAnswer.self, params) { SearchView.lines($0, $1, detail) }
    }

    static let answers = Command(
        name: "answers", options: [.since, .action, .verdict, .limit, .cursor],
        methods: [ListAnswers.self], help: .helpAnswers
    ) { invocation, console in
        let params = ListAnswers.Params(
            since: try invocation.time(.since),
            action: invocation.value(.action).flatMap(Action.init(rawValue:)),
            verdict: invocation.value(.verdict).flatMap(VerdictFilter.init(rawValue:)),
            limit: invocation.whole(.limit), cursor: invocation.value(.cursor))
        try console.showPage(
            ListAnswers.self, params, next: \.nextCursor, empty: .noAnswers
        ) { AnswerView.table($0.answers, $1) }
    }

    static let approve = Command(
        name: "approve", arguments: [Argument("ANSWER_ID", .answer, .optional)],
        options: [.force], methods: [ApproveAnswer.self], help: .helpApprove
    ) { invocation, console in
        let id = try console.answerID(invocation.argument(0))
        let params = ApproveAnswer.Params(id: id, force: invocation.has(.force) ? true : nil)
        let verdict = try console.overridable("approve \(id)") {
            try console.show(ApproveAnswer.self, params, VerdictView.lines)
        }
        console.changed(verdict.entry?.id)
    }

    static let correct = Command(
        name: "correct",
        arguments: [Argument("ANSWER_ID", .answer), Argument("TEXT", .text, .any)],
        options: [.question, .force], methods: [CorrectAnswer.self], help: .helpCorrect
    ) { invocation, console in
        let id = try console.answerID(invocation.argument(0))
        guard let answer = try invocation.text(from: 1).map(console.text) else {
            return try console.correctInEditor(id, force: invocation.has(.force))
        }
        try console.correct(
            id, answer: answer, question: invocation.value(.question),
            force: invocation.has(.force))
    }

    static let reject = Command(
        name: "reject",
        arguments: [Argument("ANSWER_ID", .answer, .optional), Argument("REASON", .text, .any)],
        methods: [RejectAnswer.self], help: .helpReject
    ) { invocation, console in
        // In a session the id may be left out, and a reason given at once.
        let first = invocation.argument(0)
        let isNamed = first.flatMap { RecordID($0) } != nil || console.scope == .shell
        let id = try console.answerID(isNamed ? first : nil)
        let reason = try invocation.text(from: isNamed ? 1 : 0).map(console.text)
        let verdict = try console.show(
            RejectAnswer.self, RejectAnswer.Params(id: id, reason: reason), VerdictView.lines)
        console.changed(verdict.entry?.id)
    }

    static let new = Command(name: "new", scope: .repl, help: .helpNew) { _, console in
        console.talk.restart()
        console.output.note(.newConversation)
    }
}

extension Console {
    /// Asks a question and shows what comes back.
    func ask(_ question: String, session: String? = nil, limit: Int? = nil) throws {
        let conversation = session ?? (scope == .repl ? talk.session : nil)
        let params = Ask.Params(question: question, session: conversation, limit: limit)
        let offers = scope == .repl
        let answer = try show(Ask.self, params) { answer, look in
            AnswerView.lines(answer, look, offersVerdicts: offers)
        }
        talk.lastAnswer = answer.answerID
    }

    /// The answer that a command speaks of: the named one, else the last of the session.
    func answerID(_ word: String?) throws -> String {
        if let id = word ?? talk.lastAnswer { return id }
        throw KefuError(
            .usage, .answerIDMissing, why: .notUnderstood, hint: .answerIDHint)
    }

    /// Gives the right answer to a question.
    func correct(_ id: String, answer: String, question: String?, force: Bool) throws {
        let params = CorrectAnswer.Params(
            id: id, answer: answer, question: question, force: force ? true : nil)
        let verdict = try overridable("correct \(id) …") {
            try show(CorrectAnswer.self, params, VerdictView.lines)
        }
        changed(verdict.entry?.id)
    }

    /// Runs what a gate may refuse, and says how to do it all the same.
    func overridable<T>(_ command: String, _ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let error as RemoteError where error.errorCode == .conflict {
            output.note(.forceHint((scope == .repl ? "/" : "kefu ") + command + " --force"))
            throw error
        }
    }
}

extension Invocation {
    /// The value of an option that is a time.
    /// - Throws: `ErrorCode.usage` for a text that is none.
    func time(_ option: CommandOption) throws -> Timestamp? {
        guard let text = value(option) else { return nil }
        guard let time = Moment.read(text) else { throw KefuError.notATime("--\(option.name)") }
        return time
    }
}
