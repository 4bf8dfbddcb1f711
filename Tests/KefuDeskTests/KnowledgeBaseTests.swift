import KefuRPC
import Support
import Testing

@Suite struct KnowledgeBaseTests {
    @Test func anEntryIsKeptWithEverythingThatWasSaid() throws {
        let client = try DaemonProcess().connect()
        let added = try client.call(
            "kb.add",
            [
                "question": "充电桩保修几年？", "answer": "三年", "variants": ["质保多久"],
                "negatives": ["电池保修几年"], "category": "售后", "tags": ["保修"],
                "expires_at": "2099-01-01T00:00:00+08:00", "review": "always",
            ])
        let kept = try client.call("kb.get", ["id": added["id"] ?? .null])
        for (name, value) in [
            ("question", "充电桩保修几年？"), ("answer", "三年"), ("variants", ["质保多久"]),
            ("negatives", ["电池保修几年"]), ("category", "售后"), ("tags", ["保修"]),
            ("status", "active"), ("source", "manual"), ("review", "always"), ("hits", 0),
        ] as [(String, JSONValue)] {
            #expect(kept[name] == value, "\(name)")
        }
        #expect(kept["expires_at"]?.string?.hasPrefix("2099-01-01T00:00:00") == true)
        #expect(kept["expires_at"]?.string?.hasSuffix("+08:00") == true)
        #expect(kept["created_at"]?.string?.hasSuffix("+08:00") == true)
    }

    @Test func theSameQuestionTwiceIsAConflictThatNamesTheOther() throws {
        let client = try DaemonProcess().connect()
        let id = try client.add("320 KW 充电桩保修几年？", "三年")
        for same in ["320kw充电桩保修几年", "３２０ＫＷ 充電樁保修幾年", "  320kW充电桩，保修几年?!"] {
            let error = try client.failure(
                "kb.add", ["question": .text(same), "answer": "五年"])
            #expect(error.code == -32002, "\(same)")
            #expect(error.at("data", "with")?.items.first?["id"]?.string == id)
        }
        let other = try client.add("枪线多长", "五米")
        let error = try client.failure(
            "kb.update", ["id": .text(other), "question": "320KW充电桩保修几年"])
        #expect(error.code == -32002)
        #expect(try client.call("kb.get", ["id": .text(other)])["question"] == "枪线多长")
    }

    @Test func anEntryIsFoundAsSoonAsItWasAdded() throws {
        let client = try DaemonProcess().connect()
        for number in 1...20 {
            let question = "型号XZ-\(number)00的外壳是什么颜色"
            let id = try client.add(question, "颜色\(number)")
            let found = try client.call("kb.search", ["query": .text(question)])
            #expect(found["hits"]?.items.first?["id"]?.string == id)
            #expect(found["hits"]?.items.first?["kind"] == "entry")
            #expect(try client.ask(question)["content"]?.string == "颜色\(number)")
        }
    }

    @Test func aChangedEntryIsFoundByItsNewWordsOnly() throws {
        let client = try DaemonProcess().connect()
        let id = try client.add("怎么申请退款", "联系客服")
        try client.call("kb.update", ["id": .text(id), "question": "发票抬头写错了怎么改"])
        #expect(try client.ask("发票抬头写错了怎么改")["action"] == "reply")
        #expect(try client.ask("怎么申请退款")["action"] != "reply")
    }

    @Test func aRemovedEntryIsGoneAtOnce() throws {
        let client = try DaemonProcess().connect()
        let id = try client.add("怎么申请退款", "联系客服")
        #expect(try client.call("kb.remove", ["id": .text(id)])["removed"] == true)
        #expect(try client.failure("kb.get", ["id": .text(id)]).code == -32001)
        #expect(try client.failure("kb.remove", ["id": .text(id)]).code == -32001)
        let found = try client.call("kb.search", ["query": "怎么申请退款"])
        #expect(found["hits"]?.items.isEmpty == true)
        #expect(try client.ask("怎么申请退款")["action"] == "handoff")
    }

