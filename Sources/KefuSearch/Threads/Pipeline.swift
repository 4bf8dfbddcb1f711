/// Makes values on one thread and uses them on another, so that both cores work.
///
/// At most `depth` values wait between the two. The values arrive in the order they were made.
/// - Parameters:
///   - produce: runs on a thread of its own; it ends early when `emit` returns false.
///   - consume: runs on the calling thread.
/// - Throws: what either side threw; the other side has ended by then.
func pipeline<Value: Sendable>(
    depth: Int,
    produce: @escaping @Sendable (_ emit: (Value) -> Bool) throws -> Void,
    consume: (Value) throws -> Void
) throws {
    let belt = Belt<Value>(depth: depth)
    let producer = try WorkerThread {
        do {
            try produce(belt.put)
            belt.end(with: nil)
        } catch {
            belt.end(with: error)
        }
    }
    defer { producer.join() }
    do {
        while let value = try belt.take() { try consume(value) }
    } catch {
        belt.close()
        throw error
    }
}

/// A bounded queue between two threads.
private final class Belt<Value: Sendable>: Sendable {
    private struct State {
        var waiting: [Value] = []
        var isEnded = false
        var isClosed = false
        var failure: (any Error)?
    }

    private let depth: Int
    private let state = Monitor(State())

    init(depth: Int) {
        self.depth = depth
    }

    /// Waits for room.
    /// - Returns: false when nobody takes any more.
    func put(_ value: Value) -> Bool {
        state.wait { state -> Bool? in
            if state.isClosed { return false }
            guard state.waiting.count < depth else { return nil }
            state.waiting.append(value)
            return true
        } ?? false
    }

    func end(with failure: (any Error)?) {
        state.withLock { state in
            state.isEnded = true
            state.failure = failure
        }
    }

    func close() {
        state.withLock { $0.isClosed = true }
    }

    /// Waits for a value; `nil` after the last one.
    func take() throws -> Value? {
        let next: Result<Value?, any Error>? = state.wait { state in
            if !state.waiting.isEmpty { return .success(state.waiting.removeFirst()) }
            if let failure = state.failure { return .failure(failure) }
            return state.isEnded ? .success(nil) : nil
        }
        return try next?.get()
    }
}
