import CReadline
import Glibc

/// The signals that a session handles itself: they end a line or a request, not the program.
final class Interrupts {
    /// The descriptor on which they arrive; -1 where the system gave none.
    let descriptor: Int32
    /// Whether the program was asked to end.
    private(set) var isTerminated = false

    /// Takes the signals over, for this thread and all that it starts from now on.
    init() {
        descriptor = kedit_watch_signals()
    }

    /// Forgets what came before a request began, so that it does not end the request.
    func forget() {
        while take() != 0 {}
    }

    /// Whether a running request is to be cancelled.
    func shouldCancel() -> Bool {
        var answer = isTerminated
        while case let number = take(), number != 0 {
            if number == SIGINT { answer = true }
            if number == SIGTSTP { kedit_suspend() }
            if isTerminated { answer = true }
        }
        return answer
    }

    private func take() -> Int32 {
        let number = kedit_next_signal(descriptor)
        if number == SIGTERM || number == SIGHUP { isTerminated = true }
        return number
    }
}
