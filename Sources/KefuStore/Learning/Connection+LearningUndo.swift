public import KefuDomain

/// What an undo did.
public struct UndoReport: Sendable {
    /// Changes that were taken back, newest first.
    public internal(set) var undone: [LearningEventRecord] = []
    /// Changes that stay, because somebody changed the same of the entry since; newest first.
    public internal(set) var kept: [LearningEventRecord] = []
    /// Whether a candidate that was decided on waits again.
    public var waitsAgain = false

    public init() {}
}

extension Connection {
    /// Takes back all that was learned since a moment: the base is as if nothing had been, with what
    /// people did to it since.
    public func undoLearning(since moment: Timestamp, at: Timestamp) throws -> UndoReport {
        let condition = "at >= ? AND undone_at IS NULL ORDER BY id DESC"
        return try undo(learningEvents(condition, moment), at: at)
    }

    /// Takes back one change, with what was learned of the same entry since, for that builds on it
    /// where the change made the entry.
    public func undoLearning(event row: Int64, at: Timestamp) throws -> UndoReport {
        guard let event = try learningEvent(row) else { throw KefuError.notFound(.learned) }
        guard event.undoneAt == nil else { return UndoReport() }
        guard event.act == .adds else { return try undo([event], at: at) }
        return try undoLearning(entry: event.entry, since: row, at: at)
    }

    /// Takes back all that came from a candidate.
    public func undoLearning(candidate row: Int64, at: Timestamp) throws -> UndoReport {
        let condition = "candidate = ? AND undone_at IS NULL ORDER BY id DESC"
        var report = UndoReport()
        for event in try learningEvents(condition, row) {
            // An earlier one may have gone with its entry.
            let more = try undoLearning(event: event.row, at: at)
            report.undone += more.undone
            report.kept += more.kept
        }
        return report
    }

    /// Takes back what was learned of an entry.
    /// - Parameter row: the first change that goes.
    public func undoLearning(
        entry: Int64, since row: Int64 = 0, at: Timestamp
    ) throws -> UndoReport {
        let condition = "entry = ? AND id >= ? AND undone_at IS NULL ORDER BY id DESC"
        return try undo(learningEvents(condition, entry, row), at: at)
    }

    /// - Parameter events: newest first.
    private func undo(_ events: [LearningEventRecord], at: Timestamp) throws -> UndoReport {
        var report = UndoReport()
        for event in try events.map(completed) {
            guard try isTakenBack(event, at: at) else {
                report.kept.append(event)
                continue
            }
            try run("UPDATE learning_event SET undone_at = ? WHERE id = ?", at, event.row)
            try settleCandidate(of: event, at: at)
            if let undone = try learningEvent(event.row) { report.undone.append(undone) }
        }
        return report
    }

    /// What the operator took back does not enter again by itself.
    private func settleCandidate(of event: LearningEventRecord, at: Timestamp) throws {
        guard let row = event.source.candidate else { return }
        switch event.act {
        case .promotes: return
        case .withdraws: try settle(candidate: row, .entered, at: at)
        case .adds, .variant, .drops, .negative, .replaces:
            try settle(candidate: row, .undone, at: at)
        }
    }

    private func isTakenBack(_ event: LearningEventRecord, at: Timestamp) throws -> Bool {
        // By now an earlier undo of this call may have changed it.
        guard let after = event.after, let present = try entry(event.entry) else { return false }
        if event.act == .adds {
            guard present.saysTheSame(as: after) else { return false }
            try removeEntry(event.entry, at: at)
            return true
        }
        guard let before = event.before else { return false }
        let taken = present.takingBack(from: before, to: after)
        guard taken.isWhole else { return false }
        do {
            try update(event.entry, to: taken.entry, ChangeOrigin(.reverted, at: at))
        } catch let error as KefuError where error.code == .conflict {
            // Another entry has the question by now.
            return false
        }
        return true
    }
}
