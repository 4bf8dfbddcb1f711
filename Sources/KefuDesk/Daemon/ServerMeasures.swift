import KefuRPC
import Synchronization

/// What the server knows of itself, for the method that tells it.
final class ServerMeasures: Sendable {
    private let server = Mutex<Server?>(nil)

    func watch(_ server: Server) {
        self.server.withLock { $0 = server }
    }

    func result(uptime: Double) throws -> Metrics.Result {
        let metrics = server.withLock { $0 }?.metrics
        return Metrics.Result(
            uptime: uptime, residentBytes: ResidentMemory.bytes,
            connections: metrics?.connections ?? ConnectionCounts(open: 0, accepted: 0, refused: 0),
            queues: metrics?.queues ?? [], methods: metrics?.methods ?? [])
    }
}
