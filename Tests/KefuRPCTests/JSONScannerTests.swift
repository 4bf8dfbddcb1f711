import KefuDomain
import Testing

@testable import KefuRPC

private func isJSON(_ bytes: [UInt8], maxDepth: Int = Limits.depth) -> Bool {
    var scanner = JSONScanner(bytes, maxDepth: maxDepth)
    do {
        try scanner.skip()
        try scanner.finish()
        return true
    } catch {
        return false
    }
}

@Test(arguments: [
    "{}", "[]", " [ ] ", "0", "-0", "1.5e+10", "1E2", "true", "false", "null", #""""#,
    #""\"\\\/\b\f\n\r\té""#, #""\ud83d\ude00""#, #"{"a":{"b":[1,2,{"c":null}]}}"#,
    "\"客服\u{1F600}\"", "\t{\"a\" : 1 , \"b\" : 2}\r",
])
func readsJSON(text: String) {
    #expect(isJSON(Array(text.utf8)))
}

@Test(arguments: [
    "", " ", "{", "}", "[1,]", "[,1]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "01", "1.",
    ".5", "+1", "1e", "--1", "nul", "truee", "tru", "\"", "\"\\x\"", "\"\\u12\"", "\"\\ud800\"",
    "\"\\ud800x\"", "\"\\udc00\"", "\"a\nb\"", "\"\u{0}\"", "[1 2]", "1 2", "NaN", "Infinity",
    "'a'", "// comment", "\u{FEFF}{}", "[1]]",
])
func refusesWhatIsNoJSON(text: String) {
    #expect(!isJSON(Array(text.utf8)))
}

@Test(
    arguments: [
        [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
        [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF],
        [0xE4, 0xBD], [0xE4, 0xBD, 0x20],
    ] as [[UInt8]])
func refusesInvalidUTF8(bytes: [UInt8]) {
    #expect(!isJSON([0x22] + bytes + [0x22]))
}

@Test func depthIsCountedInContainers() {
    let deep = { (levels: Int) in
        Array((String(repeating: "[", count: levels) + String(repeating: "]", count: levels)).utf8)
    }
    #expect(isJSON(deep(128)))
    var scanner = JSONScanner(deep(129))
    #expect(throws: JSONScanner.Malformed.depth) { try scanner.skip() }
    let siblings = Array(("[" + String(repeating: "[],", count: 500) + "[]]").utf8)
    #expect(isJSON(siblings))
}

@Test(
    arguments: [
        (#"plain"#, "plain", 5), (#"客服"#, "客服", 2), (#"\u5ba2\n\"x"#, "客\n\"x", 4),
        (#"\ud83d\ude00!"#, "😀!", 2), (#"\\u0041"#, "\\u0041", 6),
    ] as [(String, String, Int)])
func readsStringsAndCountsTheirScalars(inner: String, text: String, length: Int) throws {
    let bytes = Array("\"\(inner)\"".utf8)
    var scanner = JSONScanner(bytes)
    let string = try scanner.string()
    #expect(string.text(in: bytes) == text)
    #expect(string.length == length)
}

@Test(arguments: 0..<200)
func randomBytesNeverTrap(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let alphabet =
        Array("{}[]\",:0123456789.eE+-truefalsn\\ud8 \t".utf8) + [0xE5, 0xAE, 0xA2, 0xFF]
    let bytes = (0..<300).map { _ in alphabet.randomElement(using: &random) ?? 0 }
    for length in stride(from: 0, through: bytes.count, by: 7) {
        _ = isJSON(Array(bytes[..<length]))
        _ = Message(Array(bytes[..<length]))
    }
}

@Test(arguments: 0..<200)
func damagedRequestsNeverTrap(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var bytes = Array(
        #"{"jsonrpc":"2.0","id":"\u5ba2","method":"kb.add","params":{"question":"客服","limit":1e2}}"#
            .utf8)
    for _ in 0..<3 {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(
            in: 0...255, using: &random)
    }
    let schema = ObjectSchema(AddEntry.Params.self)
    guard case .single(.request(let request)) = Message(bytes),
        let range = request.params
    else { return }
    try? ParameterCheck.check(request.line, in: range, against: schema)
}
