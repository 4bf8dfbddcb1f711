import KefuDomain
import Testing

@testable import KefuClient

@Test(
    arguments: [
        (["ask", "充电桩", "多少钱"], "ask", ["充电桩", "多少钱"]),
        (["--json", "ask", "x"], "ask", ["x"]),
        (["ask", "x", "--json", "-q"], "ask", ["x"]),
        (["ask", "--", "--json"], "ask", ["--json"]),
        (["ask", "-"], "ask", ["-"]),
        (["rm", "e1"], "remove", ["e1"]),
        (["ls"], "list", []),
        (["why", "a1"], "explain", ["a1"]),
        (["revert", "e1", "2"], "revert", ["e1", "2"]),
        (["help"], "help", []),
    ] as [([String], String, [String])])
func understands(words: [String], command: String, arguments: [String]) throws {
    let invocation = try #require(try CommandLineParser.parse(words).invocation)
    #expect(invocation.command.name == command)
    #expect(invocation.arguments == arguments)
}

@Test(arguments: [
    ["--data", "/d", "--socket=/s", "--no-start", "-q", "--json", "status"],
    ["status", "--data=/d", "--socket", "/s", "--no-start", "--quiet", "--json"],
])
func optionsOfTheProgramStandAnywhere(words: [String]) throws {
    let globals = try CommandLineParser.parse(words).globals
    #expect(
        globals
            == GlobalOptions(data: "/d", socket: "/s", noStart: true, isQuiet: true, json: true))
}

@Test func optionsOfACommandAreRead() throws {
    let words = [
        "add", "--question", "q", "--answer=-", "--variant", "a", "--variant=b", "--tag", "t",
        "--review", "always",
    ]
    let invocation = try #require(try CommandLineParser.parse(words).invocation)
    #expect(invocation.value(.question) == "q")
    #expect(invocation.value(.answer) == "-")
    #expect(invocation.values(.variant) == ["a", "b"])
    #expect(invocation.value(.review) == "always")
    #expect(!invocation.has(.category))
}

@Test func withoutACommandThereIsTheSession() throws {
    #expect(try CommandLineParser.parse(["--data", "/d"]).invocation == nil)
    #expect(try CommandLineParser.parse(["--version"]).wantsVersion)
    #expect(try CommandLineParser.parse(["-h"]).wantsHelp)
    #expect(try CommandLineParser.parse(["ask", "--help"]).wantsHelp)
}

@Test(arguments: [
    ["serach", "x"], ["ask"], ["ask", "--limt", "3"], ["ask", "x", "--limit"],
    ["ask", "x", "--limit", "three"], ["ask", "x", "--limit", "--json"], ["show"],
    ["show", "e1", "e2"], ["status", "--json=yes"], ["list", "--status", "sleeping"],
    ["--limit", "3"], ["-x"], ["revert", "e1", "x"], ["new"], ["undo"], ["充电桩多少钱"],
])
func refusesWhatItDoesNotUnderstand(words: [String]) {
    let error = #expect(throws: KefuError.self) { try CommandLineParser.parse(words) }
    #expect(error?.code == .usage)
    #expect(error?.code.exitStatus == 2)
}

@Test(
    arguments: [
        (["serach", "x"], "search"), (["imprt", "x"], "import"),
        (["ask", "x", "--limt", "3"], "--limit"),
        (["list", "--status", "pendin"], "pending"), (["stat"], "stats"),
    ] as [([String], String)])
func namesTheNearest(words: [String], expected: String) {
    let error = #expect(throws: KefuError.self) { try CommandLineParser.parse(words) }
    #expect(error?.hint.english.contains(expected) == true)
}

@Test func aSessionKnowsItsOwnCommands() throws {
    let line = try CommandLineParser.parse(["undo"], scope: .repl)
    #expect(line.invocation?.command.name == "undo")
    #expect(throws: KefuError.self) { try CommandLineParser.parse(["stop"], scope: .repl) }
    #expect(throws: KefuError.self) {
        try CommandLineParser.parse(["ask", "x", "--data", "/d"], scope: .repl)
    }
}

@Test func everyCommandIsNamedOnceAndExplained() {
    for scope in [Command.Scope.shell, .repl] {
        let names = Command.all(in: scope).flatMap { [$0.name] + $0.aliases }
        #expect(Set(names).count == names.count)
        for command in Command.all(in: scope) {
            #expect(!command.help.english.isEmpty && !command.help.chinese.isEmpty)
            #expect(!command.help.english.hasSuffix("."))
            let page = HelpView.page(command, scope, .plain(.english))
            #expect(page.first == command.usage(in: scope))
        }
    }
}

@Test func optionsOfACommandNeverHideThoseOfTheProgram() {
    let global = Set(CommandOption.global(in: .shell).map(\.name))
    for command in Command.all {
        let names = command.options.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(global.isDisjoint(with: names))
    }
}
