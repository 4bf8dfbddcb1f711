import KefuDomain
import KefuRPC

/// How good the answers are.
extension Command {
    static let eval = Command(
        name: "eval", arguments: [Argument("FILE", .path, .optional)],
        options: [.fromHistory, .since, .replyThreshold, .clarifyThreshold], help: .helpEval
    ) { invocation, console in
        let file = invocation.argument(0)
        guard (file != nil) != invocation.has(.fromHistory) else {
            throw KefuError.usage(
                .evalWhat, .correctUsage(invocation.command.usage(in: console.scope)))
        }
        guard file == nil || !invocation.has(.since) else {
            throw KefuError.usage(
                .evalSinceAlone, .correctUsage(invocation.command.usage(in: console.scope)))
        }
        let since =
            try invocation.time(.since) ?? Moment.now.adding(.zero - Evaluation.usualPeriod)
        let evaluator = Evaluator(
            console, reply: invocation.share(.replyThreshold),
            clarify: invocation.share(.clarifyThreshold))
        let set = try file.map { LabelledSet(try console.file($0), console.language) }
        let evaluation = try console.interruptibly {
            guard let file, let set else { return try evaluator.measureHistory(since: since) }
            return try evaluator.measure(set, named: file)
        }
        console.show(evaluation)
    }

    static let calibration = Command(
        name: "calibration", options: [.again, .reset],
        methods: [GetCalibration.self, Recalibrate.self, ResetCalibration.self],
        help: .helpCalibration
    ) { invocation, console in
        switch (invocation.has(.again), invocation.has(.reset)) {
        case (true, true):
            throw KefuError.usage(
                .calibrationOneOf, .correctUsage(invocation.command.usage(in: console.scope)))
        case (true, false): try console.showCalibration(Recalibrate.self)
        case (false, true): try console.showCalibration(ResetCalibration.self)
        case (false, false): try console.showCalibration(GetCalibration.self)
        }
    }
}

extension Evaluation {
    /// How far history goes back unless it is said otherwise: a month.
    fileprivate static let usualPeriod = Duration.seconds(30 * 86_400)
}

extension Console {
    fileprivate func showCalibration<M: Method>(_ method: M.Type) throws
    where M.Params == Nothing, M.Result == CalibrationReport {
        try show(method, Nothing()) { CalibrationView.lines($0, $1) }
    }

    fileprivate func show(_ evaluation: Evaluation) {
        guard !wantsJSON else {
            return output.show([JSONText.compact(EvaluationShape(evaluation))])
        }
        if !evaluation.bad.isEmpty {
            output.complain(EvaluationView.bad(evaluation.bad, output.noteLook))
        }
        output.show(EvaluationView.lines(evaluation, output.look))
        if evaluation.looksForeign { output.note(.evalForeign) }
        if case .history = evaluation.source, evaluation.measurement.judged == 0 {
            output.note(.evalNothingJudged)
        }
    }
}
