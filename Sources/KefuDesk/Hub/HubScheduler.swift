import KefuDomain
import KefuRPC
import KefuStore

/// Does what falls due in the hub, on a thread of its own beside the workers.
///
/// It sleeps until the next thing is due, and wakes when something was written. A computer that
/// slept, or a clock that was set, it notices within `longestSleep`.
final class HubScheduler: Sendable {
    private struct State {
        var isAwake = true
        var mustStop = false
        /// When all statuses were last worked out; `nil`: not since the start.
        var lastRecalculation: Timestamp?
    }

    private let state = Monitor(State())
    private let thread = Monitor<KefuRPC.Thread?>(nil)

    /// The monotonic clock stands still while the computer sleeps, so no wait is longer.
    private static let longestSleep = Duration.seconds(15)
    /// Writes come in crowds; what they made due is done together.
    private static let shortestSleep = Duration.milliseconds(50)

    /// Starts the thread; a second call does nothing.
    /// - Parameter work: does what is due, and says how long there is nothing to do.
    /// - Throws: `ErrorCode.internal` when the system has no thread left.
    func start(_ work: @escaping @Sendable () -> Duration) throws {
        try thread.withLock { thread in
            guard thread == nil else { return }
            thread = try KefuRPC.Thread("kefu-hub") { [self] in
                while !mustStop { sleep(work()) }
            }
        }
    }

    /// Ends the thread and waits for it.
    func stop() {
        state.withLock { $0.mustStop = true }
        state.broadcast(0)
        thread.withLock { thread in
            defer { thread = nil }
            return thread
        }?.join()
    }

    /// Says that something may fall due earlier than was known.
    func wake() {
        let wasAwake = state.withLock { state in
            defer { state.isAwake = true }
            return state.isAwake
        }
        if !wasAwake { state.signal(0) }
    }

    var mustStop: Bool { state.withLock { $0.mustStop } }

    /// Whether all statuses are to be worked out again; a clock that was set back delays it by no
    /// more than the period itself.
    func mustRecalculate(at now: Timestamp, every period: Duration) -> Bool {
        state.withLock { state in
            if let last = state.lastRecalculation, last <= now, now.since(last) < period {
                return false
            }
            state.lastRecalculation = now
            return true
        }
    }

    private func sleep(_ duration: Duration) {
        let start = monotonicNow()
        _ = state.wait(for: 0, until: start + Self.shortestSleep.nanoseconds) { $0.mustStop }
        let end = start + min(duration, Self.longestSleep).nanoseconds
        _ = state.wait(for: 0, until: end) { $0.isAwake || $0.mustStop }
        state.withLock { $0.isAwake = false }
    }
}

extension Desk {
    /// Starts what the desk does by itself.
    /// - Throws: `ErrorCode.internal` when the system has no thread left.
    public func startScheduler() throws {
        try care.start()
        try scheduler.start { [unowned self] in
            do {
                return try tick(now: now)
            } catch let error as KefuError {
                if error.code != .cancelled, !error.isOfStorage {
                    log.write(.error, "hub: \(error.what.english): \(error.why.english)")
                }
            } catch {
                log.write(.error, "hub: \(type(of: error))")
            }
            return .seconds(15)
        }
    }

    /// Does all that is due at a moment: statuses, closes of days, the regular recalculation, the
    /// end of texts' time. What was missed is done in its order, each as of its own time.
    /// - Returns: how long nothing else is due.
    @discardableResult
    func tick(now: Timestamp) throws -> Duration {
        let hub = current.hub
        try forgetDaysAhead(of: now)
        while let close = try nextClose(hub, now: now), close.time <= now {
            try settleDue(through: close.time, now: now)
            try keep(close, hub)
        }
        try settleDue(through: now, now: now)
        let period = Duration.seconds(60 * hub.recalculateMinutes)
        if scheduler.mustRecalculate(at: now, every: period) {
            _ = try recalculateAll(asOf: now, now: now) { !scheduler.mustStop }
            try forgetOldTexts(hub, now: now)
        }
        if store.mustTruncateLog { try store.truncateLog(patience: .milliseconds(50)) }
        let nextDue = try store.read { try $0.nextDue() }
        let next = [nextDue, try nextClose(hub, now: now)?.time].compactMap(\.self).min()
        let rest = next.map { max(.zero, $0.since(now)) } ?? period
        return store.mustTruncateLog ? min(rest, Self.untilLogIsFree) : rest
    }

    /// How soon a log is looked at again that somebody read.
    private static let untilLogIsFree = Duration.seconds(1)
}
