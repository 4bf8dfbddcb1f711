import Foundation
import KefuDomain
import KefuRPC
import Support
import Testing

@testable import KefuDesk

/// What the daemon may not do, and what others may not see.
struct HardeningTests {
    @Test func itGivesUpWhatItNeverNeeds() throws {
        let daemon = try DaemonProcess()
        let folder = "/proc/\(daemon.processID)"
        let status = try String(contentsOfFile: folder + "/status", encoding: .utf8)
        #expect(status.contains("NoNewPrivs:\t1\n"))
        let limits = try String(contentsOfFile: folder + "/limits", encoding: .utf8)
        let core = limits.split(separator: "\n").first { $0.hasPrefix("Max core file size") }
        #expect(core?.split(separator: " ").suffix(3).map(String.init) == ["0", "0", "bytes"])
    }

    @Test func modesThatLetOthersInAreMendedAndTold() throws {
        let directory = try TemporaryDirectory()
        try DaemonProcess(in: directory).terminate()
        for name in ["kefu.sqlite", "kefu.lock"] { chmod(directory.file(name), 0o664) }
        chmod(directory.file("index"), 0o755)
        try directory.write("kefu.sqlite.before-restore-20261120", "old")
        chmod(directory.file("kefu.sqlite.before-restore-20261120"), 0o644)
        try directory.write("faq.csv", "question,answer\n")
        chmod(directory.file("faq.csv"), 0o644)
        let daemon = try DaemonProcess(in: directory)
        for name in ["kefu.sqlite", "kefu.lock", "kefu.sqlite.before-restore-20261120"] {
            #expect(try mode(directory.file(name)) == 0o600, "\(name)")
        }
        #expect(try mode(directory.file("index")) == 0o700)
        // What is not ours is left alone.
        #expect(try mode(directory.file("faq.csv")) == 0o644)
        let told = daemon.startLines.first { $0.contains("others could read") }
        #expect(told?.contains("kefu.sqlite") == true)
    }

    @Test(.enabled(if: geteuid() == 0))
    func anotherUsersBaseIsRefused() throws {
        let directory = try TemporaryDirectory()
        try DaemonProcess(in: directory).terminate()
        chown(directory.file("kefu.sqlite"), 65534, 65534)
        let outcome = try Programs.run("kefud", ["--data", directory.path])
        #expect(outcome.status == 5)
        #expect(outcome.errors.contains("belongs to another user"))
        #expect(outcome.errors.contains("kefu.sqlite"))
    }

    @Test(.enabled(if: geteuid() == 0))
    func anotherUserIsTurnedAway() throws {
        let daemon = try DaemonProcess()
        // Even where the modes would let them in.
        chmod(daemon.directory.path, 0o755)
        chmod(daemon.socketPath, 0o666)
        let script = """
            import os, socket, sys
            os.setuid(65534)
            one = socket.socket(socket.AF_UNIX)
            one.connect(sys.argv[1])
            print(one.makefile().readline())
            """
        let outcome = try Tool.run("python3", ["-c", script, daemon.socketPath])
        #expect(outcome.output.contains(#""type":"invalid_state""#), "\(outcome)")
        let metrics = try daemon.connect().call("system.metrics")
        #expect(metrics.at("connections", "refused") == 1)
    }

    @Test func fewerDescriptorsMeanFewerConnections() throws {
        let directory = try TemporaryDirectory()
        let command = "ulimit -n 260; exec \"$@\""
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = [
            "-c", command, "bash", Programs.path(of: "kefud"), "--data", directory.path,
        ]
        process.environment = Programs.environment
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        defer {
            process.terminate()
            process.waitUntilExit()
        }
        var told = ""
        while !told.contains("kefud ready") {
            let data = errors.fileHandleForReading.availableData
            guard !data.isEmpty else { break }
            told += String(decoding: data, as: UTF8.self)
        }
        #expect(told.contains("260 descriptors at most: 60 connections are served"))
        let client = try LineClient(path: directory.file("kefu.sock"))
        #expect(
            try client.call("system.metrics").at("process", "descriptor_limit") == 260)
    }

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
}
