/// How long to wait between tries: twice as long each time, up to a limit.
struct Backoff: Sendable {
    let first: Duration
    let limit: Duration

    /// Between tries to reach the daemon.
    static let connecting = Backoff(first: .milliseconds(100), limit: .seconds(3))
    /// Between tries of one message that the daemon puts off.
    static let busy = Backoff(first: .milliseconds(200), limit: .seconds(15))

    /// - Parameter failures: how many there were in a row, one or more.
    func wait(after failures: Int) -> Duration {
        min(limit, first * (1 << min(max(failures - 1, 0), 20)))
    }
}
