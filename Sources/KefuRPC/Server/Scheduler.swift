import KefuDomain

/// An order that requests keep among each other: one at a time, as they came.
enum Strand: Hashable, Sendable {
    /// All writes of one connection.
    case connection(Int)
    /// All requests about the same thing, whoever sends them.
    case key(String)
}

/// Decides which request runs next in each pool.
///
/// A request is ready when it is the first of all its strands; requests enter their strands in the
/// order of arrival, so that two never wait for each other. In a pool the connections with ready
/// requests take turns: a flood on one does not delay the others.
final class Scheduler: Sendable {
    private let monitor: Monitor<State>

    private struct State {
        var pools: [Pool]
        var strands: [Strand: Queue<Int>] = [:]
        /// The requests that wait in a strand, with the number of strands that hold them back.
        var blocked: [Int: (call: Call, strands: Int)] = [:]
        var running: [Int: Call] = [:]
        var isStopping = false
    }

    /// The condition on which `waitUntilIdle` waits; those before it belong to the pools.
    private static let idleCondition = Effect.allCases.count

    init(limits: Limits) {
        let threads = Effect.allCases.map { limits.threads(for: $0) }
        monitor = Monitor(
            State(pools: threads.map(Pool.init)), conditions: Effect.allCases.count + 1)
    }

    /// Takes a request on.
    /// - Returns: `false` when no more are taken.
    func add(_ call: Call) -> Bool {
        let isReady = monitor.withLock { state -> Bool? in
            if state.isStopping { return nil }
            var blockers = 0
            for strand in call.strands {
                if let queue = state.strands[strand], !queue.isEmpty { blockers += 1 }
                state.strands[strand, default: Queue()].append(call.serial)
            }
            if blockers > 0 {
                state.blocked[call.serial] = (call, blockers)
                state.pools[call.effect.pool].blocked += 1
                return false
            }
            state.pools[call.effect.pool].add(call)
            return true
        }
        if isReady == true { monitor.signal(call.effect.pool) }
        return isReady != nil
    }

    /// Waits for the next request of a pool; `nil` when the pool's threads are to end.
    func next(in effect: Effect) -> Call? {
        monitor.wait(for: effect.pool) { state -> Call?? in
            if let call = state.pools[effect.pool].take() {
                state.running[call.serial] = call
                return .some(call)
            }
            return state.isStopping ? .some(nil) : nil
        }
    }

    /// A request has ended: the next ones of its strands may run.
    func finish(_ call: Call) {
        var woken: [Int] = []
        let isIdle = monitor.withLock { state -> Bool in
            state.running[call.serial] = nil
            state.pools[call.effect.pool].running -= 1
            for strand in call.strands {
                if let pool = Self.advance(strand, &state) { woken.append(pool) }
            }
            return state.isStopping && state.running.isEmpty
        }
        for pool in woken { monitor.signal(pool) }
        if isIdle { monitor.broadcast(Self.idleCondition) }
    }

    /// Takes the head off a strand.
    /// - Returns: the pool that got a ready request by it.
    private static func advance(_ strand: Strand, _ state: inout State) -> Int? {
        _ = state.strands[strand]?.popFirst()
        guard let serial = state.strands[strand]?.first else {
            state.strands[strand] = nil
            return nil
        }
        guard let (call, strands) = state.blocked[serial] else { return nil }
        guard strands == 1 else {
            state.blocked[serial] = (call, strands - 1)
            return nil
        }
        state.blocked[serial] = nil
        state.pools[call.effect.pool].blocked -= 1
        state.pools[call.effect.pool].add(call)
        return call.effect.pool
    }

    /// A peer takes answers again, or is gone: its parked requests may go on.
    func resume(_ peer: Peer) {
        let woken = monitor.withLock { state in
            state.pools.indices.filter { state.pools[$0].resume(peer.id) }
        }
        for pool in woken { monitor.broadcast(pool) }
    }
}

// MARK: - The end

extension Scheduler {
    /// Takes no more requests; threads end when they have nothing left to do.
    /// - Returns: the requests that do not run yet.
    func stop() -> [Call] {
        let dropped = monitor.withLock { state -> [Call] in
            state.isStopping = true
            var calls = state.blocked.values.map(\.call)
            for index in state.pools.indices { calls += state.pools[index].removeAll() }
            state.blocked = [:]
            state.strands = [:]
            return calls
        }
        for pool in Effect.allCases.indices { monitor.broadcast(pool) }
        return dropped
    }

    /// The requests that run now.
    var running: [Call] { monitor.withLock { Array($0.running.values) } }

    /// - Returns: whether all had ended at the deadline.
    func waitUntilIdle(until deadline: Nanoseconds) -> Bool {
        monitor.wait(for: Self.idleCondition, until: deadline) { $0.running.isEmpty }
    }

    /// The load of each pool.
    var depths: [QueueDepth] {
        monitor.withLock { state in
            zip(Effect.allCases, state.pools).map { effect, pool in
                QueueDepth(
                    pool: effect.rawValue, waiting: pool.waiting + pool.blocked,
                    running: pool.running, threads: pool.threads)
            }
        }
    }
}

extension Effect {
    /// The place of its pool in lists of them.
    var pool: Int {
        switch self {
        case .control: 0
        case .read: 1
        case .write: 2
        case .bulk: 3
        }
    }
}

extension Limits {
    /// Threads of a pool.
    func threads(for effect: Effect) -> Int {
        switch effect {
        case .control: 1
        case .read: max(1, readThreads)
        case .write: max(1, writeThreads)
        case .bulk: max(1, bulkThreads)
        }
    }
}
