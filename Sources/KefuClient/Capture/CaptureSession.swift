import CReadline
import FoundationEssentials
import Glibc
import KefuDomain
import KefuRPC

/// `kefu capture` at work: waits for input, answers, signals and times, and hands them on.
final class CaptureSession {
    private let bridge: Bridge
    private let courier: Courier
    private let output: Output
    private let agent: String
    private let signals = Interrupts()
    private var input = InputLines(maxLength: Limits.line)
    private var hasInputEnded = false
    private var phase = Phase.reading
    private var nextBeat: ContinuousClock.Instant?
    private var load = MachineLoad()
    /// Since when the daemon has been away, and whether that was said.
    private var away: (since: ContinuousClock.Instant, isTold: Bool)?
    private var lastProgress = ContinuousClock.now

    private enum Phase: Equatable {
        case reading
        /// The input has ended: what can be sent still is.
        case ending(since: ContinuousClock.Instant)
        /// Told to end: only what is under way is awaited.
        case stopping(until: ContinuousClock.Instant)
    }

    private static let beat = Duration.seconds(30)
    /// How long the end of input waits for a daemon that is away, and for one that puts all off.
    private static let awayPatience = Duration.seconds(2)
    private static let busyPatience = Duration.seconds(30)
    /// How long a signal lets answers come that are under way.
    private static let stopPatience = Duration.seconds(3)
    private static let chunk = 1 << 16

    init(bridge: Bridge, courier: Courier, agent: String, output: Output) {
        self.bridge = bridge
        self.courier = courier
        self.agent = agent
        self.output = output
    }

    /// Works until the input ends or a signal comes.
    /// - Returns: the exit status: 0; 69 where messages wait for a daemon that is away; 7 where they
    ///   wait though it answers.
    /// - Throws: `ErrorCode.unreadable` where the queue fails.
    func run() throws -> Int32 {
        do {
            while true {
                let now = ContinuousClock.now
                try step(now)
                if isDone(now) { break }
                try wait(now)
            }
            try bridge.releaseAll()
            try bridge.lost()
        } catch is OutputGone {
            // Nobody reads any more: what was not answered waits in the queue.
            try? bridge.lost()
            return 0
        }
        guard bridge.queued > 0 else { return 0 }
        output.note(.captureRemains(bridge.queued))
        return courier.state == .ready ? ErrorCode.busy.exitStatus : ErrorCode.noDaemon.exitStatus
    }

    private func step(_ now: ContinuousClock.Instant) throws {
        try takeAnswers(now)
        try followConnection(now)
        try courier.reach(at: now)
        try followConnection(now)
        try takeInput(now)
        if case .stopping = phase {} else { try dispatch(now) }
        beatHeart(now)
        try bridge.release(at: now)
        try followConnection(now)
    }

    private func dispatch(_ now: ContinuousClock.Instant) throws {
        while courier.state == .ready, let (number, delivery) = try bridge.next(at: now) {
            courier.send(.delivery(number), delivery.method, delivery.params, at: now)
        }
    }
}

// MARK: - The daemon

extension CaptureSession {
    private func takeAnswers(_ now: ContinuousClock.Instant) throws {
        for (errand, result) in courier.answers(at: now) {
            switch errand {
            case .hello: greet(result, now)
            case .settings: adopt(result)
            case .heartbeat: break
            case .delivery(let number):
                lastProgress = now
                try bridge.settle(number, result, at: now)
            }
        }
    }

    private func greet(
        _ result: Swift.Result<String, RemoteError>, _ now: ContinuousClock.Instant
    ) {
        let hello = try? JSONDecoder().decode(
            Hello.Result.self, from: Data(((try? result.get()) ?? "").utf8))
        guard let hello, hello.methods.contains(ReceiveMessage.name) else {
            if hello != nil, away?.isTold != true { output.note(.captureDaemonOld) }
            away = (away?.since ?? now, true)
            return courier.drop(at: now)
        }
        courier.greeted()
        bridge.connected()
        nextBeat = now
        lastProgress = now
        if bridge.options.delay != nil {
            courier.send(.settings, ShowConfiguration.name, "{}", at: now)
        }
        if away?.isTold == true { output.note(.captureDaemonBack(bridge.queued)) }
        away = nil
    }

