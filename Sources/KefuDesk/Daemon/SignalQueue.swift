import Glibc

/// The signals that the daemon serves, taken one by one by its main thread.
final class SignalQueue: Sendable {
    private static let served = [SIGTERM, SIGINT, SIGHUP]

    /// Blocks the served signals for this thread and all that it starts, and ignores SIGPIPE and
    /// SIGXFSZ: a peer that went away and a file that may not grow are errors of the call at hand.
    init() {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        var set = Self.set
        pthread_sigmask(SIG_BLOCK, &set, nil)
    }

    /// Waits for the next signal.
    func next() -> Int32 {
        var set = Self.set
        var number: Int32 = 0
        while sigwait(&set, &number) != 0 {}
        return number
    }

    /// Sends this process a signal, as if from outside.
    func raise(_ number: Int32) {
        kill(getpid(), number)
    }

    private static var set: sigset_t {
        var set = sigset_t()
        sigemptyset(&set)
        for number in served { sigaddset(&set, number) }
        return set
    }
}
