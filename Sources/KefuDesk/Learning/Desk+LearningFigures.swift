import KefuDomain
import KefuRPC
import KefuStore

extension Desk {
    /// So many weeks back the answered share is told.
    private static let toldWeeks = 8

    /// What learning did: with candidates, with the base, with what customers got.
    func learningStatistics() throws -> LearningFigures {
        let now = now
        return try store.read { connection in
            let counts = try connection.learningCounts()
            let gates = Set(LearningGate.allCases.map(\.rawValue))
            return LearningFigures(
                candidates: CandidateCounts(counts), entries: LearnedCounts(counts),
                gates: counts.obstacles.filter { gates.contains($0.key) },
                reasons: counts.obstacles.filter { !gates.contains($0.key) },
                gaps: GapCounts(try connection.gapCounts()),
                weeks: try Self.weeks(through: now).map { week in
                    LearningWeek(from: week.lowerBound, try connection.answeredShare(in: week))
                }, behind: try connection.messagesBehind())
        }
    }

    /// The last weeks, each from a Monday on, newest first.
    private static func weeks(through now: Timestamp) -> [Range<Timestamp>] {
        let today = CalendarDay(now)
        let place = Weekday.allCases.firstIndex(of: today.weekday) ?? 0
        let monday = today.adding(days: -place)
        return (0..<toldWeeks).map { back in
            let first = monday.adding(days: -7 * back)
            return first.time(minute: 0)..<first.adding(days: 7).time(minute: 0)
        }
    }
}

extension GapCounts {
    fileprivate init(_ counts: (open: Int, questions: Int, closed: Int)) {
        self.init(open: counts.open, questions: counts.questions, closed: counts.closed)
    }
}

extension CandidateCounts {
    fileprivate init(_ counts: LearningCounts) {
        func count(_ state: CandidateState) -> Int { counts.candidates[state] ?? 0 }
        self.init(
            waiting: count(.waiting), entered: count(.entered), approved: count(.approved),
            rejected: count(.rejected), dropped: count(.dropped))
    }
}

extension LearnedCounts {
    fileprivate init(_ counts: LearningCounts) {
        self.init(
            active: counts.entries[.active] ?? 0, shadow: counts.entries[.shadow] ?? 0,
            promoted: counts.promoted, undone: counts.undone, agreed: counts.agreed,
            disagreed: counts.disagreed)
    }
}

extension LearningWeek {
    fileprivate init(from: Timestamp, _ share: AnsweredShare) {
        self.init(
            from: from, questions: share.questions, answered: share.answered,
            byLearned: share.byLearned, wrong: share.wrong, wrongByLearned: share.wrongByLearned)
    }
}
