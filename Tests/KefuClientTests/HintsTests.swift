import KefuDomain
import KefuRPC
import Testing

@testable import KefuClient

@Test(arguments: [
    ("list the entries with kb.list", "list the entries with kefu list"),
    ("用 kb.documents 查看现有文档", "用 kefu documents 查看现有文档"),
    ("give it with answer.correct, or answer.list.", "give it with kefu correct, or kefu answers."),
    ("look at system.metrics", "look at kefu rpc system.metrics"),
    ("rebuild the index: kefu rpc kb.reindex", "rebuild the index: kefu rpc kb.reindex"),
    ("rename faq.csv, or kb.lists, e.g. 1.5kW", "rename faq.csv, or kb.lists, e.g. 1.5kW"),
    ("", ""),
])
func hintsNameCommands(hint: String, spoken: String) {
    #expect(Hints.spoken(hint, in: .shell) == spoken)
}

@Test func hintsOfASessionNameItsCommands() {
    #expect(Hints.spoken("see kb.list", in: .repl) == "see /list")
    #expect(Hints.spoken("see system.shutdown", in: .repl) == "see /rpc system.shutdown")
    let error = KefuError.notFound(.entry)
    let lines = Failure(error, .chinese).lines(.plain(.chinese), in: .repl)
    #expect(lines.last == "  建议：用 /list 查看现有条目")
}

@Test func noMethodHasTwoCommands() {
    let names = Command.all.flatMap(\.methods).map { $0.name }
    #expect(Set(names).count == names.count)
    for name in names { #expect(Catalogue.method(named: name) != nil) }
}
