import KefuDomain
import KefuStore

/// What a candidate belongs to: an entry by its row, or a passage by its own.
struct ItemID: Hashable, Sendable, Comparable {
    let kind: HitKind
    let row: Int64

    static func < (one: ItemID, other: ItemID) -> Bool {
        (one.row, one.kind == .entry ? 0 : 1) < (other.row, other.kind == .entry ? 0 : 1)
    }
}

/// One wording or passage laid beside the question.
struct Contender: Sendable {
    let item: ItemID
    /// Equal for contenders that say the same to the customer.
    let answer: AnswerID
    let wording: String
    let text: MatchText
    let engines: EngineSet
    var features: FeatureVector
    /// The ranking score, on one scale for all kinds.
    var rank: Double
    /// The score among its own kind: what is told of its rivals is measured on that.
    var standing = 0.0
}

/// What a contender would tell the customer: the digest of an entry's answer, or a passage.
struct AnswerID: Hashable, Sendable {
    let kind: HitKind
    let number: Int64
}

/// An item with its best contender.
struct RankedItem: Sendable {
    let item: FoundItem
    var best: Contender
    /// The other wordings of the item that were found.
    var others: [Contender]

    var answer: AnswerID { best.answer }
    var contenders: [Contender] { [best] + others }
}
