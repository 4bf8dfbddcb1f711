import KefuRPC

extension Routes {
    /// Reviewing what may be learned, and taking back what was.
    static let learning: [Route<Desk>] = [
        Route(ListPending.self) { params, desk, _ in try desk.pending(params) },
        Route(ApproveCandidate.self) { params, desk, _ in try desk.approve(params) },
        Route(RejectCandidate.self) { params, desk, _ in try desk.reject(params) },
        Route(ListLearned.self) { params, desk, _ in try desk.learned(params) },
        Route(UndoLearning.self) { params, desk, _ in try desk.undo(params) },
        Route(LearningStatistics.self) { _, desk, _ in try desk.learningStatistics() },
    ]
}
