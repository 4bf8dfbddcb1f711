import Glibc

/// A state that threads share, and on whose changes they can wait.
///
/// `@unchecked Sendable`: `state` is touched only while `mutex` is held.
package final class Monitor<State>: @unchecked Sendable {
    private var state: State
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let conditions: UnsafeMutablePointer<pthread_cond_t>
    private let conditionCount: Int

    /// - Parameter conditions: how many kinds of changes there are to wait for.
    package init(_ state: sending State, conditions count: Int = 1) {
        self.state = state
        conditionCount = count
        conditions = .allocate(capacity: count)
        pthread_mutex_init(mutex, nil)
        var attributes = pthread_condattr_t()
        pthread_condattr_init(&attributes)
        pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
        for index in 0..<count { pthread_cond_init(conditions + index, &attributes) }
        pthread_condattr_destroy(&attributes)
    }

    deinit {
        for index in 0..<conditionCount { pthread_cond_destroy(conditions + index) }
        pthread_mutex_destroy(mutex)
        conditions.deallocate()
        mutex.deallocate()
    }

    package func withLock<Value>(_ body: (inout State) throws -> Value) rethrows -> Value {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return try body(&state)
    }

    /// Waits until `body` gives a value; it is asked again after each change of that kind.
    package func wait<Value>(for condition: Int, _ body: (inout State) -> Value?) -> Value {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while true {
            if let value = body(&state) { return value }
            pthread_cond_wait(conditions + condition, mutex)
        }
    }

    /// Waits until `isDone`, at most until a time of the monotonic clock.
    /// - Returns: whether it was done in time.
    package func wait(
        for condition: Int, until deadline: Nanoseconds, _ isDone: (inout State) -> Bool
    ) -> Bool {
        var time = timespec(
            tv_sec: Int(deadline / 1_000_000_000), tv_nsec: Int(deadline % 1_000_000_000))
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while !isDone(&state) {
            if pthread_cond_timedwait(conditions + condition, mutex, &time) == ETIMEDOUT {
                return isDone(&state)
            }
        }
        return true
    }

    /// Wakes one thread that waits for this kind of change.
    package func signal(_ condition: Int) {
        pthread_cond_signal(conditions + condition)
    }

    /// Wakes all threads that wait for this kind of change.
    package func broadcast(_ condition: Int) {
        pthread_cond_broadcast(conditions + condition)
    }
}

/// A reading of the monotonic clock, which no change of the wall clock moves.
package typealias Nanoseconds = Int64

/// The monotonic clock now.
package func monotonicNow() -> Nanoseconds {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
}

extension Duration {
    /// The whole nanoseconds of it, for the monotonic clock.
    package var nanoseconds: Nanoseconds {
        let (seconds, attoseconds) = components
        return seconds.multipliedReportingOverflow(by: 1_000_000_000).partialValue
            &+ attoseconds / 1_000_000_000
    }
}
