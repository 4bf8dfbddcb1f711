import CSystem
import Glibc
import KefuDomain

/// The epoll instance of a server; its functions may be called from any thread.
final class Poller: Sendable {
    private let epoll: Int32
    /// Written to in order to end a wait from another thread.
    private let alarm: Int32

    /// What is ready behind one token.
    struct Ready {
        let token: UInt64
        let isReadable: Bool
        let isWritable: Bool
        /// Both directions are shut, or the connection failed.
        let isGone: Bool
    }

    /// The token that a call of `wake` shows up as: nothing to be done about.
    static let alarmToken = UInt64.max

    init() throws(KefuError) {
        epoll = ksys_epoll_create()
        alarm = ksys_alarm_create()
        guard epoll >= 0, alarm >= 0 else { throw .socketFailed(errno) }
        _ = add(alarm, token: Self.alarmToken)
    }

    deinit {
        close(epoll)
        close(alarm)
    }

    /// Begins to watch for reading.
    /// - Returns: `false` when the system has no room for it.
    func add(_ descriptor: Int32, token: UInt64) -> Bool {
        ksys_epoll_control(epoll, ksys_epoll_add, descriptor, ksys_readable.rawValue, token) == 0
    }

    /// Changes what is watched; failures and the end of a connection are reported always.
    func watch(_ descriptor: Int32, token: UInt64, reading: Bool, writing: Bool) {
        let events = (reading ? ksys_readable.rawValue : 0) | (writing ? ksys_writable.rawValue : 0)
        _ = ksys_epoll_control(epoll, ksys_epoll_change, descriptor, events, token)
    }

    func remove(_ descriptor: Int32) {
        _ = ksys_epoll_control(epoll, ksys_epoll_remove, descriptor, 0, 0)
    }

    /// Ends the wait that is under way, or the next one.
    func wake() {
        ksys_alarm_ring(alarm)
    }

    /// Waits for something to be ready.
    /// - Parameter milliseconds: longest wait; -1 without end.
    func wait(milliseconds: Int32) -> [Ready] {
        var tokens = [UInt64](repeating: 0, count: 64)
        var events = [UInt32](repeating: 0, count: 64)
        let count = ksys_epoll_wait(epoll, &tokens, &events, 64, milliseconds)
        var ready: [Ready] = []
        for index in 0..<Int(max(count, 0)) {
            guard tokens[index] != Self.alarmToken else {
                ksys_alarm_clear(alarm)
                continue
            }
            let event = events[index]
            ready.append(
                Ready(
                    token: tokens[index], isReadable: event & ksys_readable.rawValue != 0,
                    isWritable: event & ksys_writable.rawValue != 0,
                    isGone: event & ksys_gone.rawValue != 0))
        }
        return ready
    }
}
