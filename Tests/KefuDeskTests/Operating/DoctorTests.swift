import Foundation
import KefuRPC
import Support
import Testing

/// `kefu doctor` on healthy and on ailing desks.
struct DoctorTests {
    private struct Finding: Decodable {
        let subject: String
        let level: String
        let what: String
        let meaning: String
        let hint: String
    }

    private func doctor(
        _ directory: String, _ words: [String] = [], environment: [String: String] = [:]
    ) throws -> (status: Int32, findings: [Finding]) {
        let outcome = try Programs.run(
            "kefu", ["--data", directory, "doctor", "--json"] + words, environment: environment)
        let findings = try JSONDecoder().decode([Finding].self, from: Data(outcome.output.utf8))
        return (outcome.status, findings)
    }

    @Test func everyCheckSaysWhatItMeans() throws {
        let daemon = try DaemonProcess.sample()
        let (status, findings) = try doctor(daemon.directory.path)
        #expect(status == 0)
        #expect(findings.allSatisfy { !$0.meaning.isEmpty && !$0.what.isEmpty })
        #expect(findings.allSatisfy { $0.level == "ok" || !$0.hint.isEmpty })
        let subjects = findings.map(\.subject)
        let expected = [
            "data directory", "files", "file system", "free space", "daemon program",
            "file reader", "configuration", "socket", "daemon", "database", "index", "base",
            "conflicts", "limits",
            "load", "canary question", "Chinese question", "backup",
        ]
        #expect(subjects.filter(expected.contains) == expected)
        for name in [
            "file reader", "Chinese question", "canary question", "database", "socket", "index",
        ] {
            let finding = findings.first { $0.subject == name }
            #expect(finding?.level == "ok" || finding?.what == "being rebuilt", "\(name)")
        }
    }

    @Test func itSpeaksTheOperatorsLanguage() throws {
        let daemon = try DaemonProcess.sample()
        let outcome = try Programs.run(
            "kefu", ["--data", daemon.directory.path, "doctor"],
            environment: ["LC_ALL": "zh_CN.UTF-8"])
        #expect(outcome.output.contains("中文问题"))
        #expect(outcome.output.contains("建议：kefu backup"))
    }

    @Test func aWrongConfigurationIsAProblem() throws {
        let home = try TemporaryDirectory()
        try home.write("kefu/config.json", "{\n  log_level: 'loud',\n}")
        let directory = try TemporaryDirectory()
        let (status, findings) = try doctor(
            directory.path, environment: ["XDG_CONFIG_HOME": home.path])
        #expect(status == 1)
        let finding = findings.first { $0.subject == "configuration" }
        #expect(finding?.level == "problem")
        #expect(finding?.what.contains("config.json:2") == true)
        #expect(findings.last?.subject == "daemon")
        #expect(findings.last?.level == "problem")
    }

    @Test func openModesAreTold() throws {
        let daemon = try DaemonProcess()
        chmod(daemon.directory.file("kefu.sqlite"), 0o644)
        chmod(daemon.socketPath, 0o666)
        let (status, findings) = try doctor(daemon.directory.path)
        #expect(status == 0)
        let files = findings.first { $0.subject == "files" }
        #expect(files?.level == "warning" && files?.what.contains("kefu.sqlite") == true)
        #expect(findings.first { $0.subject == "socket" }?.hint.hasPrefix("chmod 600") == true)
    }

    @Test func aDamagedIndexIsFoundByTheDeepCheck() throws {
        let directory = try TemporaryDirectory()
        let daemon = try DaemonProcess(in: directory)
        try daemon.connect().add("充电桩保修几年", "三年")
        daemon.terminate()
        try Tool.run(
            "sqlite3", [directory.file("kefu.sqlite"), "DELETE FROM unit_terms_data WHERE id > 10"])
        let again = try DaemonProcess(in: directory)
        let result = try again.connect().call("system.check", ["deep": true])
        #expect(result["deep"] == true)
        #expect(result["problems"]?.items.isEmpty == false)
        let (status, findings) = try doctor(directory.path, ["--deep"])
        #expect(status == 1)
        #expect(findings.first { $0.subject == "database" }?.level == "problem")
    }
}
