import CSystem
import Glibc
import KefuDomain

/// What started the daemon, where that is a service manager such as systemd, and what it is told.
///
/// Source: sd_listen_fds(3), sd_notify(3), sd_watchdog_enabled(3) of systemd 252. They are a few
/// variables and datagrams, so that no library is needed for them.
struct ServiceManager: Sendable {
    /// How many sockets were handed over; they begin at `firstSocket`.
    let sockets: Int
    /// How often it wants to hear that the daemon is alive, at the latest; `nil`: never.
    let watchdog: Duration?
    private let address: String?

    /// The first descriptor that is handed over.
    static let firstSocket: Int32 = 3
    private static let mostSockets = 1024

    /// Reads the variables that are meant for a process.
    init(environment: [String: String], process: pid_t = getpid()) {
        func number(_ name: String) -> Int? { environment[name].flatMap { Int($0) } }
        let isOurs = number("LISTEN_PID") == Int(process)
        let count = isOurs ? number("LISTEN_FDS") ?? 0 : 0
        sockets = (0...Self.mostSockets).contains(count) ? count : 0
        let isWatched = number("WATCHDOG_PID").map { $0 == Int(process) } ?? true
        let interval = isWatched ? number("WATCHDOG_USEC") ?? 0 : 0
        watchdog = interval > 0 ? .microseconds(interval) : nil
        let address = environment["NOTIFY_SOCKET"] ?? ""
        self.address = address.hasPrefix("/") || address.hasPrefix("@") ? address : nil
    }

    /// Keeps what was handed over from the programs that the daemon starts.
    func closeOff() {
        for socket in Self.firstSocket..<Self.firstSocket + Int32(sockets) {
            _ = fcntl(socket, F_SETFD, FD_CLOEXEC)
        }
        for name in [
            "LISTEN_PID", "LISTEN_FDS", "LISTEN_FDNAMES", "NOTIFY_SOCKET", "WATCHDOG_PID",
            "WATCHDOG_USEC",
        ] {
            unsetenv(name)
        }
    }

    /// A change in the daemon's life.
    enum Change {
        case ready, reloading, stopping, alive
    }

    func tell(_ change: Change) {
        switch change {
        case .ready: send("READY=1\nSTATUS=answering")
        case .reloading:
            var time = timespec()
            clock_gettime(CLOCK_MONOTONIC, &time)
            send("RELOADING=1\nMONOTONIC_USEC=\(time.tv_sec * 1_000_000 + time.tv_nsec / 1000)")
        case .stopping: send("STOPPING=1\nSTATUS=finishing what was asked")
        case .alive: send("WATCHDOG=1")
        }
    }

    private func send(_ state: String) {
        // Nobody can be told that telling failed.
        if let address { _ = ksys_notify(address, state) }
    }
}
