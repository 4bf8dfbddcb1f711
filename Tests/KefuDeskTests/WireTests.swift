import Foundation
import KefuRPC
import Support
import Testing

private let health = #""method":"system.health""#

/// Checks that an error object says everything that PROTOCOL promises.
private func expectComplete(
    _ error: JSONValue?, type: String, sourceLocation: SourceLocation = #_sourceLocation
) {
    #expect(error?["message"]?.string?.isEmpty == false, sourceLocation: sourceLocation)
    #expect(error?.at("data", "type")?.string == type, sourceLocation: sourceLocation)
    #expect(error?.at("data", "why")?.string?.isEmpty == false, sourceLocation: sourceLocation)
    #expect(error?.at("data", "hint")?.string?.isEmpty == false, sourceLocation: sourceLocation)
    #expect(error?.at("data", "retryable")?.bool != nil, sourceLocation: sourceLocation)
}

@Suite struct WireTests {
    @Test func everyBadLineIsAnsweredAndTheConnectionGoesOn() throws {
        let daemon = try DaemonProcess()
        let client = try daemon.connect()
        let bad: [(line: String, code: Int, type: String)] = [
            ("{", -32700, "parse_error"),
            ("nonsense", -32700, "parse_error"),
            (#"{"jsonrpc":"2.0","id":1,}"#, -32700, "parse_error"),
            (#"{"jsonrpc":"2.0"} {}"#, -32700, "parse_error"),
            ("[]", -32600, "invalid_request"),
            ("1", -32600, "invalid_request"),
            (#""ask""#, -32600, "invalid_request"),
            ("{}", -32600, "invalid_request"),
            (#"{"jsonrpc":"1.0","id":1,"method":"system.health"}"#, -32600, "invalid_request"),
            (#"{"jsonrpc":"2.0","id":1,"method":7}"#, -32600, "invalid_request"),
            (#"{"jsonrpc":"2.0","id":{},"method":"system.health"}"#, -32600, "invalid_request"),
            (#"{"jsonrpc":"2.0","id":1,"method":"kb.serch"}"#, -32601, "method_not_found"),
            (#"{"jsonrpc":"2.0","id":1,\#(health),"params":[]}"#, -32602, "invalid_params"),
            (#"{"jsonrpc":"2.0","id":1,\#(health),"params":[1]}"#, -32602, "invalid_params"),
        ]
        for (line, code, type) in bad {
            let reply = try client.exchange(line)
            #expect(reply["error"]?.code == code, "\(line)")
            expectComplete(reply["error"], type: type)
        }
        try client.send(Data([0x22, 0xFF, 0xFE, 0x22, 0x0A]))
        #expect(try client.message()["error"]?.code == -32700)
        #expect(try client.call("system.health")["protocol"] == 1)
    }

    @Test func anUnknownMethodGetsTheNearestNames() throws {
        let client = try DaemonProcess().connect()
        let error = try client.failure("kb.serch", ["query": "x"])
        #expect(error.at("data", "hint")?.string?.contains("kb.search") == true)
    }

    @Test func idsComeBackAsTheyWereWritten() throws {
        let client = try DaemonProcess().connect()
        let ids = [
            "1.0", "1e2", "-0", "0.10", "123456789012345678901234567890", "\"x\"", "\"\"",
            #""\u4f60\u597d""#, "null",
        ]
        for id in ids {
            try client.send(line: #"{"jsonrpc":"2.0","id":\#(id),\#(health)}"#)
            let line = try client.line()
            #expect(line?.contains(#""id":\#(id),"#) == true, "\(id): \(line ?? "closed")")
            #expect(line?.contains(#""result":"#) == true)
        }
    }

    @Test func paramsMayBeAbsentOrNull() throws {
        let client = try DaemonProcess().connect()
        for params in ["", #","params":null"#, #","params":{}"#] {
            let reply = try client.exchange(#"{"jsonrpc":"2.0","id":1,\#(health)\#(params)}"#)
            #expect(reply.at("result", "protocol") == 1)
        }
    }

    @Test func notificationsAreObeyedAndNotAnswered() throws {
        let client = try DaemonProcess().connect()
        try client.send(
            line: #"{"jsonrpc":"2.0","method":"kb.add","params":{"question":"q","answer":"a"}}"#)
        try client.send(line: #"{"jsonrpc":"2.0","method":"no.such"}"#)
        try client.send(line: #"{"jsonrpc":"2.0","method":"kb.add","params":{}}"#)
        let reply = try client.exchange(
            #"{"jsonrpc":"2.0","id":"next","method":"kb.update","params":{"id":"e1","tags":["t"]}}"#
        )
        #expect(reply["id"] == "next")
        #expect(reply.at("result", "question") == "q")
    }

    @Test func aBatchIsAnsweredInOneArray() throws {
        let client = try DaemonProcess().connect()
        let reply = try client.exchange(
            #"""
            [{"jsonrpc":"2.0","id":1,"method":"kb.add","params":{"question":"一","answer":"1"}},\#
            {"jsonrpc":"2.0","method":"kb.add","params":{"question":"二","answer":"2"}},\#
            7,{"jsonrpc":"2.0","id":2,"method":"kb.update","params":{"id":"e2","answer":"22"}}]
            """#)
        #expect(reply.items.count == 3)
        let second = reply.items.first { $0["id"] == 2 }
        #expect(second?.at("result", "answer") == "22")
        #expect(reply.items.contains { $0["error"]?.code == -32600 && $0["id"] == .null })
    }

    @Test func aBatchOfNotificationsIsNotAnswered() throws {
        let client = try DaemonProcess().connect()
        try client.send(line: #"[{"jsonrpc":"2.0",\#(health)},{"jsonrpc":"2.0",\#(health)}]"#)
        let reply = try client.exchange(#"{"jsonrpc":"2.0","id":9,\#(health)}"#)
        #expect(reply["id"] == 9)
    }

    @Test func blankLinesAndCarriageReturnsAreAccepted() throws {
        let client = try DaemonProcess().connect()
        try client.send(Data("\n\r\n{\"jsonrpc\":\"2.0\",\"id\":1,\(health)}\r\n".utf8))
        #expect(try client.message()["id"] == 1)
    }

    @Test func pipelinedWritesAreAppliedInTheOrderSent() throws {
        let client = try DaemonProcess().connect()
        let id = try client.add("问题", "0")
        for number in 1...40 {
            try client.send(
                line: #"{"jsonrpc":"2.0","id":\#(number),"method":"kb.update","params":"#
                    + #"{"id":"\#(id)","answer":"\#(number)"}}"#)
        }
        for _ in 1...40 { _ = try client.message() }
        #expect(try client.call("kb.get", ["id": .text(id)])["answer"] == "40")
    }

    @Test func tooDeepNestingIsAnErrorAndCloses() throws {
        let daemon = try DaemonProcess()
        let shallow = try daemon.connect()
        let fine = String(repeating: "[", count: 127) + String(repeating: "]", count: 127)
        #expect(try shallow.exchange("[\(fine)]").items.first?["error"]?.code == -32600)
        #expect(try shallow.call("system.health")["protocol"] == 1)
        for open in ["[", #"{"a":"#] {
            let client = try daemon.connect()
            try client.send(line: String(repeating: open, count: 129))
            let error = try client.message()["error"]
            #expect(error?.code == -32600, "\(open)")
            #expect(try client.line() == nil)
        }
    }

    @Test func aLineOverSixteenMebibytesIsAnErrorAndCloses() throws {
        let daemon = try DaemonProcess()
        let client = try daemon.connect()
        let half = Data(repeating: UInt8(ascii: "a"), count: 8 << 20)
        try client.send(half)
        try client.send(half)
        try? client.send(Data("b".utf8))
        #expect(try client.message()["error"]?.code == -32600)
        #expect(try client.line() == nil)
        #expect(try daemon.connect().call("system.health")["protocol"] == 1)
    }

    @Test func aClientThatVanishesMidwayDoesNoHarm() throws {
        let daemon = try DaemonProcess()
        for text in ["", "{\"json", "{\"jsonrpc\":\"2.0\",\"id\":1,\(health)}\n"] {
            for _ in 0..<20 { try daemon.connect().send(Data(text.utf8)) }
        }
        #expect(try daemon.connect().call("system.health")["protocol"] == 1)
    }

    @Test func discoveryListsEveryMethodWithItsSchemas() throws {
        let client = try DaemonProcess().connect()
        let document = try client.call("rpc.discover")
        #expect(document["openrpc"]?.string?.hasPrefix("1.") == true)
        let methods = document["methods"]?.items ?? []
        #expect(
            Set(methods.compactMap { $0["name"]?.string }) == Set(Catalogue.methods.map { $0.name })
        )
        for method in methods {
            #expect(method["summary"]?.string?.isEmpty == false)
            #expect(method.at("result", "schema") != nil)
        }
    }

    @Test func cancellingEndsARunningImportAndTakesItBack() throws {
        let client = try DaemonProcess().connect()
        var rows = ""
        for number in 0..<30_000 { rows += "问题第\(number)号,答案\(number)\\n" }
        try client.send(
            line: #"{"jsonrpc":"2.0","id":"long","method":"kb.import","params":"#
                + #"{"name":"big.csv","content":"question,answer\n\#(rows)"}}"#)
        try client.send(
            line: #"{"jsonrpc":"2.0","id":"c","method":"rpc.cancel","params":{"id":"long"}}"#)
        var codes: [String: Int?] = [:]
        for _ in 0..<2 {
            let reply = try client.message()
            codes[reply["id"]?.string ?? ""] = reply["error"]?.code
        }
        #expect(codes["long"] == -32007)
        #expect(try client.call("system.health")["entries"] == 0)
    }
}
