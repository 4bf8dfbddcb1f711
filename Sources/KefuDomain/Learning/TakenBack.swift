/// An entry from which one change was taken out again.
public struct TakenBack: Sendable, Hashable {
    /// The entry without the change.
    public let entry: Entry
    /// Whether all of the change could be taken out; false where somebody has changed the same since.
    public let isWhole: Bool
}

extension Entry {
    /// The entry without a change that was made to it before: whatever else was changed since stays.
    ///
    /// A member that still is as the change left it becomes what it was before. Of wordings, those
    /// that came with the change go, and those that went come back to their places.
    /// - Parameters:
    ///   - before: the entry as it was before the change.
    ///   - after: as the change left it.
    public func takingBack(from before: Entry, to after: Entry) -> TakenBack {
        var result = self
        var isWhole = true
        func restore<Value: Equatable>(_ member: WritableKeyPath<Entry, Value>) {
            let (old, new) = (before[keyPath: member], after[keyPath: member])
            guard old != new, self[keyPath: member] != old else { return }
            if self[keyPath: member] == new {
                result[keyPath: member] = old
            } else {
                isWhole = false
            }
        }
        restore(\.question)
        restore(\.answer)
        restore(\.category)
        restore(\.tags)
        restore(\.status)
        restore(\.source)
        restore(\.review)
        restore(\.expiresAt)
        restore(\.externalID)
        result.variants = variants.takingBack(from: before.variants, to: after.variants)
        result.negatives = negatives.takingBack(from: before.negatives, to: after.negatives)
        return TakenBack(entry: result, isWhole: isWhole)
    }

    /// Whether two states of an entry say the same; when they were made and how often they were the
    /// answer aside.
    public func saysTheSame(as other: Entry) -> Bool {
        var other = other
        (other.id, other.hits) = (id, hits)
        (other.createdAt, other.updatedAt) = (createdAt, updatedAt)
        return self == other
    }
}

extension [String] {
    /// The list without what one change did to it.
    fileprivate func takingBack(from before: [String], to after: [String]) -> [String] {
        if self == after { return before }
        let (old, new) = (Set(before), Set(after))
        var result = filter { old.contains($0) || !new.contains($0) }
        for (place, text) in before.enumerated() where !new.contains(text) {
            guard !result.contains(text) else { continue }
            result.insert(text, at: Swift.min(place, result.count))
        }
        return result
    }
}
