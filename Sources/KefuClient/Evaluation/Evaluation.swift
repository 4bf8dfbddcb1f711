import KefuDomain
import KefuRPC

/// What was measured, and on what.
struct Evaluation {
    /// Where the questions came from.
    enum Source: Equatable {
        case file
        /// - Parameter byRule: answers that are left out, because no threshold decided them.
        case history(since: Timestamp, byRule: Int)
    }

    let source: Source
    let measurement: Measurement
    /// Rows that could not be measured.
    var bad: [BadRow] = []

    /// Whether the labels speak of another base: nothing that they name was ever found.
    var looksForeign: Bool {
        guard let retrieval = measurement.retrieval else { return false }
        return retrieval.meanReciprocalRank == 0
    }
}

/// Asks the daemon what it would answer, or what it did, by the methods that every client has.
///
/// Nothing is stored: `answer.explain` takes the way that `ask` takes.
struct Evaluator {
    private let console: Console
    /// The thresholds to try beside those in force.
    private let reply: Double?
    private let clarify: Double?

    init(_ console: Console, reply: Double?, clarify: Double?) {
        self.console = console
        self.reply = reply
        self.clarify = clarify
    }

    /// Measures a labelled set.
    /// - Throws: `ErrorCode.unreadable` when not one row can be measured, after the rows were named.
    func measure(_ set: LabelledSet, named name: String) throws -> Evaluation {
        let thresholds = try self.thresholds()
        var run = LabelledRun(set)
        try run.explain(console, named: name)
        try run.search(console)
        guard !run.trials.isEmpty else {
            console.output.complain(EvaluationView.bad(run.bad, console.output.noteLook))
            throw KefuError(
                .unreadable, .nothingMeasurable.at(name), why: .noRowIsGood(run.bad.count),
                hint: .rowForm)
        }
        return Evaluation(
            source: .file,
            measurement: Measurement(
                run.trials, retrievals: run.retrievals, thresholds: thresholds.inForce,
                simulated: thresholds.simulated),
            bad: run.bad)
    }

    /// Measures the stored answers of some time; the confidence each had against what a person said.
    func measureHistory(since: Timestamp) throws -> Evaluation {
        let thresholds = try self.thresholds()
        var trials: [Trial] = []
        var byRule = 0
        var cursor: String?
        var bar = ProgressBar(console.output)
        defer { bar.clear() }
        repeat {
            let page = try console.call(
                ListAnswers.self, ListAnswers.Params(since: since, limit: 100, cursor: cursor))
            try console.link.checkInterrupted()
            for answer in page.answers {
                let trial = Trial(answer)
                if trial.isByConfidence { trials.append(trial) } else { byRule += 1 }
            }
            cursor = page.nextCursor
            bar.show(
                Progress.Params(
                    token: .null, done: trials.count + byRule, total: nil, message: ""))
        } while cursor != nil
        return Evaluation(
            source: .history(since: since, byRule: byRule),
            measurement: Measurement(
                trials, thresholds: thresholds.inForce, simulated: thresholds.simulated))
    }

    /// - Throws: `ErrorCode.usage` for thresholds that cannot stand beside each other.
    private func thresholds() throws -> (inForce: Thresholds, simulated: Thresholds?) {
        let settings = try console.call(ShowConfiguration.self, Nothing()).settings
        guard let inForce = Thresholds(settings) else {
            throw KefuError(
                .internal, .answerUnreadable(ShowConfiguration.name), why: .answerShape,
                hint: .sameVersionHint)
        }
        guard reply != nil || clarify != nil else { return (inForce, nil) }
        // As in the configuration: asking back never begins above replying by itself.
        let reply = self.reply ?? inForce.reply
        let simulated = Thresholds(reply: reply, clarify: clarify ?? min(inForce.clarify, reply))
        guard simulated.arePossible else { throw KefuError.thresholdsImpossible(simulated) }
        return (inForce, simulated)
    }
}

