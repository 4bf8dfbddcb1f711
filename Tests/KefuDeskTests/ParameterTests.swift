import KefuRPC
import Support
import Testing

@Suite struct ParameterTests {
    @Test func aBadParameterIsNamed() throws {
        let client = try DaemonProcess().connect()
        let cases: [(method: String, params: JSONValue, field: String)] = [
            ("kb.search", ["query": "x", "limt": 3], "limt"),
            ("kb.search", ["query": 3], "query"),
            ("kb.search", [:], "query"),
            ("kb.search", ["query": .null], "query"),
            ("kb.search", ["query": "x", "limit": "3"], "limit"),
            ("kb.search", ["query": "x", "limit": .number(1.5)], "limit"),
            ("kb.search", ["query": "x", "explain": "yes"], "explain"),
            ("kb.add", ["question": "q"], "answer"),
            ("kb.add", ["question": "q", "answer": ["a"]], "answer"),
            ("kb.add", ["question": "q", "answer": "a", "variants": "v"], "variants"),
            ("kb.add", ["question": "q", "answer": "a", "review": "never"], "review"),
            ("kb.add", ["question": "q", "answer": "a", "expires_at": "soon"], "expires_at"),
            ("kb.add", ["question": "  ", "answer": "a"], "question"),
            ("kb.add", ["question": "q", "answer": "\n"], "answer"),
            ("kb.list", ["status": "gone"], "status"),
            ("kb.list", ["cursor": "not a cursor"], "cursor"),
            ("kb.export", ["path": "/tmp/x", "format": "xml"], "format"),
            ("kb.set_synonyms", ["groups": "充电桩"], "groups"),
            ("ask", ["question": ""], "question"),
            ("ask", ["question": " \u{3000}\n"], "question"),
            ("answer.list", ["action": "maybe"], "action"),
            ("events.subscribe", ["topics": ["weather"]], "topics"),
            ("kb.revert", ["id": "e1", "revision": "1"], "revision"),
        ]
        for (method, params, field) in cases {
            let error = try client.failure(method, params)
            #expect(error.code == -32602, "\(method) \(params)")
            let named = error.at("data", "field")?.string ?? ""
            #expect(named.hasPrefix(field), "\(method) \(params): \(named)")
            #expect(error.at("data", "hint")?.string?.isEmpty == false)
        }
    }

    @Test func anUnknownParameterGetsTheNearestName() throws {
        let client = try DaemonProcess().connect()
        let error = try client.failure("kb.search", ["query": "x", "limt": 3])
        #expect(error.at("data", "hint")?.string?.contains("limit") == true)
    }

    @Test func limitsAreOneToOneHundred() throws {
        let client = try DaemonProcess().connect()
        let methods: [(String, JSONValue)] = [
            ("kb.search", ["query": "x"]), ("kb.list", [:]), ("ask", ["question": "x"]),
            ("answer.list", [:]), ("kb.conflicts", [:]),
        ]
        for (method, params) in methods {
            guard case .object(let members) = params else { continue }
            for limit in [0, -1, 101] {
                let bad = JSONValue.object(members + [.init("limit", .integer(limit))])
                let error = try client.failure(method, bad)
                #expect(error.code == -32602, "\(method) \(limit)")
                #expect(error.at("data", "field") == "limit")
            }
            for limit in [1, 100] {
                try client.call(
                    method, .object(members + [.init("limit", .integer(limit))]))
            }
        }
    }

    @Test func relativePathsAreRefused() throws {
        let client = try DaemonProcess().connect()
        let cases: [(String, JSONValue)] = [
            ("kb.import", ["path": "faq.csv"]), ("kb.import", ["path": "./faq.csv"]),
            ("kb.import", ["path": ""]),
            ("kb.export", ["path": "out.csv", "format": "csv"]),
            ("system.backup", ["path": "../copy.sqlite"]),
        ]
        for (method, params) in cases {
            let error = try client.failure(method, params)
            #expect(error.code == -32602, "\(method) \(params)")
            #expect(error.at("data", "field") == "path")
        }
    }

    @Test func anyStringIsALegalID() throws {
        let client = try DaemonProcess().connect()
        let ids = [
            "zzz", "e1", "e999999999999999999999", "e-1", "E1", " e1", "a1", "", "𝕏",
            "' OR 1=1 --", "e1\u{0}",
        ]
        for id in ids {
            let methods: [(String, JSONValue)] = [
                ("kb.get", ["id": .text(id)]),
                ("kb.update", ["id": .text(id), "answer": "x"]),
                ("kb.remove", ["id": .text(id)]), ("kb.revisions", ["id": .text(id)]),
                ("kb.revert", ["id": .text(id), "revision": 1]),
                ("answer.get", ["id": .text(id)]), ("answer.explain", ["id": .text(id)]),
                ("answer.approve", ["id": .text(id)]), ("answer.reject", ["id": .text(id)]),
                ("answer.correct", ["id": .text(id), "answer": "x"]),
            ]
            for (method, params) in methods {
                let error = try client.failure(method, params)
                #expect(error.code == -32001, "\(method) \(id)")
                #expect(error.at("data", "type") == "not_found")
            }
        }
    }

    @Test func questionsOfOneHundredThousandCharactersAreRoutedAndLongerOnesAreNot() throws {
        let client = try DaemonProcess().connect()
        try client.add("充电桩保修几年", "保修三年")
        let long = String(repeating: "充电", count: 50_000)
        let answer = try client.ask(long)
        #expect(["reply", "clarify", "handoff"].contains(answer["action"]?.string))
        for (method, field) in [("ask", "question"), ("kb.search", "query")] {
            let error = try client.failure(method, .object([.init(field, .text(long + "桩"))]))
            #expect(error.code == -32005)
            #expect(error.at("data", "field")?.string == field)
        }
        let error = try client.failure(
            "kb.add", ["question": "q", "answer": .text(long + "桩")])
        #expect(error.code == -32005)
    }

    @Test func errorsNeverRepeatWhatTheCallerSaid() throws {
        let client = try DaemonProcess().connect()
        let secret = "机密客户张三丰"
        try client.add(secret, "答案")
        let errors = try [
            client.failure("kb.get", ["id": .text(secret)]),
            client.failure("kb.list", ["cursor": .text(secret)]),
            client.failure("kb.list", ["status": .text(secret)]),
            client.failure("answer.correct", ["id": .text(secret), "answer": .text(secret)]),
        ]
        for error in errors { #expect(!"\(error)".contains(secret)) }
    }
}
