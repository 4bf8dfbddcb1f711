import Foundation
import KefuDomain
import KefuRPC
import Support
import Testing

@testable import KefuDesk

/// What `kefud` does instead of serving.
struct ProgramTests {
    @Test func itsOptionsAreListed() throws {
        let outcome = try Programs.run("kefud", ["--help"])
        #expect(outcome.status == 0)
        for option in DaemonOption.allCases { #expect(outcome.output.contains(option.usage)) }
        let chinese = try Programs.run("kefud", ["-h"], environment: ["LC_ALL": "zh_CN.UTF-8"])
        #expect(chinese.output.contains("数据目录"))
        let version = try Programs.run("kefud", ["--version"])
        #expect(version.output == "kefud \(Program.version)\n")
        #expect(try Programs.run("kefud", ["--help=yes"]).status == 2)
    }

    @Test func aConfigurationIsCheckedWithoutADaemon() throws {
        let directory = try TemporaryDirectory()
        let good = try directory.write("good.json", "{thresholds: {reply: 0.8}}")
        let bad = try directory.write("bad.json", "{\n thresholds: {reply: 8}}")
        let words = ["--check-config", "--data", directory.file("data"), "--config"]
        #expect(try Programs.run("kefud", words + [good]).status == 0)
        let outcome = try Programs.run("kefud", words + [bad])
        #expect(outcome.status == 5)
        #expect(outcome.output.contains("bad.json:2"))
        #expect(!FileManager.default.fileExists(atPath: directory.file("data")))
    }

    private struct Account: Documented {
        var name = "me"
        var key = ""

        enum CodingKeys: String, FieldKey {
            case name, key
            var doc: Field {
                switch self {
                case .name: Field(.text, "A name.")
                case .key: .secret(Phrase(verbatim: "A key."))
                }
            }
        }
    }

    @Test func aSecretIsNeverShown() throws {
        let loaded = LoadedConfiguration.defaults
        let values: JSONValue = ["name": "me", "key": "sk-123"]
        let rows = loaded.rows(of: Account.self, values: values, path: ["account"])
        #expect(rows.map(\.key) == ["account.name", "account.key"])
        #expect(rows.map(\.value) == ["me", "••••••"])
        let unset = loaded.rows(of: Account.self, values: ["name": "me", "key": ""], path: [])
        #expect(unset.map(\.value) == ["me", ""])
    }
}
