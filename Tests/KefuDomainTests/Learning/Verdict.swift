@testable import KefuDomain

/// What the rules make of a dialogue.
struct Verdict {
    /// The kind of dialogue that they take it for; `nil` for one that waits or is dropped for another
    /// reason than the classes have.
    let kind: Dialogue.Class?
    let links: Set<Dialogue.Link>
    let pairs: [LearnedPair]
    /// For a person who reads the figures.
    let why: String

    init(_ dialogue: Dialogue) {
        pairs = Pairing.pairs(of: dialogue.turns)
        links = Set(pairs.map { .init(question: $0.questionMessages, answer: $0.answerMessages) })
        let judged = pairs.map { Judged($0, dialogue) }
        guard let worst = judged.min(by: { $0.quality.value < $1.quality.value }) else {
            let asksBack = dialogue.turns.contains {
                $0.speaker == .person && AnswerReading($0.text).onlyAsksBack
            }
            (kind, why) = (asksBack ? .questionBack : .courtesy, "no pair")
            return
        }
        let isSeveral = pairs.count > 1 || pairs.contains { $0.answerMessages.count > 1 }
        kind = worst.kind(several: isSeveral)
        why = worst.description
    }
}

/// A pair with its quality and the gates that need no base.
private struct Judged: CustomStringConvertible {
    let pair: LearnedPair
    let quality: Quality
    let agreement: AnswerAgreement?
    let personal: [PersonalData]

    init(_ pair: LearnedPair, _ dialogue: Dialogue) {
        self.pair = pair
        agreement = dialogue.base.map { AnswerAgreement.of(pair.answer, $0) }
        personal = PersonalData.kinds(in: pair.question + "\n" + pair.answer)
        quality = Quality.of(
            pair, facts: QualityFacts(agreement: agreement), now: dialogue.now)
    }

    func kind(several: Bool) -> Dialogue.Class? {
        let fate = quality.fate(LearningThresholds())
        if agreement == .contradicts, fate != .enters { return .contradicts }
        if !personal.isEmpty { return .personal }
        if fate == .enters { return several ? .twoAnswers : .good }
        switch quality.obstacle {
        case .isInformative: return .courtesy
        case .decides: return .questionBack
        case .isSelfContained: return .picture
        case .standsAlone where pair.hasAttachment: return .picture
        case .isGeneral: return .personal
        case .isCurrent: return .outOfDate
        default: return nil
        }
    }

    var description: String {
        let low = quality.parts.filter {
            $0.value < 0.9 && ![.asked, .agrees].contains($0.feature)
        }
        .map { "\($0.feature.rawValue)=\($0.value)" }.joined(separator: " ")
        return "\(quality.value) \(low) \(personal) \(agreement.map { "\($0)" } ?? "")"
            + " Q[\(pair.question)] A[\(pair.answer)]"
    }
}
