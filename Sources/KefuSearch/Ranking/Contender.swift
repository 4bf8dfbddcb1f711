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
    let wording: String
    let text: MatchText
    let engines: EngineSet
    var features: FeatureVector
    /// The ranking score.
    var rank: Double

    init(
        item: ItemID, wording: String, text: MatchText, engines: EngineSet,
        features: FeatureVector, model: RankingModel
    ) {
        self.item = item
        self.wording = wording
        self.text = text
        self.engines = engines
        self.features = features
        rank = model.order.score(features)
    }
}

/// An item with its best contender.
struct RankedItem: Sendable {
    let item: FoundItem
    var best: Contender
    /// The other wordings of the item that were found.
    var others: [Contender]
    /// Equal for items with the same answer.
    let answer: Int
}
