public import KefuDomain

/// `kb.search`
public enum SearchBase: Method {
    public static let name = "kb.search"
    public static let summary = "Finds entries and passages, best first."
    public static let effect = Effect.read

    public struct Params: Documented {
        public let query: String
        public let limit: Int?
        public let explain: Bool?

        public init(query: String, limit: Int? = nil, explain: Bool? = nil) {
            self.query = query
            self.limit = limit
            self.explain = explain
        }

        public enum CodingKeys: String, FieldKey {
            case query, limit, explain

            public var doc: Field {
                switch self {
                case .query: Field(.text, "The customer's words, in any language.")
                case .limit: .optional(.pageSize, "Most hits to return; 10 when absent.")
                case .explain:
                    .optional(.flag, "Adds engines and features to each hit; false when absent.")
                }
            }
        }
    }

    public struct Result: Documented {
        public let hits: [Hit]
        public let took: Double

        public init(hits: [Hit], took: Double) {
            self.hits = hits
            self.took = took
        }

        public enum CodingKeys: String, FieldKey {
            case hits
            case took = "took_ms"

            public var doc: Field {
                switch self {
                case .hits: Field(.list(.object(Hit.self)), "What was found, best first.")
                case .took: Field(.number, "Milliseconds it took.")
                }
            }
        }
    }
}

/// An entry or passage that a search found.
public struct Hit: Documented {
    public let id: String
    public let externalID: String?
    public let kind: HitKind
    public let question: String?
    public let answer: String?
    public let text: String?
    public let document: String?
    public let section: String?
    public let page: Int?
    public let score: Double
    public let confidence: Double
    public let engines: [Engine]?
    public let features: [Feature]?

    /// The candidate as a client sees it.
    /// - Parameter explain: whether the hit says which engines found it and what its score is of.
    public init(_ candidate: Candidate, explain: Bool) {
        let item = ItemFacts(candidate.item)
        id = candidate.item.id
        externalID = candidate.item.externalID
        kind = candidate.item.kind
        question = item.question
        answer = item.answer
        text = item.text
        document = item.document
        section = item.section
        page = item.page
        score = candidate.score
        confidence = candidate.confidence
        engines = explain ? candidate.engines.sorted { $0.rawValue < $1.rawValue } : nil
        features = explain ? candidate.features.map(Feature.init) : nil
    }

    public enum CodingKeys: String, FieldKey {
        case id
        case externalID = "external_id"
        case kind, question, answer, text, document, section, page, score, confidence, engines
        case features

        public var doc: Field {
            switch self {
            case .id: Field(.text, "The id of the entry or passage.")
            case .externalID: .optional(.text, "The id that the import row had.")
            case .kind: Field(.choice(of: HitKind.self), "Which of the two it is.")
            case .question: .optional(.text, "An entry's question.")
            case .answer: .optional(.text, "An entry's answer.")
            case .text: .optional(.text, "A passage's text.")
            case .document: .optional(.text, "A passage's document.")
            case .section: .optional(.text, "A passage's headings, outermost first.")
            case .page: .optional(.integer(1...Int.max), "A passage's page, where it has one.")
            case .score: Field(.number, "The model's score; comparable within one search.")
            case .confidence: Field(.probability, "The probability that it is right.")
            case .engines: .optional(.list(.choice(of: Engine.self)), "What found it, if asked.")
            case .features: .optional(.list(.object(Feature.self)), "What its score is made of.")
            }
        }
    }
}

/// One measured property of a candidate.
public struct Feature: Documented {
    public let name: String
    public let value: Double
    public let weight: Double
    public let share: Double

    public init(_ feature: FeatureShare) {
        name = feature.name
        value = feature.value
        weight = feature.weight
        share = feature.share
    }

    public enum CodingKeys: String, FieldKey {
        case name, value, weight, share

        public var doc: Field {
            switch self {
            case .name: Field(.text, "What was measured.")
            case .value: Field(.number, "What it measured.")
            case .weight: Field(.number, "Its weight in the model.")
            case .share: Field(.number, "Its part in the score: value times weight.")
            }
        }
    }
}

/// The members that hits, citations and alternatives show of an entry or passage.
struct ItemFacts {
    var question: String?
    var answer: String?
    var text: String?
    var document: String?
    var section: String?
    var page: Int?

    init(_ item: FoundItem) {
        switch item {
        case .entry(let entry):
            question = entry.question
            answer = entry.answer
        case .passage(let passage):
            text = passage.text
            document = passage.document
            section = passage.sectionPath
            page = passage.page
        }
    }
}
