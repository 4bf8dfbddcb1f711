import KefuDomain
import KefuRPC
import Synchronization

/// Numbers events, keeps the latest, and hands each to its subscribers.
///
/// Numbers grow across restarts as long as the clock does: they begin at the second of the start,
/// shifted to leave room for a million events each second.
final class EventHub: Sendable {
    /// Takes an event; `false` says that the subscriber is gone.
    typealias Receiver = @Sendable (Event.Params) -> Bool

    private struct State {
        var next: Int
        var kept: [Event.Params] = []
        var receivers: [Int: Receiver] = [:]
        var nextReceiver = 0
    }

    private let state: Mutex<State>
    private static let keptEvents = 4096

    init(startedAt now: Timestamp) {
        state = Mutex(State(next: (Int(max(0, now.milliseconds / 1000)) << 20) + 1))
    }

    /// Publishes an event about records, by their ids; never a customer's words.
    func publish(_ topic: EventTopic, at: Timestamp, _ data: JSONValue) {
        state.withLock { state in
            let event = Event.Params(seq: state.next, topic: topic, at: at, data: data)
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

    /// Adds a subscriber, who first gets again what is kept of the events after `since`.
    /// - Returns: the number of the latest event.
    func subscribe(
        since: Int?, lost: (ClosedRange<Int>) -> Void, _ receiver: @escaping Receiver
    ) -> Int {
        state.withLock { state in
            let latest = state.next - 1
            if let since, since < latest {
                let oldest = state.kept.first?.seq ?? state.next
                if since + 1 < oldest { lost(since + 1...oldest - 1) }
                for event in state.kept where event.seq > since { _ = receiver(event) }
            }
            state.receivers[state.nextReceiver] = receiver
            state.nextReceiver += 1
            return latest
        }
    }
}
