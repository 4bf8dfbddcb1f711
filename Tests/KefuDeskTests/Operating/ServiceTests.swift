import Foundation
import KefuRPC
import Support
import Testing

@testable import KefuDesk

/// A daemon under a service manager.
@Suite(.timeLimit(.minutes(2)))
struct ServiceTests {
    @Test func aSocketThatIsHandedOverIsServedAndOutlivesTheDaemon() throws {
        let service = try ServiceHarness()
        // It listens before the daemon does: who comes early waits.
        let client = try LineClient(path: service.socketPath)
        #expect(service.awaitNotice("READY=1"))
        try client.add("充电桩保修几年", "三年")
        #expect(try client.ask("充电桩保修几年")["content"] == "三年")
        service.signal(SIGTERM)
        #expect(service.awaitNotice("STOPPING=1"))
        let outcome = service.outcome()
        #expect(outcome.status == 0)
        #expect(outcome.errors.contains("kefud ready \(service.socketPath)\n"))
        #expect(FileManager.default.fileExists(atPath: service.socketPath))
        #expect(!FileManager.default.fileExists(atPath: service.directory.file("data/kefu.sock")))
    }

    @Test func aHangupIsReportedFromBeginningToEnd() throws {
        let service = try ServiceHarness()
        #expect(service.awaitNotice("READY=1"))
        service.signal(SIGHUP)
        let begin = service.notice()
        #expect(begin?.hasPrefix("RELOADING=1 MONOTONIC_USEC=") == true)
        #expect(service.notice()?.hasPrefix("READY=1") == true)
    }

    @Test func aWatchdogHearsThatItIsAlive() throws {
        let service = try ServiceHarness(environment: ["WATCHDOG_USEC": "600000"])
        #expect(service.awaitNotice("READY=1"))
        #expect(service.awaitNotice("WATCHDOG=1", within: 10))
        #expect(service.awaitNotice("WATCHDOG=1", within: 10))
    }

    @Test func socketsForAnotherProcessAreNotTaken() throws {
        let service = try ServiceHarness(isAddressed: false)
        #expect(service.awaitNotice("READY=1"))
        let own = try LineClient(path: service.directory.file("data/kefu.sock"))
        #expect(try own.call("system.health")["protocol"] == 1)
    }

    @Test func oneSocketIsServedAndNoMore() throws {
        let outcome = try ServiceHarness(sockets: 2).outcome()
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("ListenStream="))
    }

    @Test func aDirectoryThatIsStillInUseIsWaitedFor() throws {
        let directory = try TemporaryDirectory()
        let lock = open(directory.file("lock"), O_CREAT | O_RDWR, 0o600)
        try FileManager.default.createDirectory(
            atPath: directory.file("data"), withIntermediateDirectories: true)
        let held = open(directory.file("data/kefu.lock"), O_CREAT | O_RDWR, 0o600)
        #expect(flock(held, LOCK_EX | LOCK_NB) == 0)
        let service = try ServiceHarness(in: directory)
        #expect(service.notice(within: 1) == nil)
        close(held)
        close(lock)
        #expect(service.awaitNotice("READY=1"))
    }

    @Test func whatTheManagerSaysIsReadForThisProcessOnly() {
        let environment = [
            "LISTEN_PID": "7", "LISTEN_FDS": "1", "WATCHDOG_PID": "7", "WATCHDOG_USEC": "3000000",
        ]
        let ours = ServiceManager(environment: environment, process: 7)
        #expect(ours.sockets == 1)
        #expect(ours.watchdog == .seconds(3))
        let others = ServiceManager(environment: environment, process: 8)
        #expect(others.sockets == 0)
        #expect(others.watchdog == nil)
        for count in ["-1", "x", "", "99999999999"] {
            let odd = ["LISTEN_PID": "7", "LISTEN_FDS": count]
            #expect(ServiceManager(environment: odd, process: 7).sockets == 0)
        }
    }
}