/// The rows of a set while they are measured.
private struct LabelledRun {
    private var rows: [LabelledRow]
    private(set) var bad: [BadRow]
    private(set) var trials: [Trial] = []
    private(set) var retrievals: [Retrieval] = []
    /// Rows that a rule answered, so that what a search finds is still to be seen.
    private var unsearched: [LabelledRow] = []

    init(_ set: LabelledSet) {
        rows = set.rows
        bad = set.bad
    }

    /// Finds out what each question would get.
    mutating func explain(_ console: Console, named name: String) throws {
        var bar = ProgressBar(console.output)
        defer { bar.clear() }
        let params = rows.map { ExplainAnswer.Params(question: $0.text, features: false) }
        try console.link.callEach(ExplainAnswer.self, params) { index, answer in
            switch answer {
            case .success(let explained): take(explained, of: rows[index])
            // The row is at fault, not the daemon: its text is too long, say.
            case .failure(let error)
            where error.errorCode == .invalidParams || error.errorCode == .limit:
                bad.append(
                    BadRow(line: rows[index].line, failure: Failure(error, console.language)))
            case .failure(let error): throw error
            }
            bar.show(
                Progress.Params(
                    token: .null, done: index + 1, total: params.count, message: name))
        }
        bad.sort { $0.line < $1.line }
    }

    /// Finds out what a search finds for the rows that a rule answered.
    mutating func search(_ console: Console) throws {
        let params = unsearched.map { SearchBase.Params(query: $0.text, limit: Retrieval.depth) }
        try console.link.callEach(SearchBase.self, params) { index, answer in
            let hits = try answer.get().hits.map { [$0.id, $0.externalID].compactMap(\.self) }
            retrievals.append(Retrieval(hits: hits, grades: unsearched[index].grades))
        }
    }

    private mutating func take(_ explained: ExplainAnswer.Result, of row: LabelledRow) {
        let hits = explained.candidates.map { [$0.id, $0.externalID].compactMap(\.self) }
        let right = explained.candidates.indices.filter { index in
            hits[index].contains { row.grades[$0] != nil }
        }
        let choices = Set(explained.choices)
        trials.append(
            Trial(
                confidence: explained.confidence, action: explained.route,
                reason: RouteReason(rawValue: explained.reason), isAnswerable: row.isAnswerable,
                isRight: right.first == 0,
                isAmongChoices: right.contains { choices.contains(explained.candidates[$0].id) }))
        guard row.isAnswerable else { return }
        if explained.candidates.isEmpty {
            unsearched.append(row)
        } else {
            retrievals.append(Retrieval(hits: hits, grades: row.grades))
        }
    }
}

extension Trial {
    /// An answer of the past; what a person approved was right, what they changed was not.
    fileprivate init(_ answer: AnswerRecord) {
        self.init(
            confidence: answer.confidence, action: answer.action,
            reason: RouteReason(rawValue: answer.reason),
            isRight: answer.feedback.map { $0.kind == .approved })
    }
}

extension Thresholds {
    /// Those among the settings in force.
    fileprivate init?(_ settings: [SettingInForce]) {
        func number(_ key: CodingKeys) -> Double? {
            switch settings.first(where: { $0.key == "thresholds.\(key.rawValue)" })?.value {
            case .number(let value)?: value
            case .integer(let value)?: Double(value)
            default: nil
            }
        }
        guard let reply = number(.reply), let clarify = number(.clarify) else { return nil }
        self.init(reply: reply, clarify: clarify)
    }
}

extension KefuError {
    fileprivate static func thresholdsImpossible(_ thresholds: Thresholds) -> KefuError {
        KefuError(
            .usage,
            .thresholdsImpossible(
                reply: decimal(thresholds.reply, 2), clarify: decimal(thresholds.clarify, 2)),
            why: .thresholdsImpossibleWhy, hint: .thresholdsImpossibleHint)
    }
}
