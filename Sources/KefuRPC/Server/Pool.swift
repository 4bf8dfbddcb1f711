/// The ready requests of one worker pool, by connection.
struct Pool {
    let threads: Int
    /// Ready requests.
    private(set) var waiting = 0
    /// Requests of this pool that a strand holds back.
    var blocked = 0
    var running = 0

    /// One connection's place in the rotation; its urgent requests have one of their own.
    private struct Turn: Hashable {
        let peer: Int
        let isUrgent: Bool
    }

    private var rotation = Queue<Turn>()
    private var ready: [Turn: Queue<Call>] = [:]
    /// Places that lie still because their peer does not read its answers.
    private var parked: Set<Turn> = []

    init(threads: Int) {
        self.threads = threads
    }

    mutating func add(_ call: Call) {
        let turn = Turn(peer: call.peer.id, isUrgent: call.isUrgent)
        if ready[turn] == nil { rotation.append(turn) }
        ready[turn, default: Queue()].append(call)
        waiting += 1
    }

    /// The request whose turn it is; it counts as running from now on.
    mutating func take() -> Call? {
        while let turn = rotation.popFirst() {
            guard let peer = ready[turn]?.first?.peer else { continue }
            if !turn.isUrgent, peer.isCongested {
                parked.insert(turn)
                continue
            }
            guard let call = ready[turn]?.popFirst() else { continue }
            if ready[turn]?.isEmpty ?? true {
                ready[turn] = nil
            } else {
                rotation.append(turn)
            }
            waiting -= 1
            running += 1
            return call
        }
        return nil
    }

    /// Gives a connection its place back.
    /// - Returns: whether it had lost one.
    mutating func resume(_ peer: Int) -> Bool {
        let turn = Turn(peer: peer, isUrgent: false)
        guard parked.remove(turn) != nil else { return false }
        rotation.append(turn)
        return true
    }

    /// Empties the pool of requests that do not run yet.
    mutating func removeAll() -> [Call] {
        var calls: [Call] = []
        for (_, queue) in ready {
            var queue = queue
            while let call = queue.popFirst() { calls.append(call) }
        }
        (rotation, ready, parked, waiting) = (Queue(), [:], [], 0)
        return calls
    }
}
