import KefuDomain
import KefuStore

/// A question that the base asks itself, with what should come of it.
struct Probe: Sendable {
    /// How the question was made, and what is right.
    enum Kind: String, CaseIterable, Sendable {
        /// An entry's wording, worded otherwise: its answer is right.
        case reworded
        /// A wording that the base must do without: its answer is right.
        case wordingAway = "wording_away"
        /// A wording whose answer the base must do without: nothing is right.
        case answerAway = "answer_away"
        /// A question cut from a passage: that passage is right.
        case cut
        /// A question cut from a passage that the base must do without: nothing is right.
        case passageAway = "passage_away"

        /// Whether something in the base answers it.
        var isAnswerable: Bool { self != .answerAway && self != .passageAway }
    }

    let kind: Kind
    let question: String
    /// The entry or passage that it comes from.
    let origin: ItemID
    /// What must not be found.
    let away: [UnitID]
    /// What is right; `nil` when nothing is.
    let answer: AnswerID?
    /// Which of the intent models has not seen what is away; `nil` for the full one.
    let fold: Fold?

    /// A part of the wordings, or of the answers, that an intent model was learned without.
    enum Fold: Hashable, Sendable {
        case wordings(Int)
        case answers(Int)

        static let count = 5
    }
}
