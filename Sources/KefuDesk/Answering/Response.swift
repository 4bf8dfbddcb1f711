import KefuDomain
import KefuRPC

/// What would be sent, and on which evidence.
struct Response: Sendable {
    let decision: RouteDecision
    let content: String
    /// The probability that the answer is right; 1 for what rules answer, 0 without evidence.
    let confidence: Double
    /// What the content is taken from, best first.
    let cited: [Candidate]
    /// The likeliest candidates, best first.
    let alternatives: [Candidate]
    /// The question that the customer was asked back about, when this answers their pick.
    var clarified: String?
    /// The question as it was understood from what was said before, where it could not stand alone.
    var completed: String?
}

extension Response {
    /// The entry that a reply came from.
    var citedEntry: Int64? {
        guard let best = cited.first, let id = RecordID(best.item.id), id.kind == .entry else {
            return nil
        }
        return id.row
    }

    func citations(for question: Question) -> [Citation] {
        cited.map { Quotation.citation(of: $0, for: completed ?? question.text) }
    }
}
