/// The words of learning's own lists.
extension Phrase {
    /// A gate by its name on the wire; an unknown one as it is.
    public static func gateName(_ name: String) -> Phrase {
        switch name {
        case "personal_data": .gatePersonalData
        case "contradiction": .gateContradiction
        case "take_over": .gateTakeOver
        case "automatic_off": .gateAutomaticOff
        default: Phrase(verbatim: name)
        }
    }

    public static func learnedBy(_ by: LearnedBy) -> Phrase {
        switch by {
        case .itself: .byItself
        case .review: .byReview
        case .verdict: .byVerdict
        case .gap: .byGap
        }
    }

    public static func learningAct(_ act: LearningAct) -> Phrase {
        switch act {
        case .adds: .actAdds
        case .variant: .actVariant
        case .drops: .actDrops
        case .negative: .actNegative
        case .replaces: .actReplaces
        case .promotes: .actPromotes
        case .withdraws: .actWithdraws
        }
    }
}
