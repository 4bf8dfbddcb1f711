import KefuDomain
import Testing

@testable import KefuRPC

private func text(_ value: some Encodable) throws -> String {
    String(decoding: try LineEncoder.encode(value), as: UTF8.self)
}

@Test func membersKeepTheOrderOfTheirDeclaration() throws {
    let health = IndexHealth(state: .building, behind: 3)
    #expect(try text(health) == #"{"state":"building","behind":3}"#)
    let revision = EntryRevision(
        revision: 1, at: Timestamp(seconds: 0), what: "added",
        entry: Entry(
            id: "e1", question: "q", answer: "a", variants: ["v"], source: .manual,
            createdAt: Timestamp(seconds: 0), updatedAt: Timestamp(seconds: 0)))
    let json = try text(revision)
    #expect(json.hasPrefix(#"{"revision":1,"at":"1970-01-01T"#))
    #expect(json.contains(#""question":"q","answer":"a","variants":["v"],"negatives":[],"#))
    #expect(json.contains(#""review":"auto","expires_at":null,"hits":0,"#))
}

@Test(
    arguments: [
        .null, true, 0, -7, "", "客\"服\\\n\u{1}\u{7F}😀", [], [:],
        [1, [2, []], ["a": ["b": .null]]],
        .number(0.1), .number(-1e300), .number(.leastNonzeroMagnitude), .integer(.max),
        .integer(.min),
        ["x": [], "y": [:], "z": "end"],
    ] as [JSONValue])
func encodedValuesReadBack(value: JSONValue) throws {
    let json = try LineEncoder.encode(value)
    #expect(!json.contains(0x0A))
    #expect(try JSONCoding.decode(JSONValue.self, from: json).sorted == value.sorted)
}

@Test func numbersThatAreNoneAreRefused() {
    #expect(throws: EncodingError.self) { try text([Double.nan]) }
    #expect(throws: EncodingError.self) { try text([Double.infinity]) }
}

@Test func anObjectWithoutMembersIsAnObject() throws {
    #expect(try text(Nothing()) == "{}")
    #expect(try text([Nothing(), Nothing()]) == "[{},{}]")
    #expect(try text(["a": ["b": 1]]) == #"{"a":{"b":1}}"#)
}

extension JSONValue {
    /// The same value with the members of all objects in the order of their names.
    var sorted: JSONValue {
        switch self {
        case .object(let members):
            .object(
                members.map { Member($0.name, $0.value.sorted) }.sorted { $0.name < $1.name })
        case .list(let values): .list(values.map(\.sorted))
        default: self
        }
    }
}
