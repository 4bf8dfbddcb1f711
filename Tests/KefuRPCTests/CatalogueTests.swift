import KefuDomain
import Testing

@testable import KefuRPC

@Test func methodNamesAreUnique() {
    let names = Catalogue.methods.map { $0.name }
    #expect(Set(names).count == names.count)
}

@Test(arguments: Catalogue.methods.map { $0.name })
func methodNameFollowsThePattern(name: String) {
    #expect(name == "ask" || name.wholeMatch(of: /[a-z]+\.[a-z_]+/) != nil)
}

@Test(arguments: Catalogue.methods.map { $0.name })
func everyMemberExplainsItself(name: String) throws {
    let method = try #require(Catalogue.method(named: name))
    #expect(method.summary.hasSuffix("."))
    for (name, field) in method.paramsType.fields + method.resultType.fields {
        #expect(name.wholeMatch(of: /[a-z][a-z0-9_]*/) != nil)
        #expect(field.doc.count > 3)
    }
}

@Test func theContractsMethodsAreAllThere() {
    let contract = [
        "rpc.discover", "rpc.cancel", "system.health", "system.shutdown", "system.metrics",
        "system.backup", "client.hello", "kb.add", "kb.get", "kb.update", "kb.remove", "kb.list",
        "kb.revisions", "kb.revert", "kb.conflicts", "kb.import", "kb.export", "kb.search",
        "kb.reindex", "kb.stats", "kb.synonyms", "kb.set_synonyms", "kb.ignored",
        "kb.set_ignored", "ask", "answer.get", "answer.explain", "answer.list", "answer.approve",
        "answer.correct", "answer.reject", "learn.pending", "learn.approve", "learn.reject",
        "learn.undo", "learn.stats", "learn.gaps", "learn.answer_gap", "learn.recalibrate",
        "learn.reset_calibration", "events.subscribe",
    ]
    #expect(Set(contract).isSubset(of: Catalogue.methods.map { $0.name }))
}

@Test func openRPCReferencesResolve() throws {
    let text = String(decoding: try OpenRPC.documentText.get(), as: UTF8.self)
    let document = try JSONCoding.decode(JSONValue.self, from: Array(text.utf8))
    let schemas = try #require(document["components"]?["schemas"])
    for match in text.matches(of: /"#\/components\/schemas\/([^"]+)"/) {
        #expect(schemas[String(match.1)] != nil, "\(match.1)")
    }
    guard case .list(let methods)? = document["methods"] else {
        Issue.record("no methods")
        return
    }
    #expect(methods.map { $0["name"] } == Catalogue.methods.map { .text($0.name) })
    #expect(methods.allSatisfy { $0["result"]?["schema"] != nil })
}

@Test func referenceAndHelpKnowEveryMethod() {
    let markdown = MethodReference.markdown
    for method in Catalogue.methods {
        #expect(markdown.contains("`\(method.name)`"))
        #expect(MethodReference.help(for: method).hasPrefix(method.name))
    }
}

@Test func explicitNullIsNotAbsence() throws {
    let absent = try JSONCoding.decode(UpdateEntry.Params.self, from: Array(#"{"id":"e1"}"#.utf8))
    let null = try JSONCoding.decode(
        UpdateEntry.Params.self, from: Array(#"{"id":"e1","expires_at":null}"#.utf8))
    #expect(absent.patch.expiresAt == nil)
    #expect(null.patch.expiresAt == .some(nil))
}

@Test func listsEndWithAnExplicitNull() throws {
    let json = try JSONCoding.encode(ListEntries.Result(entries: [], nextCursor: nil))
    #expect(String(decoding: json, as: UTF8.self) == #"{"entries":[],"next_cursor":null}"#)
    let back = try JSONCoding.decode(ListEntries.Result.self, from: json)
    #expect(back.nextCursor == nil)
    let bare = try JSONCoding.decode(ListEntries.Result.self, from: Array(#"{"entries":[]}"#.utf8))
    #expect(bare.nextCursor == nil)
}

@Test(
    arguments: [
        ("kb.serch", ["kb.search"]), ("kb.ad", ["kb.add"]), ("Ask", ["ask"]),
        ("zzzzzzzzzzzz", []),
    ] as [(String, [String])])
func nearestNamesAreWithinAThird(word: String, expected: [String]) {
    let names = Spelling.nearest(to: word, among: Catalogue.methods.map { $0.name })
    #expect(names.starts(with: expected) && names.isEmpty == expected.isEmpty)
}
