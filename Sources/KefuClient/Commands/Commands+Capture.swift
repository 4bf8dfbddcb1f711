import Glibc
import KefuDomain

/// The bridge for capture programs.
extension Command {
    static let capture = Command(
        name: "capture", scope: .shell, options: [.queue, .agent, .delay, .replay],
        help: .helpCapture,
        details: [.captureAboutInput, .captureAboutOutput, .captureAboutEnd]
    ) { invocation, console in
        let status = try console.capture(invocation)
        if status != 0 { throw Reported(status: status) }
    }
}

extension Console {
    fileprivate func capture(_ invocation: Invocation) throws -> Int32 {
        let delay = try invocation.value(.delay).map { word in
            guard let delay = HumanDelay.parse(word) else { throw KefuError.notADelay }
            return delay
        }
        let folder = QueueFolder(
            path: invocation.value(.queue).map(path) ?? link.places.data + "/capture")
        let queue = try MessageQueue(folder)
        if queue.damagedBytes > 0 { output.note(.queueDamage(queue.damagedBytes)) }
        let agent = try invocation.value(.agent).nonEmpty ?? folder.agentName()
        signal(SIGPIPE, SIG_IGN)
        try startDaemon()
        let output = output
        let bridge = Bridge(
            queue: queue,
            options: Bridge.Options(isReplay: invocation.has(.replay), delay: delay),
            language: language
        ) { line in
            output.show([line])
            if output.failure != nil { throw OutputGone() }
        }
        let courier = Courier(path: link.places.socket, agent: agent, now: .now)
        return try CaptureSession(bridge: bridge, courier: courier, agent: agent, output: output)
            .run()
    }

    /// Starts the daemon where none answers; without one the queue serves as well.
    private func startDaemon() throws {
        do {
            _ = try link.another()
        } catch let error as KefuError where error.code == .usage {
            throw error
        } catch let error as KefuError where error.what == .daemonAbsent {
            // Not to be started: that is said once messages are queued.
        } catch {
            _ = Client.report(error, output)
        }
    }
}
