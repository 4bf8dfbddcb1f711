import KefuDomain
import KefuRPC

/// Words for what the protocol names.
extension Phrase {
    static func candidateSource(_ source: CandidateSource) -> Phrase {
        switch source {
        case .conversation: .fromConversation
        case .correction: .fromCorrection
        }
    }

    /// - Parameter entry: what a person knows the entry by.
    static func outcome(_ does: CandidateOutcome.Does, _ entry: String) -> Phrase {
        switch does {
        case .adds: .outcomeAdds
        case .variant: .outcomeVariant(entry)
        case .replaces: .outcomeReplaces(entry)
        case .nothing: .outcomeNothing(entry)
        }
    }

    static func speaker(_ speaker: EvidenceTurn.Speaker) -> Phrase {
        switch speaker {
        case .customer: .speakerThem
        case .person: .speakerPerson
        case .bot: .speakerBot
        }
    }
}
