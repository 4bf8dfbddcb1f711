import KefuRPC

extension Routes {
    /// What the base could not answer.
    static let gaps: [Route<Desk>] = [
        Route(ListGaps.self) { params, desk, _ in try desk.gaps(params) },
        Route(AnswerGap.self) { params, desk, _ in try desk.answerGap(params) },
    ]
}
