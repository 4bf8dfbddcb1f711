import KefuDomain
import Testing

@testable import KefuClient

@Test(
    arguments: [
        ("a", .approve), ("Ａ", .approve), ("ａ", .approve), (" approve ", .approve),
        ("采纳", .approve), ("f", .insist), ("e", .edit(answer: nil)),
        ("e 三年 质保", .edit(answer: "三年 质保")), ("r", .reject(reason: nil)),
        ("r 太含糊", .reject(reason: "太含糊")), ("R", .reject(reason: "")), ("s", .skip),
        ("跳过", .skip), ("u", .undo), ("q", .quit), ("?", .help), ("？", .help),
        ("x", .unknown("x")), ("保修", .unknown("保修")), ("", .unknown("")),
        ("\u{0}", .unknown("\u{0}")),
    ] as [(String, ReviewStep)])
func understandsKeysAndLines(text: String, step: ReviewStep) {
    #expect(ReviewStep(text) == step)
}

@Test(
    arguments: [
        (["review"], "review", []), (["pending"], "pending", []), (["gaps"], "gaps", []),
        (["answer", "g3", "可以", "的"], "answer", ["g3", "可以", "的"]),
        (["learned"], "learned", []), (["learned", "undo", "l5"], "learned", ["undo", "l5"]),
        (["learned", "undo", "--since", "monday", "-y"], "learned", ["undo"]),
        (["learn", "stats"], "learn", ["stats"]), (["learn"], "learn", []),
    ] as [([String], String, [String])])
func understandsLearning(words: [String], command: String, arguments: [String]) throws {
    let invocation = try #require(try CommandLineParser.parse(words).invocation)
    #expect(invocation.command.name == command)
    #expect(invocation.arguments == arguments)
}

@Test(arguments: [
    ["learned", "redo"], ["learn", "more"], ["answer"], ["review", "e1"], ["gaps", "--limit", "x"],
])
func refusesWhatLearningDoesNotUnderstand(words: [String]) {
    #expect(throws: KefuError.self) { try CommandLineParser.parse(words) }
}

@Test(
    arguments: [
        ("/answer g", .words(["g3", "g12"])), ("/learned undo l", .words(["l5"])),
        ("/learned ", .words(["undo"])), ("/rev", .words(["/review", "/revisions", "/revert"])),
        ("/learn s", .words(["stats"])),
    ] as [(String, Replacements)])
func completesLearning(line: String, expected: Replacements) {
    let bytes = Array(line.utf8)
    let start = (bytes.lastIndex { Array(" =".utf8).contains($0) } ?? -1) + 1
    var sources = Completer.Sources()
    sources.gaps = { ["g3", "g12"] }
    sources.learned = { ["l5"] }
    let replaced = Completer(sources: sources).complete(line, start..<bytes.count)
    guard case .words(let found) = replaced, case .words(let wanted) = expected else {
        Issue.record("no words")
        return
    }
    #expect(Set(found) == Set(wanted))
}

@Test func daysHaveNames() throws {
    // A Wednesday.
    let now = try #require(Moment.read("2026-11-25T12:00"))
    #expect(Moment.past("today", now: now) == Moment.read("2026-11-25"))
    #expect(Moment.past("昨天", now: now) == Moment.read("2026-11-24"))
    #expect(Moment.past("Monday", now: now) == Moment.read("2026-11-23"))
    #expect(Moment.past("周三", now: now) == Moment.read("2026-11-25"))
    #expect(Moment.past("星期四", now: now) == Moment.read("2026-11-19"))
    for text in ["", "someday", "周八", "12"] { #expect(Moment.past(text, now: now) == nil) }
}
