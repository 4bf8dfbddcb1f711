import CSystem
import Glibc
package import KefuDomain

/// A system thread with a name.
package struct Thread: Sendable {
    private let handle: pthread_t

    /// - Parameters:
    ///   - name: what tools show; 15 bytes at most.
    ///   - niceness: how far it steps back behind others when the processors are all busy, 0 to 19.
    ///   - body: `@Sendable`, so that it is bound to no actor.
    /// - Throws: `.internal` when the system has no room for another thread.
    package init(
        _ name: String, niceness: Int32 = 0, _ body: @escaping @Sendable () -> Void
    ) throws(KefuError) {
        let start = Unmanaged.passRetained(Start(name: name, niceness: niceness, body: body))
        var handle = pthread_t()
        let status = pthread_create(
            &handle, nil,
            { argument in
                guard let argument else { return nil }
                let start = Unmanaged<Start>.fromOpaque(argument).takeRetainedValue()
                ksys_name_thread(start.name)
                // On Linux this concerns the calling thread alone.
                if start.niceness > 0 {
                    setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, start.niceness)
                }
                start.body()
                return nil
            }, start.toOpaque())
        guard status == 0 else {
            start.release()
            throw .socketFailed(status)
        }
        self.handle = handle
    }

    /// Waits for the thread's end.
    package func join() {
        pthread_join(handle, nil)
    }

    /// Lets the thread end on its own.
    package func detach() {
        pthread_detach(handle)
    }

    private final class Start: Sendable {
        let name: String
        let niceness: Int32
        let body: @Sendable () -> Void

        init(name: String, niceness: Int32, body: @escaping @Sendable () -> Void) {
            self.name = name
            self.niceness = niceness
            self.body = body
        }
    }
}
