import Foundation
import KefuDomain
import Support
import Testing

@testable import KefuClient

/// The manual and the completions, which are computed from the lists of commands.
struct ManualTests {
    @Test(arguments: Language.allCases)
    func everyCommandAndOptionIsInTheManual(language: Language) {
        let page = ManualPage.kefu.roff(language)
        for command in Command.all(in: .shell) where !command.isInternal {
            #expect(page.contains(Roff.escaped(command.usage(in: .shell))), "\(command.name)")
            for option in command.options {
                #expect(page.contains(Roff.escaped(option.help.text(language))), "\(option.name)")
            }
        }
        for code in ErrorCode.allCases { #expect(page.contains("\\fB\(code.exitStatus)\\fR")) }
        let daemon = ManualPage.kefud.roff(language)
        for option in DaemonOption.allCases { #expect(daemon.contains(Roff.escaped(option.usage))) }
        let keys = ManualPage.configuration.roff(language)
        for key in ["thresholds.reply: number 0…1", "alerts.cpu_percent", "hub.sla."] {
            #expect(keys.contains(Roff.escaped(key)), "\(key)")
        }
    }

    @Test func nothingInTextIsTakenForARequest() {
        #expect(Roff.escaped(".TH \\n 'a'-b") == "\\&.TH \\en \\(aqa\\(aq\\-b")
        for page in ManualPage.allCases {
            for line in page.roff(.english).split(separator: "\n") where line.hasPrefix(".") {
                let request = line.split(separator: " ")[0]
                let known = [
                    ".\\\"", ".TH", ".SH", ".SS", ".PP", ".TP", ".IP", ".RS", ".RE", ".ad",
                ]
                #expect(known.contains(String(request)), "\(line)")
            }
        }
    }

    @Test(.enabled(if: Tool.exists("man") && Tool.exists("groff")))
    func manFindsNoFault() throws {
        for page in ManualPage.allCases {
            let outcome = try Programs.run("kefu", ["help", "--man", page.rawValue])
            let shown = try Programs.run(
                atPath: "/usr/bin/env", ["man", "--warnings", "-l", "-"], input: outcome.output,
                environment: ["MANWIDTH": "80", "LC_ALL": "C.UTF-8"])
            #expect(shown.status == 0)
            #expect(shown.errors == "", "\(page)")
            #expect(shown.output.contains("SEE ALSO"))
        }
    }
}

/// What may follow on a command line.
struct ShellCompleterTests {
    private let completer: ShellCompleter

    init() {
        var sources = Completer.Sources()
        sources.entries = { ["e1", "e12", "e2"] }
        sources.threads = { ["t1"] }
        completer = ShellCompleter(sources: sources)
    }

    private func words(_ typed: String...) -> [String] {
        completer.lines(typed, .english).map { String($0.prefix { $0 != "\t" }) }
    }

    @Test func commandsComeFirst() {
        #expect(words("sta") == ["stats", "status"])
        #expect(words("--no-start", "docto") == ["doctor"])
        #expect(words("").contains("ask") && !words("").contains("complete"))
        #expect(!words("").contains("quit"))
        #expect(words("help", "expo") == ["export"])
        #expect(completer.lines(["doct"], .chinese) == ["doctor\t全面检查并给出建议"])
    }

    @Test func argumentsAreWhatTheCommandTakes() {
        #expect(words("show", "e1") == ["e1", "e12"])
        #expect(words("import", "") == [":paths"])
        #expect(words("import", "a.csv", "b.csv", "") == [":paths"])
        #expect(words("thread", "") == ["t1"])
        #expect(words("auto-send", "wechat", "o") == ["on", "off"])
        #expect(words("show", "e1", "") == [])
        #expect(words("backup", "--keep", "3", "") == [":paths"])
    }

    @Test func optionsAreThoseOfTheCommand() {
        #expect(words("export", "--fo") == ["--format", "--force"])
        #expect(words("export", "--format", "") == ["jsonl", "csv"])
        #expect(words("--da") == ["--data"])
        #expect(words("--data", "") == [":paths"])
        #expect(words("list", "--status", "sh") == ["shadow"])
        #expect(words("help", "--man", "kefu-e") == ["kefu-extract"])
        #expect(words("ask", "--", "--fo") == [])
    }

    @Test func theDaemonThatTheLineNamesIsAsked() {
        let globals = ShellCompleter.globals(["--data", "/x", "show", "--socket", "/y", ""])
        #expect(globals.data == "/x" && globals.socket == "/y" && globals.noStart)
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func theShellUnderstandsItsScript(name: String) throws {
        let script = try #require(Shell(rawValue: name)).script
        #expect(script.contains("kefu complete --"))
        guard Tool.exists(name) else { return }
        let directory = try TemporaryDirectory()
        let file = try directory.write("script", script)
        let outcome = try Tool.run(name, ["-n", file])
        #expect(outcome.status == 0 && outcome.errors == "", "\(outcome)")
    }

    @Test func bashCompletes() throws {
        let folder = (Programs.path(of: "kefu") as NSString).deletingLastPathComponent
        let body = """
            PATH=\(folder):$PATH
            eval "$(kefu help --completion bash)"
            COMP_WORDS=(kefu export --format j) COMP_CWORD=3
            _kefu
            echo "${COMPREPLY[*]}"
            COMP_WORDS=(kefu doc) COMP_CWORD=1
            _kefu
            echo "${COMPREPLY[*]}"
            """
        let outcome = try Tool.run("bash", ["-c", body])
        #expect(outcome.output == "jsonl\ndocuments doctor\n", "\(outcome)")
    }
}
