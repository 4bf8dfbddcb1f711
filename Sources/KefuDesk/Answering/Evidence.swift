import FoundationEssentials
import KefuDomain
import KefuRPC

/// What an answer rested on, as it is kept with it.
struct Evidence: Codable, Sendable {
    let citations: [Citation]
    let alternatives: [Alternative]
    let isDraft: Bool
    /// The question that a pick answers: verdicts are about it, not about a bare number.
    let clarified: String?
    /// The question as it was understood, where its words alone did not say it.
    let completed: String?
    /// The best candidates with every feature, as `answer.explain` shows them.
    let explained: [ExplainedCandidate]
    let thresholds: ThresholdsInForce

    /// So many candidates are kept with all their features.
    private static let explainedCandidates = 3

    init(_ response: Response, citations: [Citation], thresholds: Thresholds) {
        self.citations = citations
        alternatives = response.alternatives.map { Alternative($0) }
        isDraft = response.decision.isDraftOnly
        clarified = response.clarified
        completed = response.completed
        explained = response.alternatives.prefix(Self.explainedCandidates).map {
            ExplainedCandidate($0)
        }
        self.thresholds = ThresholdsInForce(thresholds)
    }

    /// Reads what `json` wrote.
    init(json: String) throws {
        self = try JSONDecoder().decode(Evidence.self, from: Data(json.utf8))
    }

    /// Reads what is kept of it; `nil` once its words are not kept.
    init?(kept json: String) throws {
        guard !json.isEmpty else { return nil }
        try self.init(json: json)
    }

    func json() throws -> String {
        String(decoding: try JSONEncoder().encode(self), as: UTF8.self)
    }
}

extension Evidence {
    /// The question that verdicts are about: a bare `2` or 那双枪的呢 alone asks nothing.
    func meant(by question: String) -> String { clarified ?? completed ?? question }
}
