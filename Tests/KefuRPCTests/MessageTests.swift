import KefuDomain
import Testing

@testable import KefuRPC

/// What a line is taken for, in a few words: `id method params`, `id! type`, `[…]`, `fatal type`.
private func reading(_ line: String) -> String {
    switch Message(Array(line.utf8)) {
    case .fatal(let fault): "fatal \(fault.error.code.rawValue)"
    case .single(let item): reading(item)
    case .batch(let items): "[" + items.map(reading).joined(separator: ", ") + "]"
    }
}

private func reading(_ item: RequestItem) -> String {
    switch item {
    case .refused(let id, let fault):
        return "\(id?.text ?? "-")! \(fault.error.code.rawValue)"
    case .request(let request):
        let params = request.params.map { String(decoding: request.line[$0], as: UTF8.self) }
        return "\(request.id?.text ?? "-") \(request.method) \(params ?? "none")"
    }
}

@Test(
    arguments: [
        (#"{"jsonrpc":"2.0","id":1,"method":"ask","params":{"a":1}}"#, #"1 ask {"a":1}"#),
        (#"{"jsonrpc":"2.0","id":1,"method":"ask"}"#, "1 ask none"),
        (#"{"jsonrpc":"2.0","id":1,"method":"ask","params":null}"#, "1 ask none"),
        (#"{"jsonrpc":"2.0","method":"ask"}"#, "- ask none"),
        (#" { "method" : "ask" , "id" : null , "jsonrpc" : "2.0" } "#, "null ask none"),
        (#"{"jsonrpc":"2.0","id":1.0,"method":"ask"}"#, "1.0 ask none"),
        (#"{"jsonrpc":"2.0","id":1e2,"method":"ask"}"#, "1e2 ask none"),
        (
            #"{"jsonrpc":"2.0","id":123456789012345678901234567890,"method":"ask"}"#,
            "123456789012345678901234567890 ask none"
        ),
        (#"{"jsonrpc":"2.0","id":"\u5ba2\"","method":"ask"}"#, #""\u5ba2\"" ask none"#),
        (#"{"jsonrpc":"2.0","id":1,"m\u0065thod":"\u0061sk","extra":[{}]}"#, "1 ask none"),
    ] as [(String, String)])
func readsRequests(line: String, expected: String) {
    #expect(reading(line) == expected)
}

@Test(
    arguments: [
        (#"{"jsonrpc":"2.0","id":1,"#, "null! parse_error"),
        ("nonsense", "null! parse_error"),
        (#"{"jsonrpc":"2.0","id":1,"method":"ask"} x"#, "null! parse_error"),
        ("1", "null! invalid_request"),
        ("\"text\"", "null! invalid_request"),
        ("null", "null! invalid_request"),
        ("{}", "null! invalid_request"),
        (#"{"id":7,"method":"ask"}"#, "7! invalid_request"),
        (#"{"jsonrpc":2.0,"id":7,"method":"ask"}"#, "7! invalid_request"),
        (#"{"jsonrpc":"1.0","id":7,"method":"ask"}"#, "7! invalid_request"),
        (#"{"jsonrpc":"2.0","id":"x"}"#, "\"x\"! invalid_request"),
        (#"{"jsonrpc":"2.0","id":7,"method":1}"#, "7! invalid_request"),
        (#"{"jsonrpc":"2.0","method":1}"#, "null! invalid_request"),
        (#"{"jsonrpc":"2.0","id":[1],"method":"ask"}"#, "null! invalid_request"),
        (#"{"jsonrpc":"2.0","id":true,"method":"ask"}"#, "null! invalid_request"),
        (#"{"jsonrpc":"2.0","id":7,"method":"ask","params":[1]}"#, "7! invalid_params"),
        (#"{"jsonrpc":"2.0","method":"ask","params":[1]}"#, "-! invalid_params"),
        (#"{"jsonrpc":"2.0","id":7,"method":"ask","params":1}"#, "7! invalid_request"),
        (#"{"jsonrpc":"2.0","id":7,"id":8,"method":"ask"}"#, "8! invalid_request"),
    ] as [(String, String)])
func refusesWhatIsNoRequest(line: String, expected: String) {
    #expect(reading(line) == expected)
}

@Test(
    arguments: [
        ("[]", "null! invalid_request"),
        ("[1]", "[null! invalid_request]"),
        (
            #"[{"jsonrpc":"2.0","id":1,"method":"a"},{"jsonrpc":"2.0","method":"b"},{"x":1}]"#,
            "[1 a none, - b none, null! invalid_request]"
        ),
        ("[1,", "null! parse_error"),
    ] as [(String, String)])
func readsBatches(line: String, expected: String) {
    #expect(reading(line) == expected)
}

@Test func aBatchMayNotHaveTooManyMembers() {
    let batch = { (count: Int) in "[" + String(repeating: "1,", count: count - 1) + "1]" }
    #expect(reading(batch(Limits.batch + 1)) == "null! limit")
    #expect(reading(batch(Limits.batch)).hasPrefix("[null! invalid_request, "))
}

@Test(arguments: [128, 129])
func nestingIsReadUpToItsLimit(levels: Int) {
    // The request itself and its params are two of the levels.
    let inner =
        String(repeating: "[", count: levels - 2) + String(repeating: "]", count: levels - 2)
    let line = #"{"jsonrpc":"2.0","id":1,"method":"ask","params":{"a":"# + inner + "}}"
    #expect(reading(line).hasPrefix(levels <= 128 ? "1 ask" : "fatal invalid_request"))
}

@Test func idsAreTheSameByTheirText() {
    let id = { (json: String) -> RequestID? in
        RequestID(
            json.hasPrefix("\"") ? .string : .number, at: 0..<json.utf8.count, in: Array(json.utf8))
    }
    #expect(id(#""a""#) == id(#""\u0061""#))
    #expect(id("1") != id("1.0"))
    #expect(id("1") != id("\"1\""))
}
