import KefuDomain
import Testing

@testable import KefuRPC

@Suite(.timeLimit(.minutes(2)))
struct ServerTests {
    @Test func answersAndEchoesTheID() throws {
        try withServer { path, _, _ in
            let client = try RawClient(path)
            client.send(#"{"jsonrpc":"2.0","id":"\u5ba2","method":"toy.ping"}"# + "\r\n")
            #expect(client.line() == #"{"jsonrpc":"2.0","id":"\u5ba2","result":{"value":"pong"}}"#)
            client.send(#"{"jsonrpc":"2.0","id":1e2,"method":"toy.png"}"# + "\n")
            let answer = client.line() ?? ""
            #expect(answer.hasPrefix(#"{"jsonrpc":"2.0","id":1e2,"error":{"code":-32601,"#))
            #expect(answer.contains(#""nearest":["toy.ping"]"#))
        }
    }

    @Test func servesHalfRequestsAndTheLastLineOfAHalfClosedStream() throws {
        try withServer { path, _, _ in
            let client = try RawClient(path)
            for byte in request(1, "toy.ping").utf8 { client.send([byte]) }
            #expect(client.answer()?["id"] == 1)
            client.send(request(2, "toy.ping") + request(3, "toy.ping").dropLast())
            client.endSending()
            #expect(Set([client.answer()?["id"], client.answer()?["id"]]) == [2, 3])
            #expect(client.isClosed())
        }
    }

    @Test func aBatchIsAnsweredInOneArrayWithoutItsNotifications() throws {
        try withServer { path, box, _ in
            let client = try RawClient(path)
            let note = #"{"jsonrpc":"2.0","method":"toy.append","params":{"value":"b"}}"#
            let members = [
                request(1, "toy.append", #"{"value":"a","count":2000}"#), note,
                request(2, "toy.append", #"{"value":"c"}"#), "7", request(3, "none.such"),
            ]
            client.send("[" + members.joined(separator: ",").filter { $0 != "\n" } + "]\n")
            guard case .list(let answers)? = client.answer() else {
                Issue.record("no array")
                return
            }
            #expect(answers.map { $0["id"] } == [1, 2, .null, 3])
            #expect(box.values == ["a", "b", "c"])
            client.send("[\(note),\(note)]\n" + request(4, "toy.ping"))
            #expect(client.answer()?["id"] == 4)
        }
    }

    @Test func writesOfOneConnectionKeepTheirOrder() throws {
        try withServer { path, box, _ in
            let client = try RawClient(path)
            var lines = ""
            for index in 0..<300 {
                lines += request(
                    index, "toy.append", #"{"value":"\#(index)","count":\#(index % 7 * 50)}"#)
            }
            client.send(lines)
            for _ in 0..<300 { #expect(client.answer()?["result"] != nil) }
            #expect(box.values == (0..<300).map(String.init))
        }
    }

    @Test func aLongLineKeepsItsPlace() throws {
        try withServer { path, box, _ in
            let client = try RawClient(path)
            let long = String(repeating: "x", count: 3 * LongLines.threshold)
            for round in 0..<5 {
                client.send(request(round, "toy.append", #"{"value":"\#(long)"}"#))
                client.send(request(round, "toy.append", #"{"value":"short"}"#))
            }
            for _ in 0..<10 { #expect(client.line() != nil) }
            let lengths = box.values.map(\.count)
            #expect(lengths == (0..<10).map { $0 % 2 == 0 ? long.count : 5 })
        }
    }

    @Test func whatWasSentBeforeLeavingIsDone() throws {
        try withServer { path, box, _ in
            let client = try RawClient(path)
            let note = #"{"jsonrpc":"2.0","method":"toy.append","params":{"value":"x"}}"# + "\n"
            client.send(String(repeating: note, count: 700))
            client.close()
            try waitUntil { box.values.count == 700 }
        }
    }

    @Test func aLongRequestHoldsOnlyTheLaterWritesOfItsConnection() throws {
        try withServer { path, box, _ in
            let importer = try RawClient(path)
            let other = try RawClient(path)
            importer.send(
                request(1, "toy.hold") + request(2, "toy.append", #"{"value":"later"}"#)
                    + request(3, "toy.echo", #"{"value":"read"}"#))
            #expect(importer.answer()?["method"] == "progress")
            #expect(importer.answer()?["id"] == 3)
            other.send(request(1, "toy.append", #"{"value":"other"}"#))
            #expect(other.answer()?["id"] == 1)
            box.open()
            #expect(importer.answer()?["id"] == 1)
            #expect(importer.answer()?["id"] == 2)
            #expect(box.values == ["other", "held", "later"])
        }
    }

    @Test func requestsOfOneConversationKeepTheirOrderOnOneConnection() throws {
        try withServer { path, box, _ in
            let client = try RawClient(path)
            var lines = ""
            for index in 0..<120 {
                let name = index % 2 == 0 ? "甲" : "乙"
                lines += request(index, "toy.talk", #"{"value":"\#(name)","count":\#(index)}"#)
            }
            client.send(lines)
            for _ in 0..<120 { #expect(client.answer() != nil) }
            for name in ["甲", "乙"] {
                let numbers = box.values.filter { $0.hasPrefix(name) }.compactMap {
                    Int($0.dropFirst())
                }
                #expect(numbers.count == 60 && numbers == numbers.sorted())
            }
        }
    }

    @Test func cancellingEndsRunningAndWaitingRequests() throws {
        try withServer { path, box, _ in
            let client = try RawClient(path)
            client.send(request(1, "toy.hold") + request(2, "toy.append", #"{"value":"x"}"#))
            try box.waitUntilHeld(1)
            client.send(request(3, "rpc.cancel", #"{"id":2}"#))
            #expect(client.answer()?["error"]?["code"] == -32007)
            #expect(client.answer()?["result"]?["cancelled"] == true)
            client.send(request(4, "rpc.cancel", #"{"id":1}"#))
            let answers = [client.answer(), client.answer()]
            #expect(answers.contains { $0?["id"] == 1 && $0?["error"]?["code"] == -32007 })
            client.send(request(5, "rpc.cancel", #"{"id":1}"#))
            #expect(client.answer()?["result"]?["cancelled"] == false)
            #expect(box.values.isEmpty)
        }
    }

    @Test func closingAConnectionEndsItsLongRequests() throws {
        try withServer { path, box, server in
            let client = try RawClient(path)
            client.send(request(1, "toy.hold"))
            try box.waitUntilHeld(1)
            client.close()
            try waitUntil { server.running(in: .bulk) == 0 }
            #expect(box.values.isEmpty)
        }
    }

    @Test func failuresOfHandlersBecomeAnswers() throws {
        try withServer { path, _, _ in
            let client = try RawClient(path)
            client.send(request(1, "toy.fail", #"{"value":"kefu"}"#))
            let known = client.answer()?["error"]
            #expect(known?["code"] == -32001)
            #expect(known?["data"]?["type"] == "not_found")
            #expect(known?["data"]?["retryable"] == false)
            for value in ["usage", "other"] {
                client.send(request(2, "toy.fail", #"{"value":"\#(value)"}"#))
                let fault = client.answer()?["error"]
                #expect(fault?["code"] == -32603)
                #expect(fault?["data"]?["id"] != nil)
            }
            client.send(request(3, "toy.echo", #"{"count":-1}"#))
            #expect(client.answer()?["error"]?["data"]?["field"] == "count")
        }
    }

    @Test(arguments: ["", "\n"])
    func aLineOverTheLimitIsRefusedAndTheConnectionClosed(end: String) throws {
        try withServer { path, _, _ in
            let client = try RawClient(path)
            client.send(request(1, "toy.ping"))
            #expect(client.answer()?["id"] == 1)
            #expect(client.send(Array(repeating: 0x20, count: Limits.line + 1) + Array(end.utf8)))
            let answer = client.answer()
            #expect(answer?["error"]?["code"] == -32600)
            #expect(answer?["id"] == .null)
            #expect(client.isClosed())
        }
    }

    @Test func nestingOverTheLimitIsRefusedAndTheConnectionClosed() throws {
        try withServer { path, _, _ in
            let client = try RawClient(path)
            client.send(String(repeating: "[", count: 5000) + "\n")
            #expect(client.answer()?["error"]?["code"] == -32600)
            #expect(client.isClosed())
        }
    }

    @Test func aLineOfTheFullLengthIsServed() throws {
        try withServer { path, _, _ in
            let client = try RawClient(path)
            let head = #"{"jsonrpc":"2.0","id":1,"method":"toy.append","params":{"value":""#
            let tail = "\"}}"
            let filler = String(
                repeating: "x", count: Limits.line - head.utf8.count - tail.utf8.count)
            #expect(client.send(head + filler + tail + "\n"))
            #expect(client.line(seconds: 60)?.utf8.count ?? 0 > filler.utf8.count)
        }
    }

    @Test func badBytesDoNoHarm() throws {
        try withServer { path, _, _ in
            var random = SeededGenerator(seed: 4)
            for _ in 0..<20 {
                let client = try RawClient(path)
                client.send((0..<5000).map { _ in UInt8.random(in: 0...255, using: &random) })
            }
            let client = try RawClient(path)
            client.send([0xFF, 0xFE, 0x0A])
            #expect(client.answer()?["error"]?["code"] == -32700)
            client.send(request(1, "toy.ping"))
            #expect(client.answer()?["id"] == 1)
        }
    }
}
