/// What kind of thing a search found.
public enum HitKind: String, Codable, CaseIterable, Sendable {
    case entry, passage
}

/// The ways by which a candidate can be found.
public enum Engine: String, Codable, CaseIterable, Sendable {
    /// Xapian over words, bigrams and Latin stems.
    case ranked
    /// Xapian over toneless pinyin syllable pairs.
    case pinyin
    /// FTS5 over the same terms.
    case terms
    /// FTS5 trigrams: codes, model numbers, substrings.
    case trigram
    /// The very same normalised question.
    case exact
}

/// One measured property of a candidate and its part in the result.
public struct FeatureShare: Sendable, Hashable {
    public let name: String
    public let value: Double
    public let weight: Double
    /// `weight * value`, the part it has in the score.
    public var share: Double { weight * value }

    public init(name: String, value: Double, weight: Double) {
        self.name = name
        self.value = value
        self.weight = weight
    }
}

/// An entry or a passage that a question found.
public enum FoundItem: Sendable, Hashable {
    case entry(Entry)
    case passage(Passage)

    /// The id on the wire.
    public var id: String {
        switch self {
        case .entry(let entry): entry.id
        case .passage(let passage): passage.id
        }
    }

    /// The id that the imported row had.
    public var externalID: String? {
        switch self {
        case .entry(let entry): entry.externalID
        case .passage(let passage): passage.externalID
        }
    }

    public var kind: HitKind {
        switch self {
        case .entry: .entry
        case .passage: .passage
        }
    }

    /// What the customer would get.
    public var answer: String {
        switch self {
        case .entry(let entry): entry.answer
        case .passage(let passage): passage.text
        }
    }
}

/// A found item with its score, its confidence, and the evidence for both.
public struct Candidate: Sendable {
    public let item: FoundItem
    /// The wording that matched best: the question, a variant, or the passage's title.
    public let wording: String
    public let engines: Set<Engine>
    public let features: [FeatureShare]
    /// The model's linear score; the confidence is monotone in it.
    public let score: Double
    /// The probability, 0 to 1, that this is the right answer.
    public let confidence: Double

    public init(
        item: FoundItem, wording: String, engines: Set<Engine>, features: [FeatureShare],
        score: Double, confidence: Double
    ) {
        self.item = item
        self.wording = wording
        self.engines = engines
        self.features = features
        self.score = score
        self.confidence = confidence
    }
}
