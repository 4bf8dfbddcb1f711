public import KefuDomain

/// `answer.approve`
public enum ApproveAnswer: Method {
    public static let name = "answer.approve"
    public static let summary = "Says that an answer was right; its wording is learned."
    public static let effect = Effect.write

    public struct Params: Documented {
        public let id: String
        public let force: Bool?

        public init(id: String, force: Bool? = nil) {
            self.id = id
            self.force = force
        }

        public enum CodingKeys: String, FieldKey {
            case id, force

            public var doc: Field {
                switch self {
                case .id: Field(.text, "The answer's id.")
                case .force: .optional(.flag, Verdict.forceDoc)
                }
            }
        }
    }

    public typealias Result = Verdict
}

/// `answer.correct`
public enum CorrectAnswer: Method {
    public static let name = "answer.correct"
    public static let summary = "Gives the right answer to a question; it is learned."
    public static let effect = Effect.write

    public struct Params: Documented {
        public let id: String
        public let answer: String
        public let question: String?
        public let force: Bool?

        public init(id: String, answer: String, question: String? = nil, force: Bool? = nil) {
            self.id = id
            self.answer = answer
            self.question = question
            self.force = force
        }

        public enum CodingKeys: String, FieldKey {
            case id, answer, question, force

            public var doc: Field {
                switch self {
                case .id: Field(.text, "The answer's id.")
                case .answer: Field(.text, "What should have been said.")
                case .question: .optional(.text, "A better wording of the question.")
                case .force: .optional(.flag, Verdict.forceDoc)
                }
            }
        }
    }

    public typealias Result = Verdict
}

/// `answer.reject`
public enum RejectAnswer: Method {
    public static let name = "answer.reject"
    public static let summary = "Says that an answer was wrong."
    public static let effect = Effect.write

    public struct Params: Documented {
        public let id: String
        public let reason: String?

        public init(id: String, reason: String? = nil) {
            self.id = id
            self.reason = reason
        }

        public enum CodingKeys: String, FieldKey {
            case id, reason

            public var doc: Field {
                switch self {
                case .id: Field(.text, "The answer's id.")
                case .reason: .optional(.text, "Why, in the operator's words.")
                }
            }
        }
    }

    public typealias Result = Verdict
}

/// What approving, correcting or rejecting an answer did.
public struct Verdict: Documented {
    public let answer: AnswerRecord
    public let entry: Entry?
    public let label: Label
    public let told: ToldOldAnswer?

    public init(answer: AnswerRecord, entry: Entry?, label: Label, told: ToldOldAnswer? = nil) {
        self.answer = answer
        self.entry = entry
        self.label = label
        self.told = told
    }

    static let forceDoc = "Overrides every gate but personal data; false when absent."

    public enum CodingKeys: String, FieldKey {
        case answer, entry, label, told

        public var doc: Field {
            switch self {
            case .told: .optional(.object(ToldOldAnswer.self), ToldOldAnswer.doc)
            case .answer: Field(.object(AnswerRecord.self), "The answer with its feedback.")
            case .entry: .optional(.object(Entry.self), "The entry that was made or changed.")
            case .label: Field(.object(Label.self), "What calibration learns from it.")
            }
        }
    }
}

/// One labelled prediction, for calibration.
public struct Label: Documented {
    public let correct: Bool
    public let confidence: Double
    public let at: Timestamp

    public init(correct: Bool, confidence: Double, at: Timestamp) {
        self.correct = correct
        self.confidence = confidence
        self.at = at
    }

    public enum CodingKeys: String, FieldKey {
        case correct, confidence, at

        public var doc: Field {
            switch self {
            case .correct: Field(.flag, "Whether the best candidate was right.")
            case .confidence: Field(.probability, "What had been predicted.")
            case .at: Field(.time, "When a person said so.")
            }
        }
    }
}
