public import KefuDomain

/// `learn.stats`
public enum LearningStatistics: Method {
    public static let name = "learn.stats"
    public static let summary = "Says what learning did: for answers, and for mistakes."
    public static let effect = Effect.read

    public typealias Params = Nothing
    public typealias Result = LearningFigures
}

/// What learning did.
public struct LearningFigures: Documented {
    public let candidates: CandidateCounts
    public let entries: LearnedCounts
    public let gates: [String: Int]
    public let reasons: [String: Int]
    public let gaps: GapCounts
    public let weeks: [LearningWeek]
    public let behind: Int

    public init(
        candidates: CandidateCounts, entries: LearnedCounts, gates: [String: Int],
        reasons: [String: Int] = [:], gaps: GapCounts, weeks: [LearningWeek], behind: Int = 0
    ) {
        self.candidates = candidates
        self.entries = entries
        self.gates = gates
        self.reasons = reasons
        self.gaps = gaps
        self.weeks = weeks
        self.behind = behind
    }

    public enum CodingKeys: String, FieldKey {
        case candidates, entries, gates, reasons, gaps, weeks, behind

        public var doc: Field {
            switch self {
            case .candidates: Field(.object(CandidateCounts.self), "Candidates, by their fate.")
            case .entries: Field(.object(LearnedCounts.self), "What became of what was learned.")
            case .gates: Field(.map(.integer), "How often each gate kept a candidate out.")
            case .reasons:
                Field(
                    .map(.integer),
                    "How often each feature of the quality, or what became known later, did.")
            case .gaps: Field(.object(GapCounts.self), "Questions without an answer.")
            case .weeks:
                Field(.list(.object(LearningWeek.self)), "Answers by week, newest first.")
            case .behind:
                Field(.integer(0...Int.max), "Messages that were not learned from yet.")
            }
        }
    }
}

/// Candidates, by their fate.
public struct CandidateCounts: Documented, Hashable {
    public let waiting: Int
    public let entered: Int
    public let approved: Int
    public let rejected: Int
    public let dropped: Int

    public init(waiting: Int, entered: Int, approved: Int, rejected: Int, dropped: Int) {
        self.waiting = waiting
        self.entered = entered
        self.approved = approved
        self.rejected = rejected
        self.dropped = dropped
    }

    public enum CodingKeys: String, FieldKey {
        case waiting, entered, approved, rejected, dropped

        public var doc: Field {
            switch self {
            case .waiting: Field(.integer(0...Int.max), "They wait for a review.")
            case .entered: Field(.integer(0...Int.max), "They entered by themselves.")
            case .approved: Field(.integer(0...Int.max), "A person let them in.")
            case .rejected: Field(.integer(0...Int.max), "A person kept them out.")
            case .dropped: Field(.integer(0...Int.max), "Their quality was too low.")
            }
        }
    }
}

/// What became of what was learned.
public struct LearnedCounts: Documented, Hashable {
    public let active: Int
    public let shadow: Int
    public let promoted: Int
    public let undone: Int
    public let agreed: Int
    public let disagreed: Int

    public init(
        active: Int, shadow: Int, promoted: Int, undone: Int, agreed: Int, disagreed: Int
    ) {
        self.active = active
        self.shadow = shadow
        self.promoted = promoted
        self.undone = undone
        self.agreed = agreed
        self.disagreed = disagreed
    }

    public enum CodingKeys: String, FieldKey {
        case active, shadow, promoted, undone, agreed, disagreed

        public var doc: Field {
            switch self {
            case .active: Field(.integer(0...Int.max), "Learned entries that answer.")
            case .shadow: Field(.integer(0...Int.max), "Learned entries that predict silently.")
            case .promoted: Field(.integer(0...Int.max), "Those that left the shadow.")
            case .undone: Field(.integer(0...Int.max), "Changes that were taken back.")
            case .agreed: Field(.integer(0...Int.max), "Silent predictions a person agreed with.")
            case .disagreed: Field(.integer(0...Int.max), "Those that a person contradicted.")
            }
        }
    }
}

/// Questions without an answer.
public struct GapCounts: Documented, Hashable {
    public let open: Int
    public let questions: Int
    public let closed: Int

    public init(open: Int, questions: Int, closed: Int) {
        self.open = open
        self.questions = questions
        self.closed = closed
    }

    public enum CodingKeys: String, FieldKey {
        case open, questions, closed

        public var doc: Field {
            switch self {
            case .open: Field(.integer(0...Int.max), "Gaps that are open.")
            case .questions: Field(.integer(0...Int.max), "How often they were asked together.")
            case .closed: Field(.integer(0...Int.max), "Gaps that were answered or closed.")
            }
        }
    }
}

/// What became of a week's questions.
public struct LearningWeek: Documented, Hashable {
    public let from: Timestamp
    public let questions: Int
    public let answered: Int
    public let byLearned: Int
    public let wrong: Int
    public let wrongByLearned: Int

    public init(
        from: Timestamp, questions: Int, answered: Int, byLearned: Int, wrong: Int,
        wrongByLearned: Int
    ) {
        self.from = from
        self.questions = questions
        self.answered = answered
        self.byLearned = byLearned
        self.wrong = wrong
        self.wrongByLearned = wrongByLearned
    }

    public enum CodingKeys: String, FieldKey {
        case from, questions, answered
        case byLearned = "by_learned"
        case wrong
        case wrongByLearned = "wrong_by_learned"

        public var doc: Field {
            switch self {
            case .from: Field(.time, "The Monday it begins with.")
            case .questions: Field(.integer(0...Int.max), "Questions that were asked.")
            case .answered: Field(.integer(0...Int.max), "Those that got a reply.")
            case .byLearned: Field(.integer(0...Int.max), "Replies that learned entries gave.")
            case .wrong: Field(.integer(0...Int.max), "Replies that a person corrected.")
            case .wrongByLearned: Field(.integer(0...Int.max), "Those of learned entries.")
            }
        }
    }
}
