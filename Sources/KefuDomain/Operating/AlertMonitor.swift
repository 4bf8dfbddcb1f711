/// Decides when an alert begins and when it ends.
///
/// It begins once a value was beyond its limit for the time set, and ends once the value was a tenth
/// of the limit on the good side for that time: a value that swings around its limit is one alert.
public struct AlertMonitor: Sendable {
    /// An alert that began or ended.
    public struct Change: Sendable, Equatable {
        public let kind: AlertKind
        public let isRaised: Bool
        /// The value that decided.
        public let value: Double
        public let limit: Double
        /// Since when the value was beyond its limit.
        public let since: Timestamp
    }

    private struct State {
        /// Since when the value tends away from what holds: beyond the limit, or calm again.
        var turningSince: Timestamp?
        /// The alert that is on.
        var alert: Change?
    }

    private var states: [AlertKind: State] = [:]

    public init() {}

    /// The alerts that are on, in the order of their kinds.
    public var active: [Change] { AlertKind.allCases.compactMap { states[$0]?.alert } }

    /// Takes a reading.
    /// - Returns: what began or ended by it.
    public mutating func take(
        _ reading: LoadReading, _ settings: AlertSettings, at now: Timestamp
    ) -> [Change] {
        AlertKind.allCases.compactMap { kind in
            var state = states[kind] ?? State()
            defer { states[kind] = state }
            guard let limit = kind.limit(settings) else { return Self.end(&state, nil) }
            // What cannot be found out just now changes nothing.
            guard let value = reading.value(of: kind) else { return nil }
            return state.alert == nil
                ? Self.begin(&state, kind, value, limit, kind.patience(settings), now)
                : Self.settle(&state, kind, value, limit, .seconds(settings.holdSeconds), now)
        }
    }

    private static func begin(
        _ state: inout State, _ kind: AlertKind, _ value: Double, _ limit: Double,
        _ patience: Duration, _ now: Timestamp
    ) -> Change? {
        guard kind.isBeyond(value, limit) else {
            state.turningSince = nil
            return nil
        }
        let since = start(of: &state, now)
        guard now.since(since) >= patience else { return nil }
        let change = Change(kind: kind, isRaised: true, value: value, limit: limit, since: since)
        state = State(turningSince: nil, alert: change)
        return change
    }

    private static func settle(
        _ state: inout State, _ kind: AlertKind, _ value: Double, _ limit: Double,
        _ patience: Duration, _ now: Timestamp
    ) -> Change? {
        guard kind.isCalm(value, limit) else {
            state.turningSince = nil
            return nil
        }
        guard now.since(start(of: &state, now)) >= patience else { return nil }
        return end(&state, value)
    }

    /// Since when the value turns; a clock that was set back begins anew.
    private static func start(of state: inout State, _ now: Timestamp) -> Timestamp {
        let since = state.turningSince.map { $0 <= now ? $0 : now } ?? now
        state.turningSince = since
        return since
    }

    private static func end(_ state: inout State, _ value: Double?) -> Change? {
        defer { state = State() }
        return state.alert.map { alert in
            Change(
                kind: alert.kind, isRaised: false, value: value ?? alert.value,
                limit: alert.limit, since: alert.since)
        }
    }
}
