import KefuDomain
import KefuRPC
import KefuStore

/// Learns from stored messages on a thread of its own, behind everything that customers wait for.
final class Learner: Sendable {
    private struct State {
        var isAwake = true
        var mustStop = false
    }

    private let state = Monitor(State())
    private let thread = Monitor<KefuRPC.Thread?>(nil)

    /// A write that woke nobody is found after this long.
    private static let longestSleep = Duration.seconds(15)
    /// After a failure, such as a full disk.
    private static let pause = Duration.seconds(5)

    /// Starts the thread; a second call does nothing.
    /// - Parameter work: learns from the next messages, and says whether there may be more.
    /// - Throws: `ErrorCode.internal` when the system has no thread left.
    func start(_ work: @escaping @Sendable () throws -> Bool, log: Log) throws {
        try thread.withLock { thread in
            guard thread == nil else { return }
            thread = try KefuRPC.Thread("kefu-learn", niceness: 10) { [self] in
                while !mustStop { step(work, log) }
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

    /// Says that there is a message to learn from.
    func wake() {
        let wasAwake = state.withLock { state in
            defer { state.isAwake = true }
            return state.isAwake
        }
        if !wasAwake { state.signal(0) }
    }

    var mustStop: Bool { state.withLock { $0.mustStop } }

    private func step(_ work: () throws -> Bool, _ log: Log) {
        do {
            state.withLock { $0.isAwake = false }
            if try work() { return }
            sleep(Self.longestSleep) { $0.isAwake || $0.mustStop }
        } catch {
            if let error = error as? KefuError {
                guard error.code != .cancelled else { return }
                log.write(.error, "learning: \(error.what.english): \(error.why.english)")
            } else {
                log.write(.error, "learning: \(type(of: error))")
            }
            sleep(Self.pause) { $0.mustStop }
        }
    }

    private func sleep(_ duration: Duration, until isOver: (inout State) -> Bool) {
        let end = monotonicNow() + duration.nanoseconds
        _ = state.wait(for: 0, until: end, isOver)
    }
}
