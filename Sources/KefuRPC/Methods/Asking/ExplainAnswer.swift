public import KefuDomain

/// `answer.explain`
public enum ExplainAnswer: Method {
    public static let name = "answer.explain"
    public static let summary = "Says how an answer came about, or how one to a question would."
    public static let effect = Effect.read

    public struct Params: Documented {
        public let id: String?
        public let question: String?
        public let features: Bool?

        public init(id: String, features: Bool? = nil) {
            self.id = id
            question = nil
            self.features = features
        }

        public init(question: String, features: Bool? = nil) {
            id = nil
            self.question = question
            self.features = features
        }

        public enum CodingKeys: String, FieldKey {
            case id, question, features

            public var doc: Field {
                switch self {
                case .id: .optional(.text, "A past answer's id; or else a question.")
                case .question: .optional(.text, "A question to try; nothing is kept of it.")
                case .features:
                    .optional(.flag, "Whether candidates come with features; true when absent.")
                }
            }
        }
    }

    public struct Result: Documented {
        public let candidates: [ExplainedCandidate]
        public let route: Action
        public let confidence: Double
        public let choices: [String]
        public let reason: String
        public let thresholds: ThresholdsInForce
        /// The question as understood, where its words alone did not say it.
        public let completed: String?

        public init(
            candidates: [ExplainedCandidate], route: Action, confidence: Double, choices: [String],
            reason: String, thresholds: ThresholdsInForce, completed: String? = nil
        ) {
            self.candidates = candidates
            self.route = route
            self.confidence = confidence
            self.choices = choices
            self.reason = reason
            self.thresholds = thresholds
            self.completed = completed
        }

        public enum CodingKeys: String, FieldKey {
            case candidates, route, confidence, choices, reason, thresholds, completed

            public var doc: Field {
                switch self {
                case .candidates:
                    Field(.list(.object(ExplainedCandidate.self)), "What was found, best first.")
                case .route: Field(.choice(of: Action.self), "What was, or would be, decided.")
                case .confidence: Field(.probability, "The confidence of the answer.")
                case .choices:
                    Field(.list(.text), "The candidates that asking back puts, or put, by id.")
                case .reason: Field(.text, "Why.")
                case .thresholds:
                    Field(.object(ThresholdsInForce.self), "The thresholds that decided.")
                case .completed:
                    .optional(.text, "The question as understood, where it could not stand alone.")
                }
            }
        }
    }
}

/// The confidences from which an answer is given, or a question asked back.
public struct ThresholdsInForce: Documented {
    public let reply: Double
    public let clarify: Double

    public init(_ thresholds: Thresholds) {
        reply = thresholds.reply
        clarify = thresholds.clarify
    }

    public enum CodingKeys: String, FieldKey {
        case reply, clarify

        public var doc: Field {
            switch self {
            case .reply: Field(.probability, "From here on the answer is given.")
            case .clarify: Field(.probability, "From here on the customer is asked back.")
            }
        }
    }
}

/// A candidate with all the evidence for it.
public struct ExplainedCandidate: Documented {
    public let id: String
    public let externalID: String?
    public let kind: HitKind
    public let question: String?
    public let section: String?
    public let wording: String
    public let engines: [Engine]
    public private(set) var features: [Feature]
    public let score: Double
    public let confidence: Double

    public init(_ candidate: Candidate) {
        let facts = ItemFacts(candidate.item)
        id = candidate.item.id
        externalID = candidate.item.externalID
        kind = candidate.item.kind
        question = facts.question
        section = facts.section
        wording = candidate.wording
        engines = candidate.engines.sorted { $0.rawValue < $1.rawValue }
        features = candidate.features.map(Feature.init)
        score = candidate.score
        confidence = candidate.confidence
    }

    /// The same without what its score is made of.
    public var withoutFeatures: ExplainedCandidate {
        var copy = self
        copy.features = []
        return copy
    }

    public enum CodingKeys: String, FieldKey {
        case id
        case externalID = "external_id"
        case kind, question, section, wording, engines, features, score, confidence

        public var doc: Field {
            switch self {
            case .id: Field(.text, "The id of the entry or passage.")
            case .externalID: .optional(.text, "The id that the import row had.")
            case .kind: Field(.choice(of: HitKind.self), "Which of the two it is.")
            case .question: .optional(.text, "An entry's question.")
            case .section: .optional(.text, "A passage's headings, outermost first.")
            case .wording: Field(.text, "The wording that matched best.")
            case .engines: Field(.list(.choice(of: Engine.self)), "What found it.")
            case .features: Field(.list(.object(Feature.self)), "What its score is made of.")
            case .score: Field(.number, "The model's score.")
            case .confidence: Field(.probability, "The probability that it is right.")
            }
        }
    }
}
