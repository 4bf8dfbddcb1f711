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
        explained = response.alternatives.prefix(Self.explainedCandidates).map {
            ExplainedCandidate($0)
        }
        self.thresholds = ThresholdsInForce(thresholds)
    }

    /// Reads what `json` wrote.
    init(json: String) throws {
        self = try JSONDecoder().decode(Evidence.self, from: Data(json.utf8))
    }

    func json() throws -> String {
        String(decoding: try JSONEncoder().encode(self), as: UTF8.self)
    }
}
