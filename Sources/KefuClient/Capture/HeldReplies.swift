/// Results that wait until a person could have written them (`--delay`).
struct HeldReplies {
    /// A result that was not told yet.
    struct Held {
        let number: Int
        let delivery: Delivery
        let answer: Answered
        let wasQueued: Bool
        fileprivate(set) var due: ContinuousClock.Instant
    }

    /// In the order in which they came.
    private var held: [Held] = []

    var isEmpty: Bool { held.isEmpty }

    /// Holds a result; it is not told before an earlier one of its conversation.
    mutating func hold(
        _ number: Int, _ delivery: Delivery, _ answer: Answered, wasQueued: Bool,
        until due: ContinuousClock.Instant
    ) {
        let earlier = held.last { $0.delivery.lane == delivery.lane }?.due
        held.append(
            Held(
                number: number, delivery: delivery, answer: answer, wasQueued: wasQueued,
                due: max(due, earlier ?? due)))
    }

    /// Takes out the results whose answers a newer one supersedes.
    mutating func take(supersededBy answer: Answered) -> [Held] {
        guard !held.isEmpty else { return [] }
        let gone = Set(answer.supersedes)
        return take { held in held.answer.answerID.map(gone.contains) ?? false }
    }

    /// Takes out the results whose time has come.
    /// - Parameter isBusy: whether a message of that conversation is being answered: it may
    ///   supersede the result.
    mutating func take(
        dueAt now: ContinuousClock.Instant, unless isBusy: (_ lane: String) -> Bool
    ) -> [Held] {
        take { $0.due <= now && !isBusy($0.delivery.lane) }
    }

    /// Takes out all of them.
    mutating func takeAll() -> [Held] { take { _ in true } }

    /// When the next one's time comes; those whose time has come wait for something else.
    func nextDue(after now: ContinuousClock.Instant) -> ContinuousClock.Instant? {
        held.lazy.map(\.due).filter { $0 > now }.min()
    }

    private mutating func take(where isGone: (Held) -> Bool) -> [Held] {
        let gone = held.filter(isGone)
        held.removeAll(where: isGone)
        return gone
    }
}
