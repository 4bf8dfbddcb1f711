import KefuDomain
import KefuRPC

/// The bridge's connection to the daemon: made again whenever it breaks, never waited for.
final class Courier {
    /// What a request under way is for.
    enum Errand: Sendable, Equatable {
        case hello, settings, heartbeat
        case delivery(Int)

        /// How long its answer may take; a daemon that is slower is stuck.
        var limit: Duration {
            switch self {
            case .hello: .seconds(5)
            case .settings, .heartbeat: .seconds(30)
            // Language models take their time.
            case .delivery: .seconds(120)
            }
        }
    }

    /// How things stand.
    enum State: Equatable {
        /// No daemon answers; the next try comes then.
        case away(until: ContinuousClock.Instant)
        /// Connected, but not yet greeted.
        case greeting
        case ready
    }

    private let path: String
    private let agent: String
    private var connection: Connection?
    private var underWay: [Int: (errand: Errand, deadline: ContinuousClock.Instant)] = [:]
    private var failures = 0
    private(set) var state: State

    init(path: String, agent: String, now: ContinuousClock.Instant) {
        self.path = path
        self.agent = agent
        state = .away(until: now)
    }

    /// Readable when an answer has come; `nil` while there is no connection.
    var descriptor: Int32? { connection?.descriptor }

    /// When something is to be done, though nothing came.
    var wake: ContinuousClock.Instant? {
        if case .away(let until) = state { return until }
        return underWay.values.map(\.deadline).min()
    }

    /// Tries to reach the daemon, if it is time to.
    /// - Throws: `ErrorCode.usage` for a path that no socket can have.
    func reach(at now: ContinuousClock.Instant) throws {
        guard case .away(let until) = state, until <= now else { return }
        do {
            connection = try Connection(path: path)
            state = .greeting
            let hello = Hello.Params(
                name: "kefu capture", version: Program.version, agentID: agent)
            send(.hello, Hello.name, JSONText.compact(hello), at: now)
        } catch let error as KefuError where error.code == .usage {
            throw error
        } catch {
            drop(at: now)
        }
    }

    /// Sends a request; a connection that breaks on it is let go.
    func send(
        _ errand: Errand, _ method: String, _ params: String, at now: ContinuousClock.Instant
    ) {
        guard let connection else { return }
        do {
            let id = try connection.startRaw(method, params, within: .seconds(5))
            underWay[id] = (errand, now + errand.limit)
        } catch {
            drop(at: now)
        }
    }

    /// What the daemon has answered. A connection that broke, or on which an answer is overdue, is
    /// let go.
    func answers(
        at now: ContinuousClock.Instant
    ) -> [(errand: Errand, result: Swift.Result<String, RemoteError>)] {
        guard let connection else { return [] }
        do {
            let arrivals = try connection.arrivals()
            if arrivals.isEmpty, underWay.values.contains(where: { $0.deadline <= now }) {
                drop(at: now)
            }
            return arrivals.compactMap { arrival in
                underWay.removeValue(forKey: arrival.id).map { ($0.errand, arrival.result) }
            }
        } catch {
            drop(at: now)
            return []
        }
    }

    /// The daemon greeted back.
    func greeted() {
        failures = 0
        state = .ready
    }

    /// Lets the connection go and tries again later: at once where it had worked so far.
    func drop(at now: ContinuousClock.Instant) {
        let wait = failures == 0 ? .zero : Backoff.connecting.wait(after: failures)
        failures += 1
        connection?.close()
        connection = nil
        underWay = [:]
        state = .away(until: now + wait)
    }
}
