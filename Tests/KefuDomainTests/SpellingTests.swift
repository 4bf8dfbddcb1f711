import Testing

@testable import KefuDomain

@Test(arguments: [
    ("ask", "ask", 0), ("aks", "ask", 1), ("", "ask", 3), ("kb.serach", "kb.search", 1),
    ("flaw", "lawn", 2),
])
func distanceCountsEdits(one: String, other: String, expected: Int) {
    #expect(Spelling.distance(one, other) == expected)
    #expect(Spelling.distance(other, one) == expected)
}

@Test func onlyNearNamesAreOffered() {
    let known = ["kb.search", "kb.add", "ask", "answer.get", "help"]
    #expect(Spelling.nearest(to: "kb.serch", among: known) == ["kb.search"])
    #expect(Spelling.nearest(to: "he", among: known) == ["help"])
    #expect(Spelling.nearest(to: "something else", among: known).isEmpty)
}
