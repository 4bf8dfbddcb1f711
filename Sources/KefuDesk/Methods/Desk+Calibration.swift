import KefuDomain
import KefuRPC
import KefuSearch

extension Desk {
    /// How the confidence was adapted to this base.
    func calibration() throws -> CalibrationReport {
        let state = try search.calibrationState()
        let count = state.verdicts.reduce(0) { $0 + $1.count }
        return CalibrationReport(
            state: state.isSettled ? .settled : .running,
            examination: state.calibration.examination.map { ExaminationReport($0) },
            verdicts: VerdictsReport(
                count: count, needed: Calibration.Feedback.fewestLabels,
                isInForce: state.calibration.feedback != nil,
                bins: state.verdicts.steps))
    }

    /// Has the base examine itself, in the background.
    func recalibrate() throws -> CalibrationReport {
        search.recalibrate()
        return try calibration()
    }

    /// Takes back what verdicts did.
    func resetCalibration() throws -> CalibrationReport {
        try search.resetFeedback(at: now)
        return try calibration()
    }
}

extension ExaminationReport {
    fileprivate init(_ found: Examination) {
        self.init(
            at: found.at, questions: found.questions, right: found.right, bins: found.bins.steps,
            stolen: found.stolen.map {
                StolenQuestion(entry: $0.entry, by: $0.by, count: $0.count)
            },
            unfound: found.unfound)
    }
}

extension [ReliabilityBin] {
    /// As clients see them.
    fileprivate var steps: [ReliabilityStep] {
        map {
            ReliabilityStep(predicted: $0.predicted, observed: $0.observed, count: $0.count)
        }
    }
}
