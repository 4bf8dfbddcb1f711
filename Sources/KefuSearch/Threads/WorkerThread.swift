import Glibc

/// A thread of its own for work that blocks on disks, which must not occupy anyone else's.
final class WorkerThread: Sendable {
    private let identity: pthread_t

    /// Starts the thread.
    /// - Throws: `IndexFailure` when the system has no thread left.
    init(_ body: @escaping @Sendable () -> Void) throws {
        var created = pthread_t()
        let box = Unmanaged.passRetained(Work(body))
        let status = pthread_create(
            &created, nil,
            { argument in
                guard let argument else { return nil }
                Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body()
                return nil
            }, box.toOpaque())
        guard status == 0 else {
            box.release()
            throw IndexFailure(kind: .failed, text: String(cString: strerror(status)))
        }
        identity = created
    }

    /// Waits for its end. To be called once, and not from the thread itself.
    func join() {
        pthread_join(identity, nil)
    }

    private final class Work: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
}
