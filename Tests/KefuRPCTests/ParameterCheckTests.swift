import KefuDomain
import Testing

@testable import KefuRPC

/// Parameters with a member of every kind.
private struct EveryKind: Documented {
    let name: String
    let short: String?
    let count: Int?
    let share: Double?
    let flag: Bool?
    let at: Timestamp?
    let review: Review?
    let words: [[String]]?
    let inner: EntryID?
    let counts: [String: Int]?
    let free: JSONValue?

    enum CodingKeys: String, FieldKey {
        case name, short, count, share, flag, at, review, words, inner, counts, free

        var doc: Field {
            switch self {
            case .name: Field(.text, "required")
            case .short: .optional(.text(maxLength: 3), "")
            case .count: .optional(.integer(1...100), "")
            case .share: .optional(.probability, "")
            case .flag: .optional(.flag, "")
            case .at: .optional(.time, "")
            case .review: .optional(.choice(of: Review.self), "")
            case .words: .optional(.list(.list(.text(maxLength: 3))), "")
            case .inner: .optional(.object(EntryID.self), "")
            case .counts: .optional(.map(.integer(0...9)), "")
            case .free: .optional(.anything, "")
            }
        }
    }
}

private func failure(_ json: String) -> KefuError? {
    let bytes = Array(json.utf8)
    do {
        try ParameterCheck.check(bytes, in: 0..<bytes.count, against: ObjectSchema(EveryKind.self))
        return nil
    } catch {
        return error
    }
}

@Test(arguments: [
    #"{"name":""}"#, #"{"name":"n","short":"三个字","count":100,"share":0.5}"#,
    #"{"name":"n","count":1.0}"#, #"{"name":"n","count":1e2,"share":1}"#,
    #"{"name":"n","short":null,"count":null,"share":null,"flag":null,"at":null,"review":null}"#,
    #"{"name":"n","flag":false,"at":"2026-11-20T08:00:00+08:00","review":"always"}"#,
    #"{"name":"n","words":[[],["a","b"]],"inner":{"id":"e1"},"counts":{"x":3}}"#,
    #"{"name":"n","free":{"any":[1,null,{"thing":true}]}}"#, #"{"n\u0061me":"n"}"#,
])
func goodParametersPassAndDecode(json: String) throws {
    #expect(failure(json) == nil)
    _ = try JSONCoding.decode(EveryKind.self, from: Array(json.utf8))
}

@Test(
    arguments: [
        ("{}", "name", .invalidParams),
        (#"{"name":null}"#, "name", .invalidParams),
        (#"{"name":1}"#, "name", .invalidParams),
        (#"{"name":"n","nmae":1}"#, "nmae", .invalidParams),
        (#"{"name":"n","name":"n"}"#, "name", .invalidParams),
        (#"{"name":"n","short":"four"}"#, "short", .limit),
        (#"{"name":"n","count":0}"#, "count", .invalidParams),
        (#"{"name":"n","count":101}"#, "count", .invalidParams),
        (#"{"name":"n","count":1.5}"#, "count", .invalidParams),
        (#"{"name":"n","count":"1"}"#, "count", .invalidParams),
        (#"{"name":"n","count":99999999999999999999}"#, "count", .invalidParams),
        (#"{"name":"n","count":true}"#, "count", .invalidParams),
        (#"{"name":"n","share":1.01}"#, "share", .invalidParams),
        (#"{"name":"n","share":1e999}"#, "share", .invalidParams),
        (#"{"name":"n","flag":1}"#, "flag", .invalidParams),
        (#"{"name":"n","at":"yesterday"}"#, "at", .invalidParams),
        (#"{"name":"n","review":"never"}"#, "review", .invalidParams),
        (#"{"name":"n","words":["a"]}"#, "words[0]", .invalidParams),
        (#"{"name":"n","words":[["a"],["b",7]]}"#, "words[1][1]", .invalidParams),
        (#"{"name":"n","words":[["a"],["b","long"]]}"#, "words[1][1]", .limit),
        (#"{"name":"n","inner":{}}"#, "inner.id", .invalidParams),
        (#"{"name":"n","inner":{"id":"e1","x":1}}"#, "inner.x", .invalidParams),
        (#"{"name":"n","counts":{"x":10}}"#, "counts.x", .invalidParams),
    ] as [(String, String, ErrorCode)])
func wrongParametersAreNamed(json: String, field: String, code: ErrorCode) {
    let error = failure(json)
    #expect(error?.field == field)
    #expect(error?.code == code)
}

@Test func anUnknownParameterBringsTheNearestName() {
    #expect(failure(#"{"name":"n","shrot":""}"#)?.nearest == ["short"])
}

@Test func textsUpToTheContractsLimitPass() {
    let text = String(repeating: "客", count: 100_000)
    #expect(failure("{\"name\":\"\(text)\"}") == nil)
    #expect(failure("{\"name\":\"\(text)服\"}")?.code == .limit)
}
