public import KefuDomain

/// A question with a person's answer that may enter the base.
public struct CandidateView: Documented {
    public let id: String
    public let question: String
    public let answer: String
    public let quality: Double
    public let reasons: [QualityReason]
    public let conflicts: [RivalEntry]
    public let source: CandidateSource
    public let gates: [GateObjection]
    public let outcome: CandidateOutcome
    public let provenance: Provenance
    public let conversation: [EvidenceTurn]

    public init(
        id: String, question: String, answer: String, quality: Double, reasons: [QualityReason],
        conflicts: [RivalEntry], source: CandidateSource, gates: [GateObjection],
        outcome: CandidateOutcome, provenance: Provenance, conversation: [EvidenceTurn]
    ) {
        self.id = id
        self.question = question
        self.answer = answer
        self.quality = quality
        self.reasons = reasons
        self.conflicts = conflicts
        self.source = source
        self.gates = gates
        self.outcome = outcome
        self.provenance = provenance
        self.conversation = conversation
    }

    public enum CodingKeys: String, FieldKey {
        case id, question, answer, quality, reasons, conflicts, source, gates, outcome, provenance
        case conversation

        public var doc: Field {
            switch self {
            case .id: Field(.text, "The candidate's id.")
            case .question: Field(.text, "What the customer wanted to know.")
            case .answer: Field(.text, "What a person said to it.")
            case .quality: Field(.probability, "How fit it is to be learned.")
            case .reasons: Field(.list(.object(QualityReason.self)), "What the quality is made of.")
            case .conflicts:
                Field(.list(.object(RivalEntry.self)), "Entries that say otherwise.")
            case .source: Field(.choice(of: CandidateSource.self), "Where it came from.")
            case .gates:
                Field(.list(.object(GateObjection.self)), "What keeps it out; empty when nothing.")
            case .outcome: Field(.object(CandidateOutcome.self), "What approving it would do.")
            case .provenance: Field(.object(Provenance.self), "Whose words it is made of.")
            case .conversation:
                Field(
                    .list(.object(EvidenceTurn.self)), "What was said around it, oldest first.")
            }
        }
    }
}

/// Where a candidate came from.
public enum CandidateSource: String, Codable, CaseIterable, Sendable {
    /// A person answered a customer.
    case conversation
    /// The operator corrected an answer.
    case correction
}

/// One feature of a candidate's quality.
public struct QualityReason: Documented, Hashable {
    public let feature: String
    public let value: Double
    public let weight: Double
    public let share: Double
    public let text: String

    public init(feature: String, value: Double, weight: Double, share: Double, text: String) {
        self.feature = feature
        self.value = value
        self.weight = weight
        self.share = share
        self.text = text
    }

    public enum CodingKeys: String, FieldKey {
        case feature, value, weight, share, text

        public var doc: Field {
            switch self {
            case .feature: Field(.text, "Its name.")
            case .value: Field(.number, "What was found.")
            case .weight: Field(.number, "How much it counts.")
            case .share: Field(.number, "What it adds to the quality, or takes.")
            case .text: Field(.text, "The same in words, in the daemon's language.")
            }
        }
    }
}

/// An entry that stands against a candidate.
public struct RivalEntry: Documented, Hashable {
    public let id: String
    public let question: String
    public let answer: String
    public let status: EntryStatus

    public init(id: String, question: String, answer: String, status: EntryStatus) {
        self.id = id
        self.question = question
        self.answer = answer
        self.status = status
    }

    public init(_ entry: Entry) {
        self.init(
            id: entry.id, question: entry.question, answer: entry.answer, status: entry.status)
    }

    public enum CodingKeys: String, FieldKey {
        case id, question, answer, status

        public var doc: Field {
            switch self {
            case .id: Field(.text, "The entry's id.")
            case .question: Field(.text, "Its question, in the wording concerned.")
            case .answer: Field(.text, "Its answer.")
            case .status: Field(.choice(of: EntryStatus.self), "Whether it answers customers.")
            }
        }
    }
}

/// A gate that a candidate does not pass.
public struct GateObjection: Documented, Hashable {
    public let gate: String
    public let text: String
    public let canBeForced: Bool
    public let with: [RivalEntry]

    public init(gate: String, text: String, canBeForced: Bool, with: [RivalEntry] = []) {
        self.gate = gate
        self.text = text
        self.canBeForced = canBeForced
        self.with = with
    }

    public enum CodingKeys: String, FieldKey {
        case gate, text
        case canBeForced = "can_be_forced"
        case with

        public var doc: Field {
            switch self {
            case .gate: Field(.text, "The gate's name.")
            case .text: Field(.text, "Why it objects, in the daemon's language.")
            case .canBeForced: Field(.flag, "Whether `force` overrides it.")
            case .with: Field(.list(.object(RivalEntry.self)), "The entries that it protects.")
            }
        }
    }
}

/// What approving a candidate would do.
public struct CandidateOutcome: Documented, Hashable {
    /// The ways into the base.
    public enum Does: String, Codable, CaseIterable, Sendable {
        /// A new entry.
        case adds
        /// Another wording of an entry that says the same.
        case variant
        /// Another answer in the entry that holds the question.
        case replaces
        /// Nothing: the base says so already.
        case nothing
    }

    public let does: Does
    public let entry: RivalEntry?
    public let expiresAt: Timestamp?

    public init(does: Does, entry: RivalEntry? = nil, expiresAt: Timestamp? = nil) {
        self.does = does
        self.entry = entry
        self.expiresAt = expiresAt
    }

    public enum CodingKeys: String, FieldKey {
        case does, entry
        case expiresAt = "expires_at"

        public var doc: Field {
            switch self {
            case .does: Field(.choice(of: Does.self), "How it would enter.")
            case .entry: .optional(.object(RivalEntry.self), "The entry that it would change.")
            case .expiresAt: .optional(.time, "When the answer would go stale.")
            }
        }
    }
}