    /// What the daemon takes for a burst, replies are held for as well.
    private func adopt(_ result: Swift.Result<String, RemoteError>) {
        guard case .success(let json) = result,
            let settings = try? JSONDecoder().decode(
                ShowConfiguration.Result.self, from: Data(json.utf8)
            ).settings
        else { return }
        switch settings.first(where: { $0.key == "hub.burst_s" })?.value {
        case .integer(let seconds)?: bridge.options.burst = .seconds(seconds)
        case .number(let seconds)?: bridge.options.burst = .seconds(seconds)
        default: break
        }
    }

    /// Tells the bridge, and the operator, when the daemon is gone.
    private func followConnection(_ now: ContinuousClock.Instant) throws {
        guard case .away(let until) = courier.state else { return }
        if away == nil { away = (now, false) }
        if bridge.isConnected { try bridge.lost() }
        // One that is reached again at once was not away.
        if until > now, away?.isTold == false {
            away?.isTold = true
            output.note(.captureDaemonAway)
        }
    }

    private func beatHeart(_ now: ContinuousClock.Instant) {
        guard courier.state == .ready, let due = nextBeat, due <= now else { return }
        nextBeat = now + Self.beat
        let status = ClientStatus(
            cpuPercent: load.cpuPercent(MachineLoad.Ticks(Self.text(of: "/proc/stat"))),
            memoryPercent: MachineLoad.memoryPercent(Self.text(of: "/proc/meminfo")),
            isOnline: bridge.isOnline, messagesProcessed: bridge.processed,
            queued: bridge.queued)
        let params = Heartbeat.Params(agentID: agent, status: status)
        courier.send(.heartbeat, Heartbeat.name, JSONText.compact(params), at: now)
    }

    private static func text(of path: String) -> String {
        (try? TextFile.read(path)) ?? ""
    }
}

// MARK: - Input, signals, time

extension CaptureSession {
    /// Lines are read while they can be sent or queued; not before it is known which.
    private var mayRead: Bool {
        guard phase == .reading, bridge.hasRoom else { return false }
        if case .away(let until) = courier.state { return until > .now }
        return courier.state == .ready
    }

    private func takeInput(_ now: ContinuousClock.Instant) throws {
        while mayRead {
            guard let line = input.next() ?? (hasInputEnded ? input.finish() : nil) else {
                if hasInputEnded { phase = .ending(since: now) }
                return
            }
            try bridge.take(line, at: Moment.now)
        }
    }

    private func readInput() {
        var buffer = [UInt8](repeating: 0, count: Self.chunk)
        let count = Glibc.read(STDIN_FILENO, &buffer, buffer.count)
        if count > 0 {
            input.append(buffer[..<count])
        } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
            hasInputEnded = true
        }
    }

    private func isDone(_ now: ContinuousClock.Instant) -> Bool {
        switch phase {
        case .reading: return false
        case .stopping(let until): return !bridge.isAwaiting || now >= until
        case .ending(let since):
            if bridge.isIdle { return true }
            switch courier.state {
            case .greeting: return false
            case .ready:
                return !bridge.holdsReplies && now - max(lastProgress, since) > Self.busyPatience
            case .away:
                let begin = max(since, away?.since ?? since)
                return !bridge.holdsReplies && now - begin > Self.awayPatience
            }
        }
    }

    /// Waits for whatever comes first.
    private func wait(_ now: ContinuousClock.Instant) throws {
        let wantsInput = mayRead && !hasInputEnded
        var watched = [
            pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
            pollfd(fd: courier.descriptor ?? -1, events: Int16(POLLIN), revents: 0),
            pollfd(fd: wantsInput ? STDIN_FILENO : -1, events: Int16(POLLIN), revents: 0),
        ]
        let left = (deadline(now) - ContinuousClock.now) / .milliseconds(1)
        _ = poll(&watched, nfds_t(watched.count), Int32(min(max(left.rounded(.up), 0), 60_000)))
        if watched[2].revents != 0 { readInput() }
        if watched[0].revents != 0, signals.shouldCancel() {
            phase = .stopping(until: .now + Self.stopPatience)
        }
    }

    /// By when something is to be done, though nothing comes.
    private func deadline(_ now: ContinuousClock.Instant) -> ContinuousClock.Instant {
        var times = [bridge.wake(after: now), courier.wake].compactMap(\.self)
        if courier.state == .ready, let nextBeat { times.append(nextBeat) }
        switch phase {
        case .reading: break
        // The end is near: look often whether it has come.
        case .ending: times.append(now + .milliseconds(100))
        case .stopping(let until): times.append(until)
        }
        return times.min() ?? now + .seconds(60)
    }
}

/// Nobody reads the results any more.
struct OutputGone: Error {}
