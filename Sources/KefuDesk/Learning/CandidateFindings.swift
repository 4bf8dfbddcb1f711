import FoundationEssentials
import KefuDomain
import KefuStore

/// What was found out about a candidate, as it is kept with it.
struct CandidateFindings: Codable, Sendable {
    /// One feature of its quality.
    struct Part: Codable, Sendable {
        let feature: QualityFeature
        let value: Double
        let weight: Double
        let share: Double
    }

    /// A gate that objects.
    struct Gate: Codable, Sendable {
        let gate: LearningGate
        let english: String
        let chinese: String
        /// The ids of the entries that it protects, each with the wording concerned.
        let with: [With]

        struct With: Codable, Sendable {
            let id: String
            let question: String
        }
    }

    var parts: [Part] = []
    var gates: [Gate] = []
    var does = LearningOutcome.nothing
    /// The id of the entry that it would change.
    var entry: String?
    var expiresAt: Timestamp?

    init(_ quality: Quality, _ weighed: Weighed?) {
        parts = quality.parts.map {
            Part(feature: $0.feature, value: $0.value, weight: $0.weight, share: $0.share)
        }
        guard let weighed else { return }
        gates = weighed.objections.map { Gate($0) }
        does = weighed.does
        entry = weighed.entry?.id
        expiresAt = weighed.expiresAt
    }

    /// Reads what `json` wrote; `nil` once it is not kept.
    init?(kept json: String) throws {
        guard !json.isEmpty else { return nil }
        self = try JSONDecoder().decode(CandidateFindings.self, from: Data(json.utf8))
    }

    func json() throws -> String {
        String(decoding: try JSONEncoder().encode(self), as: UTF8.self)
    }
}

extension CandidateFindings.Gate {
    init(_ refused: Refused) {
        self.init(
            gate: refused.gate, english: refused.why.english, chinese: refused.why.chinese,
            with: refused.with.map { With(id: $0.id, question: $0.question) })
    }

    var why: Phrase { Phrase(english, chinese) }
}
