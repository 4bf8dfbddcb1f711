import KefuDomain
import KefuRPC
import KefuSearch

/// What a customer reads of a candidate, and what a citation shows of it.
enum Quotation {
    /// Up to so many characters a passage is given whole.
    static let wholePassage = 300

    /// What would be sent: an entry's answer, or the part of a passage that speaks of the question.
    static func content(of candidate: Candidate, for question: String) -> String {
        switch candidate.item {
        case .entry(let entry):
            return entry.answer
        case .passage(let passage):
            guard passage.text.count > wholePassage else { return passage.text }
            return Quote.best(in: passage.text, for: question, limit: wholePassage)
        }
    }

    /// The citation of a candidate, with the words that carry the answer.
    static func citation(of candidate: Candidate, for question: String) -> Citation {
        Citation(
            candidate.item,
            quote: Quote.best(in: candidate.item.answer, for: question))
    }
}
