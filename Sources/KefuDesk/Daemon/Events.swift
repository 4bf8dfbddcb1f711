import KefuDomain
import KefuRPC
import Synchronization

/// Numbers events, keeps the latest, and hands each to its subscribers.
///
/// Numbers grow across restarts as long as the clock does: they begin at the second of the start,
/// shifted to leave room for a million events each second.
final class EventHub: Sendable {
    private struct State {
        var next: Int
        var kept: [Event.Params] = []
        var subscribers: [Subscriber] = []
    }

    private let state: Mutex<State>
    private static let keptEvents = 4096

    init(startedAt now: Timestamp) {
        state = Mutex(State(next: (Int(max(0, now.milliseconds / 1000)) << 20) + 1))
    }

    /// The number of the latest event.
    var latest: Int { state.withLock { $0.next - 1 } }

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
            state.subscribers.removeAll { !$0.take(event) }
        }
    }

    /// Sends the events after a number, and from then on each new one, until the peer is gone.
    func subscribe(_ peer: Peer, topics: Set<EventTopic>?, after since: Int) {
        state.withLock { state in
            // Who subscribes again changes the subscription.
            state.subscribers.removeAll { $0.peer === peer }
            let subscriber = Subscriber(peer, topics: topics)
            let oldest = state.kept.first?.seq ?? state.next
            if since < oldest - 1 { subscriber.miss(since + 1, through: oldest - 1) }
            for event in state.kept where event.seq > since {
                guard subscriber.take(event) else { return }
            }
            subscriber.tellWhatWasMissed()
            state.subscribers.append(subscriber)
        }
    }
}

/// One connection that wants events. Used under the hub's lock only.
private final class Subscriber: @unchecked Sendable {
    // `missed` is guarded by the lock of the hub that owns it.
    let peer: Peer
    private let topics: Set<EventTopic>?
    private var missed: ClosedRange<Int>?

    init(_ peer: Peer, topics: Set<EventTopic>?) {
        self.peer = peer
        self.topics = topics
    }

    /// Sends an event, or notes that the peer reads too slowly to get it.
    /// - Returns: `false` when the peer is gone.
    func take(_ event: Event.Params) -> Bool {
        guard peer.isOpen else { return false }
        guard topics?.contains(event.topic) ?? true else { return true }
        tellWhatWasMissed()
        if missed != nil || !peer.notify(Event.self, event) {
            miss(event.seq, through: event.seq)
        }
        return true
    }

    func miss(_ first: Int, through last: Int) {
        missed = (missed?.lowerBound ?? first)...last
    }

    func tellWhatWasMissed() {
        guard let range = missed else { return }
        let notice = EventLost.Params(from: range.lowerBound, to: range.upperBound)
        if peer.notify(EventLost.self, notice) { missed = nil }
    }
}