    @Test func aDisabledEntryDoesNotAnswer() throws {
        let client = try DaemonProcess().connect()
        let id = try client.add("怎么申请退款", "联系客服")
        try client.call("kb.update", ["id": .text(id), "status": "disabled"])
        #expect(try client.ask("怎么申请退款")["action"] == "handoff")
        try client.call("kb.update", ["id": .text(id), "status": "active"])
        #expect(try client.ask("怎么申请退款")["action"] == "reply")
    }

    @Test func revisionsListEveryStateAndBringThemBack() throws {
        let client = try DaemonProcess().connect()
        let id = try client.add("问题", "第一版")
        for answer in ["第二版", "第三版"] {
            try client.call("kb.update", ["id": .text(id), "answer": .text(answer)])
        }
        let states = try client.call("kb.revisions", ["id": .text(id)])["revisions"]?.items
        #expect(
            states?.compactMap { $0.at("entry", "answer")?.string } == ["第三版", "第二版", "第一版"])
        let back = try client.call("kb.revert", ["id": .text(id), "revision": 1])
        #expect(back["answer"] == "第一版")
        #expect(try client.ask("问题")["content"] == "第一版")
        let after = try client.call("kb.revisions", ["id": .text(id)])["revisions"]?.items
        #expect(after?.count == 4)
        let error = try client.failure("kb.revert", ["id": .text(id), "revision": 99])
        #expect(error.code == -32001)
    }

    @Test func cursorsWalkTheWholeListWhileItChanges() throws {
        let client = try DaemonProcess().connect()
        for number in 0..<25 {
            try client.call(
                "kb.add",
                [
                    "question": .text("问题\(number)号"), "answer": "答",
                    "category": .text(number.isMultiple(of: 2) ? "双" : "单"), "tags": ["全"],
                ])
        }
        var seen: [String] = []
        var cursor: JSONValue = .null
        repeat {
            let page = try client.call("kb.list", ["limit": 10, "cursor": cursor])
            seen += page["entries"]?.items.compactMap { $0["id"]?.string } ?? []
            cursor = page["next_cursor"] ?? .null
            // The list changes behind the cursor: what was listed goes away.
            try client.call("kb.remove", ["id": .text(seen[seen.count - 1])])
        } while cursor != .null
        #expect(seen.count == 25)
        #expect(Set(seen).count == 25)
        let even = try client.call("kb.list", ["category": "双", "limit": 100])
        #expect(even["entries"]?.items.allSatisfy { $0["category"] == "双" } == true)
        #expect(even["next_cursor"] == .null)
        let none = try client.call("kb.list", ["tag": "无"])
        #expect(none["entries"]?.items.isEmpty == true)
    }

    @Test func synonymsAndIgnoredWordsTakeEffectAtOnce() throws {
        let client = try DaemonProcess().connect()
        try client.add("充电桩保修几年", "三年")
        try client.add("充电枪线有多长", "五米")
        let before = try client.ask("橡舟牌的宝贝盒保修几年")
        try client.call("kb.set_synonyms", ["groups": [["充电桩", "宝贝盒"]]])
        try client.call("kb.set_ignored", ["words": ["橡舟牌的"]])
        #expect(try client.call("kb.synonyms")["groups"] == [["充电桩", "宝贝盒"]])
        #expect(try client.call("kb.ignored")["words"] == ["橡舟牌的"])
        let after = try client.ask("橡舟牌的宝贝盒保修几年")
        #expect(after["action"] == "reply")
        #expect(after["content"] == "三年")
        #expect((after["confidence"]?.double ?? 0) > (before["confidence"]?.double ?? 1))
        try client.call("kb.set_synonyms", ["groups": []])
        try client.call("kb.set_ignored", ["words": []])
        #expect(try client.ask("橡舟牌的宝贝盒保修几年")["action"] == before["action"])
    }

    @Test func vocabularyOutlivesARestart() throws {
        let directory = try TemporaryDirectory()
        do {
            let daemon = try DaemonProcess(in: directory)
            let client = try daemon.connect()
            try client.add("充电桩保修几年", "三年")
            try client.call("kb.set_synonyms", ["groups": [["充电桩", "宝贝盒"]]])
            daemon.terminate()
        }
        let daemon = try DaemonProcess(in: directory)
        #expect(try daemon.connect().ask("宝贝盒保修几年")["action"] == "reply")
    }
}
