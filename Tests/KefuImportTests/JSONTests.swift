import KefuDomain
import Testing

@testable import KefuImport

@Test func readsTheFAQFormatOfTheSeeds() throws {
    let file = """
        {"faq": [
          {"id": "faq_1", "question": "几天到？", "answer": "三天", "category": "物流",
           "tags": ["物流", "时效"], "unknown": {"x": [1]}},
          {"id": 12345678901234567890, "问题": "能退吗", "答案": "能", "标签": "售后；退货"}
        ]}
        """
    let harvested = try Harvested(file, named: "faq.json")
    #expect(harvested.format == "json")
    #expect(harvested.entries.map(\.externalID) == ["faq_1", "12345678901234567890"])
    #expect(harvested.entries.map(\.tags) == [["物流", "时效"], ["售后", "退货"]])
    #expect(harvested.places == ["$.faq[0]", "$.faq[1]"])
}

@Test(arguments: [
    (#"[{"q":"a","a":"b"}]"#, "$[0]"), (#"{"data":[{"q":"a","a":"b"}]}"#, "$.data[0]"),
    (#"{"code":0,"data":{"total":1,"items":[{"q":"a","a":"b"}]}}"#, "$.data.items[0]"),
    (#"{"questions":[{"question":"a","answers":["b"]}]}"#, "$.questions[0]"),
    (#"{"question":"a","answer":"b"}"#, "$"),
    ("\u{FEFF}\n\n [ {\"标准问（必填）\":\"a\",\"机器人回答\":\"b\"} ] \n", "$[0]"),
])
func findsTheRowsOfJSON(file: String, place: String) throws {
    let harvested = try Harvested(file, named: "faq.json")
    #expect(harvested.pairs == ["a=b"])
    #expect(harvested.places == [place])
}

@Test func readsJSONLines() throws {
    let file = """
        {"id":"1","question":"a","answer":"b","similar_questions":["c","d"],"反例":"e##f"}

        {"question":"g"}
        {"question":"h","answer":
        ["no object"]
        {"question":"","title":"T","answer":"text","id":"p"}
        {"question":"i","answer":"j","review":"always","status":"pending","source":"learned"}
        """
    let harvested = try Harvested(file, named: "unnamed")
    #expect(harvested.format == "jsonl")
    #expect(harvested.pairs == ["a=b", "i=j"])
    #expect(harvested.entries[0].variants == ["c", "d"])
    #expect(harvested.entries[0].negatives == ["e", "f"])
    #expect(harvested.entries[1].review == .always)
    #expect(harvested.entries[1].status == .pending)
    #expect(harvested.entries[1].source == .learned)
    #expect(harvested.passages == [PassageDraft(externalID: "p", title: "T", text: "text")])
    #expect(harvested.refusedPlaces == ["line 3", "line 4", "line 5"])
}

@Test func takesTheImportedIdRatherThanThisBasesOwn() throws {
    let file = """
        {"id":"e4","external_id":null,"question":"a","answer":"b"}
        {"external_id":"x","id":"e5","question":"c","answer":"d"}
        """
    #expect(try Harvested(file).entries.map(\.externalID) == [nil, "x"])
}

@Test func losesOnlyTheElementThatCannotBeDecoded() throws {
    let file =
        Array(#"[{"q":"ab","a":"c"},{"q":"d"#.utf8) + [0xFF]
        + Array(#"","a":"e"},{"q":"\ud800","a":"f"},{"q":"\uD83D\uDD0C","a":"g"}]"#.utf8)
    let harvested = try Harvested(file, named: "faq.json")
    #expect(harvested.pairs == ["ab=c", "🔌=g"])
    #expect(harvested.refusedPlaces == ["$[1]", "$[2]"])
}

@Test(arguments: [
    (#"{"faq": [{"q": "a", "a": "b"},]}"#, "line 1, byte 31"),
    ("[{\"q\": \"a\",\n \"a\": 01}]", "line 2, byte 7"), ("{\"faq\": [", "line 1, byte 10"),
    ("[{\"q\": \"tab\tinside\"}]", "line 1, byte 12"), ("[1, 2] x", "line 1, byte 8"),
    (#"[{"q": "\x"}]"#, "line 1, byte 9"), ("[{\"a\" 1}]", "line 1, byte 7"),
    ("[{", "line 1, byte 3"),
])
func saysWhereJSONIsBroken(file: String, place: String) {
    let error = failure(Array(file.utf8), named: "faq.json")
    #expect(error?.code == .unreadable)
    #expect(error?.what.english == "the JSON is broken at \(place)")
}

@Test(arguments: ["[", "{\"a\":", "[{\"faq\":"])
func refusesDeepNestingWithoutFalling(opening: String) {
    let bomb = String(repeating: opening, count: 100_000)
    for name in ["bomb.json", "bomb"] {
        let error = failure(Array(bomb.utf8), named: name, format: "json")
        #expect(error?.why.english == "it is nested too deeply")
    }
    _ = try? Harvested(bomb, named: "bomb.jsonl")
}

@Test(
    arguments: [
        ("null", .null), ("true", .flag(true)), ("-0.5e+10", .number("-0.5e+10")),
        (#""a\n\u4e2d\/\\""#, .text("a\n中/\\")), ("[]", .list([])),
        (
            #"{"a":[1,{}],"a":2}"#,
            .object([
                .init(name: "a", value: .list([.number("1"), .object([])])),
                .init(name: "a", value: .number("2")),
            ])
        ),
    ] as [(String, JSONValue)])
func readsJSONValues(text: String, expected: JSONValue) throws {
    var reader = JSONReader(Array(text.utf8))
    #expect(try reader.value() == expected)
    #expect(reader.peek() == nil)
}

@Test(arguments: [
    "", "01", "-", "1.", ".5", "1e", "+1", "nul", "truee", "\"a", "'a'", "[1 2]", "{a:1}", "[,]",
])
func refusesWhatIsNotJSON(text: String) {
    var reader = JSONReader(Array(text.utf8))
    #expect(throws: JSONFault.self) {
        _ = try reader.value()
        try reader.requireEnd()
    }
}

@Test func refusesAnObjectWithoutRows() {
    let error = failure(Array(#"{"name": "kefu", "version": 1}"#.utf8), named: "package.json")
    #expect(error?.what.english == "the JSON holds no list of questions")
}

@Test func takesAnEmptyListForWhatItIs() throws {
    #expect(try Harvested(#"{"faq": []}"#).places.isEmpty)
}
