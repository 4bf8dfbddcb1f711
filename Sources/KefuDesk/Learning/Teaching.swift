import KefuDomain
import KefuStore

/// Words that may be learned: what was asked, and what a person says to it.
struct Teaching: Sendable {
    var question: String
    var answer: String
    /// The entry that answered before, and whose answer a person now replaces.
    var cited: Int64?
    /// Whether no person has looked at it: then the gates are narrower, and personal data is removed
    /// rather than refused.
    var isAutomatic = false
    /// The entry in the shadow that would have said the same.
    var shadow: Int64?
    /// When the answer was said: what it says of 今天 counts from there; `nil`: now.
    var saidAt: Timestamp?
    var at: Timestamp
}

/// What the gates made of it.
struct Weighed: Sendable {
    /// Without personal data, where that could be removed.
    let question: String
    let answer: String
    /// What it would do to the base, in order; empty when the base says so already.
    var plan: [Lesson.Change] = []
    var does = LearningOutcome.nothing
    /// The entry that it would change, or that says so already.
    var entry: Entry?
    var objections: [Refused] = []
    /// How it goes with what the base says to the question; `nil` where it says nothing.
    var agreement: AnswerAgreement?
    var expiresAt: Timestamp?
}

/// How something would enter the base.
enum LearningOutcome: String, Codable, Sendable {
    case adds, variant, replaces, nothing
}

/// A gate that something does not pass.
struct Refused: Sendable {
    let gate: LearningGate
    let why: Phrase
    /// The entries that it protects, each with the wording concerned.
    var with: [Entry] = []

    var error: KefuError {
        let (what, hint): (Phrase, Phrase) =
            switch gate {
            case .personalData: (.holdsPersonalData, .removePersonalData)
            case .contradiction: (.wouldContradict, .forceOrEdit)
            case .takeOver: (.wouldTakeOver, .narrowOrForce)
            case .automaticOff: (.automaticIsOff, .approveIt)
            }
        return KefuError(
            .conflict, what, why: why, hint: hint, conflicts: with.map { Reference($0) })
    }
}

extension Weighed {
    /// - Parameter isForced: whether the operator insists, which no gate but personal data withstands.
    /// - Throws: `ErrorCode.conflict` with the entries that the first objection protects.
    func refuse(unless isForced: Bool) throws {
        let standing = objections.filter { !isForced || !$0.gate.canBeForced }
        if let first = standing.first { throw first.error }
    }
}

extension Connection {
    /// Puts into the base what passed the gates.
    /// - Returns: what became of it; `nil` where there is neither a change nor an entry.
    func teach(
        _ weighed: Weighed, by: LearnedBy, from source: Lesson.Source, at: Timestamp
    ) throws -> Learned? {
        var last: Learned?
        for change in weighed.plan {
            last = try learn(Lesson(change, by: by, from: source, at: at))
        }
        return last ?? weighed.entry.map { Learned(entry: $0, event: nil) }
    }
}

extension Reference {
    init(_ entry: Entry) {
        self.init(id: entry.id, question: entry.question, answer: entry.answer)
    }
}
