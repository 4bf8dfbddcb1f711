import KefuDomain
import Synchronization

/// What clients can subscribe to.
public enum EventTopic: String, CaseIterable, Sendable {
    case message, handoff, status, overdue, learned, imported, alert
}

/// One thing that happened, numbered in the order of happening.
struct Event: Sendable {
    let sequence: Int
    let topic: EventTopic
    let at: Timestamp
    /// The records that it is about, never a customer's words.
    let data: [String: String]
}

/// Numbers events, keeps the latest, and hands each to its subscribers.
///
/// Numbers grow across restarts as long as the clock does: they begin at the second of the start,
/// shifted to leave room for a million events each second.
final class EventHub: Sendable {
    typealias Receiver = @Sendable (Event) -> Bool

    private struct State {
        var next: Int
        var kept: [Event] = []
        var receivers: [Int: Receiver] = [:]
        var nextReceiver = 0
    }

    private let state: Mutex<State>
    private static let keptEvents = 4096

    init(startedAt now: Timestamp) {
        state = Mutex(State(next: Int(max(0, now.milliseconds / 1000)) << 20 + 1))
    }

    /// Publishes an event; a receiver that returns `false` is gone and is taken off the list.
    func publish(_ topic: EventTopic, at: Timestamp, _ data: [String: String]) {
        state.withLock { state in
            let event = Event(sequence: state.next, topic: topic, at: at, data: data)
            state.next += 1
            state.kept.append(event)
            if state.kept.count > 2 * Self.keptEvents {
                state.kept.removeFirst(state.kept.count - Self.keptEvents)
            }
            // Under the lock, so that every subscriber sees the same order.
            for (id, receiver) in state.receivers where !receiver(event) {
                state.receivers[id] = nil
            }
        }
    }

    /// Adds a subscriber.
    /// - Parameter since: events after this number are handed over again first.
    /// - Returns: the number of the latest event, and the range of those that are no longer kept.
    func subscribe(
        since: Int?, _ receiver: @escaping Receiver
    ) -> (sequence: Int, lost: ClosedRange<Int>?) {
        state.withLock { state in
            let latest = state.next - 1
            var lost: ClosedRange<Int>?
            if let since, since < latest {
                let oldest = state.kept.first?.sequence ?? state.next
                if since + 1 < oldest { lost = since + 1...oldest - 1 }
                for event in state.kept where event.sequence > since { _ = receiver(event) }
            }
            state.receivers[state.nextReceiver] = receiver
            state.nextReceiver += 1
            return (latest, lost)
        }
    }
}
