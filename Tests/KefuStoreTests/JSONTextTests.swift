import KefuDomain
import Testing

@testable import KefuStore

@Test(arguments: [
    [], [""], ["", ""], ["a"], ["a", "b", ""], [","], ["\",\"", "\\"], ["\n", "充电", "\u{1}"],
    ["[\"a\"]"],
])
func readsBackItsLists(list: [String]) throws {
    let text = try JSONText.encode(list: list)
    #expect(try JSONText.decode(list: text) == list)
    #expect(try JSONText.decode([String].self, from: text) == list)
}

@Test(arguments: ["", "[", "[1]", "{}", "\"a\"", "[\"a\\q\"]"])
func callsAnythingElseDamaged(text: String) {
    #expect(failure { _ = try JSONText.decode(list: text) }?.code == .unreadable)
}

@Test func listsRowsForSQLite() {
    #expect(JSONText.rows([Int64]()) == "[]")
    #expect(JSONText.rows([1, -2, 3]) == "[1,-2,3]")
}
