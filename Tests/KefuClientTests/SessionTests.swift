import KefuDomain
import Support
import Testing

@testable import KefuClient

@Test(
    arguments: [
        ("import a.csv b.csv", ["import", "a.csv", "b.csv"]),
        ("import \"my file.csv\" 'other file.md'", ["import", "my file.csv", "other file.md"]),
        ("search what's new", ["search", "what's", "new"]),
        ("search 'tis \"open", ["search", "'tis", "\"open"]),
        ("add \"a \"b\" c\" d", ["add", "a \"b", "c\"", "d"]),
        ("  ", []), ("x\ny", ["x", "y"]), ("\"\" x", ["", "x"]),
    ] as [(String, [String])])
func splitsIntoWords(line: String, words: [String]) {
    #expect(LineSplitter.words(of: line) == words)
}

@Test(
    arguments: [
        ("/help", "help"), ("／help", "help"), ("、help", "help"), ("、你好", nil), ("你好", nil),
        ("/", "help"), ("/ why", " why"), ("1/2 功率", nil),
    ] as [(String, String?)])
func aSlashBeginsACommand(text: String, command: String?) {
    #expect(Repl.command(in: text) == command)
}

@Test(
    arguments: [
        (["a"], "a"), (["a\\", "b"], "a\nb"), (["a\\\\"], "a\\\\"), (["a\\", "\\", "c"], "a\n\nc"),
        (["", "b"], ""),
    ] as [([String], String)])
func aTrailingBackslashGoesOn(lines: [String], text: String) {
    var block = Continuation()
    for line in lines where block.add(line) { break }
    #expect(!block.isOpen)
    #expect(block.text == text)
}

private func complete(_ line: String) -> KefuClient.Replacements {
    let bytes = Array(line.utf8)
    let breaks = Array(" =".utf8)
    let start = (bytes.lastIndex { breaks.contains($0) } ?? -1) + 1
    let sources = Completer.Sources(
        entries: { ["e1", "e12", "e2"] }, answers: { ["a7"] }, categories: { ["价格", "安装"] })
    return Completer(sources: sources).complete(line, start..<bytes.count)
}

@Test(
    arguments: [
        ("/se", .words(["/search"])), ("/q", .words(["/quit"])), ("你", .words([])),
        ("/nix x", .words([])),
        ("/show e1", .words(["e1", "e12"])), ("/approve ", .words(["a7"])), ("/import ./", .paths),
        ("/import a.csv ./", .paths), ("/import --dry", .words(["--dry-run"])),
        ("/list --category ", .words(["价格", "安装"])), ("/list --category=价", .words(["价格"])),
        ("/list --status=p", .words(["pending"])), ("/rpc kb.exp", .words(["kb.export"])),
        ("/help sea", .words(["search"])), ("/revert e1 ", .words([])),
        ("/revert --json e", .words(["e1", "e12", "e2"])),
    ] as [(String, KefuClient.Replacements)])
func completes(line: String, expected: KefuClient.Replacements) {
    #expect(complete(line) == expected)
}

@Test func historySurvivesTheSession() throws {
    let directory = try TemporaryDirectory()
    let path = directory.file("history")
    var history = History(path: path)
    for line in ["充电桩", "two\nlines", "back\\slash\\n", "", "back\\slash\\n"] {
        _ = history.append(line)
    }
    #expect(History(path: path).lines == ["充电桩", "two\nlines", "back\\slash\\n"])
}

@Test func historyIsBounded() throws {
    let directory = try TemporaryDirectory()
    let path = directory.file("history")
    let many = (1...History.limit + 50).map { "line \($0)\n" }.joined()
    try TextFile.write(many, to: path)
    #expect(History(path: path).lines.first == "line 51")
    #expect(try TextFile.read(path).split(separator: "\n").count == History.limit)
}

@Test func synonymsAreJoinedAndParted() {
    let groups = [["a", "b"], ["c", "d"]]
    #expect(Vocabulary.joining(["b", "c", "x"], in: groups) == [["a", "b", "c", "d", "x"]])
    #expect(Vocabulary.joining(["y", "z"], in: groups) == groups + [["y", "z"]])
    #expect(Vocabulary.removing(["a"], from: groups) == [["c", "d"]])
}

@Test(
    arguments: [
        ([:], "/home/me/.local/share/kefu"), (["XDG_DATA_HOME": "/x"], "/x/kefu"),
        (["KEFU_DATA": "/k", "XDG_DATA_HOME": "/x"], "/k"), (["KEFU_DATA": "k"], "/home/a/k"),
        (["KEFU_DATA": ""], "/home/me/.local/share/kefu"),
    ] as [([String: String], String)])
func findsTheDataDirectory(environment: [String: String], expected: String) {
    let environment = environment.merging(["HOME": "/home/me"]) { $1 }
    let places = Places(GlobalOptions(), environment: environment, directory: "/home/a")
    #expect(places.data == expected)
    #expect(places.socket == expected + "/kefu.sock")
}

@Test func optionsWinOverTheEnvironment() {
    let options = GlobalOptions(data: "./d/", socket: "s.sock")
    let environment = ["KEFU_DATA": "/k", "KEFU_SOCKET": "/k/s"]
    let places = Places(options, environment: environment, directory: "/home/a")
    #expect(places.data == "/home/a/d")
    #expect(places.socket == "/home/a/s.sock")
}

@Test func aChangeIsTakenBackToTheStateBefore() {
    #expect(Talk.Undo("e1", states: [1]) == .remove("e1"))
    #expect(Talk.Undo("e1", states: [1, 2, 3]) == .revert("e1", revision: 2))
    #expect(Talk.Undo("e1", states: [3, 2, 1]) == .revert("e1", revision: 2))
    #expect(Talk.Undo("e1", states: []) == nil)
}
