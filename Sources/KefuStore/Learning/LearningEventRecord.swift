public import KefuDomain

/// A change that learning made to the base.
public struct LearningEventRecord: Sendable {
    public let row: Int64
    public let at: Timestamp
    public let entry: Int64
    public let act: LearningAct
    public let by: LearnedBy
    /// The number of the entry's state that it led to.
    public let revision: Int
    public let source: Lesson.Source
    public let undoneAt: Timestamp?
    /// The entry before and after, as far as its states are kept; before is `nil` for a new one.
    public internal(set) var before: Entry?
    public internal(set) var after: Entry?
    /// The entry as it is; `nil` once it was removed.
    public internal(set) var present: Entry?
    /// The messages that it came from, oldest first.
    public internal(set) var messages: [Int64] = []

    /// The wording that was learned, or of the entry where none was.
    public var wording: String {
        guard let after else { return "" }
        let old = Set(before.map { [$0.question] + $0.variants + $0.negatives } ?? [])
        let texts = [after.question] + after.variants + after.negatives
        let came = texts.first { !old.contains($0) }
        let went = before?.variants.first { !after.variants.contains($0) }
        return came ?? went ?? after.question
    }

    /// The texts of the entry that came with it.
    var newTexts: Set<String> {
        guard let after else { return [] }
        func texts(_ entry: Entry) -> Set<String> {
            Set([entry.question] + entry.variants + entry.negatives)
        }
        return texts(after).subtracting(before.map(texts) ?? [])
    }
}

/// Which learned changes a list shows; `nil` means all.
public struct LearningFilter: Sendable {
    public var entry: Int64?
    public var since: Timestamp?

    public init(entry: Int64? = nil, since: Timestamp? = nil) {
        (self.entry, self.since) = (entry, since)
    }
}
