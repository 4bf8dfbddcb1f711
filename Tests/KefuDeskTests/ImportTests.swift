import Foundation
import KefuRPC
import Support
import Testing

extension LineClient {
    /// Imports a text and returns the report of it.
    fileprivate func importText(
        _ content: String, as name: String, dryRun: Bool = false
    ) throws -> JSONValue {
        let result = try call(
            "kb.import",
            ["name": .text(name), "content": .text(content), "dry_run": .bool(dryRun)])
        return result["files"]?.items.first ?? .null
    }

    /// Everything in the base that an import can change.
    fileprivate func stateOfTheBase() throws -> [JSONValue?] {
        let health = try call("system.health")
        let list = try call("kb.list", ["limit": 100])
        let documents = try call("kb.documents")
        return [health["entries"], health["passages"], list["entries"], documents]
    }
}

@Suite struct ImportTests {
    @Test func theSampleBaseComesInAndComingAgainChangesNothing() throws {
        let daemon = try DaemonProcess()
        let client = try daemon.connect()
        let params: JSONValue = ["path": .text(Repository.path("kb/zh"))]
        let first = try client.call("kb.import", params)["files"]?.items ?? []
        #expect(first.count >= 12)
        for file in first { #expect(file["refused"] == [], "\(file["path"] ?? .null)") }
        let health = try client.call("system.health")
        #expect((health["entries"]?.int ?? 0) >= 80)
        #expect((health["passages"]?.int ?? 0) >= 50)
        let state = try client.stateOfTheBase()
        for file in try client.call("kb.import", params)["files"]?.items ?? [] {
            #expect(file["added"] == 0)
            #expect(file["updated"] == 0)
            #expect((file["unchanged"]?.int ?? 0) > 0)
        }
        #expect(try client.stateOfTheBase() == state)
    }

    @Test func aDryRunGivesTheSameReportAndChangesNothing() throws {
        let client = try DaemonProcess().connect()
        try client.add("一号问题", "另一个答案")
        let table = """
            问题,答案,分类
            一号问题,1,甲
            二号问题,2,甲
            二号问题,2,甲
            三号问题,,甲
            四号问题,4,甲,多,了

            """
        let state = try client.stateOfTheBase()
        let rehearsed = try client.importText(table, as: "faq.csv", dryRun: true)
        #expect(try client.stateOfTheBase() == state)
        let done = try client.importText(table, as: "faq.csv")
        #expect(done == rehearsed)
        #expect(done["added"] == 1)
        #expect(done["duplicates"] == 1)
        #expect(done["refused"]?.items.count == 3)
    }

    /// Every way in which files can meet the base and each other.
    private static let versions: [[String: String]] = [
        [
            "a.csv": "问题,答案,标签\n一号问题,1,甲\n二号问题,2,乙\n二号问题,2,乙\n三号问题,,丙\n",
            "b.jsonl": #"{"id":"x","question":"甲怎么办","answer":"1"}"# + "\n"
                + #"{"id":"y","question":"乙怎么办","answer":"2","variants":["乙呢"]}"# + "\n"
                + #"{"id":"p","title":"说明","answer":"没有问题的一行"}"#,
            "c.csv": "问题,答案\n二号问题,另一个答案\n五号问题,5\n手工问题,别的\n",
            "d.md": "# 手册\n\n## 安装\n\n先断电。\n\n## 清洁\n\n用干布。\n", "e.csv": "不是表格",
        ],
        [
            "a.csv": "问题,答案\n一号问题,1\n二号问题,22\n四号问题,4\n",
            // One question moves to another row, and a new row takes its place.
            "b.jsonl": #"{"id":"x","question":"乙怎么办","answer":"1"}"# + "\n"
                + #"{"id":"y","question":"丁怎么办","answer":"2"}"# + "\n"
                + #"{"id":"z","question":"甲怎么办","answer":"3"}"# + "\n"
                + #"{"id":"p","title":"说明","answer":"改过的一行"}"#,
            "c.csv": "问题,答案\n二号问题,另一个答案\n五号问题,5\n手工问题,别的\n",
            "d.md": "# 手册\n\n## 安装\n\n先断电，再验电。\n\n## 清洁\n\n用干布。\n",
            "f.csv": "问题,答案\n丁怎么办,不同\n一号问题,1\n六号问题,6\n",
        ],
    ]

    @Test func aRehearsedFolderGivesTheReportOfTheRealOne() throws {
        let daemon = try DaemonProcess()
        let client = try daemon.connect()
        try client.add("手工问题", "手工答案")
        for version in Self.versions {
            for (name, text) in version { try daemon.directory.write("in/\(name)", text) }
            let folder = JSONValue.text(daemon.directory.file("in"))
            let state = try client.stateOfTheBase()
            let dry = try client.call("kb.import", ["path": folder, "dry_run": true])
            #expect(try client.stateOfTheBase() == state)
            let real = try client.call("kb.import", ["path": folder])
            #expect(dry["files"] == real["files"])
            let again = try client.call("kb.import", ["path": folder, "dry_run": true])
            #expect(try client.call("kb.import", ["path": folder])["files"] == again["files"])
        }
        let sample = JSONValue.text(Repository.path("kb/zh"))
        let dry = try client.call("kb.import", ["path": sample, "dry_run": true])
        #expect(try client.call("kb.import", ["path": sample])["files"] == dry["files"])
    }

    @Test func nobodyWaitsForADryRun() throws {
        let daemon = try DaemonProcess()
        let (busy, calm) = (try daemon.connect(), try daemon.connect())
        try calm.add("充电桩保修几年", "三年")
        var rows = ""
        for number in 0..<20_000 { rows += "第\(number)号问题怎么办,答案\(number)\\n" }
        try busy.send(
            line: #"{"jsonrpc":"2.0","id":"dry","method":"kb.import","params":{"dry_run":true,"#
                + #""progress_token":"t","name":"a.csv","content":"question,answer\n\#(rows)"}}"#)
        #expect(try busy.message()["method"] == "progress")
        #expect(try calm.ask("充电桩保修几年")["content"] == "三年")
        try calm.add("另一个问题", "另一个答案")
        // Both were stored while the rehearsal went on: it can still be cancelled.
        #expect(try busy.call("rpc.cancel", ["id": "dry"])["cancelled"] == true)
        #expect(try calm.call("system.health")["entries"] == 2)
    }

    @Test func everyRefusedRowSaysWhereWhyAndWhatToDo() throws {
        let client = try DaemonProcess().connect()
        let id = try client.add("一号问题", "另一个答案")
        let report = try client.importText(
            "question,answer\n一号问题,1\n二号问题,2\n二号问题,3\nragged,a,b,c\nempty,\n",
            as: "faq.csv")
        let refused = report["refused"]?.items ?? []
        #expect(refused.compactMap { $0["place"]?.string } == ["row 2", "row 4", "row 5", "row 6"])
        for row in refused {
            #expect(row["why"]?.string?.isEmpty == false)
            #expect(row["hint"]?.string?.isEmpty == false)
        }
        #expect(refused.first?["why"]?.string?.contains(id) == true)
        #expect(try client.call("kb.get", ["id": .text(id)])["answer"] == "另一个答案")
        #expect(try client.ask("二号问题")["content"] == "2")
    }

    @Test func aChangedFileUpdatesItsOwnRowsByTheirIDs() throws {
        let client = try DaemonProcess().connect()
        let first =
            #"[{"id":"a","question":"甲怎么办","answer":"1"},{"id":"b","question":"乙怎么办","answer":"2"}]"#
        _ = try client.importText(first, as: "faq.json")
        let second =
            #"[{"id":"a","question":"甲要怎么处理","answer":"1"},{"id":"b","question":"乙怎么办","answer":"2"}]"#
        let report = try client.importText(second, as: "faq.json")
        #expect(report["updated"] == 1)
        #expect(report["unchanged"] == 1)
        #expect(report["added"] == 0)
        let hit = try client.call("kb.search", ["query": "甲要怎么处理"])["hits"]?.items.first
        #expect(hit?["external_id"] == "a")
    }

    @Test func aChangedDocumentReplacesItsPassagesAndNothingElse() throws {
        let client = try DaemonProcess().connect()
        try client.add("枪线多长", "五米")
        let other = "# 政策\n\n## 退货\n\n七天之内可以退货。\n"
        let manual = "# 手册\n\n## 安装\n\n安装之前必须断电并且验电。\n\n## 清洁\n\n用干布擦拭外壳。\n"
        _ = try client.importText(other, as: "policy.md")
        _ = try client.importText(manual, as: "manual.md")
        let hit = try client.call("kb.search", ["query": "安装之前必须断电"])["hits"]?.items.first
        #expect(hit?["kind"] == "passage")
        #expect(hit?["document"]?.string?.contains("手册") == true || hit?["document"] == "manual.md")
        #expect(hit?["section"]?.string?.contains("安装") == true)
        let changed = manual.replacingOccurrences(of: "断电并且验电", with: "佩戴绝缘手套")
        _ = try client.importText(changed, as: "manual.md")
        let old = try client.call("kb.search", ["query": "断电并且验电"])["hits"]?.items ?? []
        #expect(!old.contains { $0["text"]?.string?.contains("验电") == true })
        let new = try client.call("kb.search", ["query": "佩戴绝缘手套"])["hits"]?.items.first
        #expect(new?["text"]?.string?.contains("绝缘手套") == true)
        let kept = try client.call("kb.search", ["query": "七天之内可以退货"])["hits"]?.items.first
        #expect(kept?["text"]?.string?.contains("七天") == true)
        #expect(try client.call("kb.documents")["documents"]?.items.count == 2)
        #expect(try client.ask("枪线多长")["action"] == "reply")
    }

    @Test func anEncodingIsRecognisedAndAnUnknownOneRefused() throws {
        let daemon = try DaemonProcess()
        let client = try daemon.connect()
        // A header and two rows in GB18030.
        let rows =
            "zsrM4iy08LC4CrPktefXrrGj0N68uMTqLNX7u/qxo9DeyP3E6grHuc/f09C2"
            + "4LOkLMe5z9+zpM7lw9cK"
        let file = try daemon.directory.write("gb.csv", #require(Data(base64Encoded: rows)))
        try client.call("kb.import", ["path": .text(file)])
        #expect(try client.ask("充电桩保修几年")["content"] == "整机保修三年")
        let garbage = try daemon.directory.write(
            "bad.csv", Data([0xFF, 0xFF, 0x81, 0x20, 0x2C, 0x61, 0x0A, 0x80, 0xFF]))
        let error = try client.failure("kb.import", ["path": .text(garbage)])
        #expect(error.code == -32004)
        #expect(error.at("data", "why")?.string?.contains("line 1") == true)
        #expect(try client.call("system.health")["entries"] == 2)
    }

    @Test func aFolderGivesEachFileItsReport() throws {
        let daemon = try DaemonProcess()
        let client = try daemon.connect()
        try daemon.directory.write("in/good.csv", "question,answer\n好问题,好答案\n")
        try daemon.directory.write("in/bad.csv", Data([0xFF, 0xFF, 0x81, 0x20, 0x80, 0xFF]))
        let result = try client.call("kb.import", ["path": .text(daemon.directory.file("in"))])
        #expect(result["files"]?.items.count == 2)
        let bad = result["files"]?.items.first { $0["path"]?.string?.hasSuffix("bad.csv") == true }
        #expect(bad?["refused"]?.items.isEmpty == false)
        #expect(try client.ask("好问题")["content"] == "好答案")
    }

    @Test func whatCannotBeReadIsAClearError() throws {
        let daemon = try DaemonProcess()
        let client = try daemon.connect()
        let missing = daemon.directory.file("missing.csv")
        #expect(try client.failure("kb.import", ["path": .text(missing)]).code == -32004)
        #expect(try client.failure("kb.import").code == -32602)
        #expect(
            try client.failure("kb.import", ["path": .text(missing), "content": "x", "name": "y"])
                .code == -32602)
        #expect(try client.failure("kb.import", ["content": "x"]).code == -32602)
    }

    @Test(.enabled(if: geteuid() != 0, "root may read every folder"))
    func aFolderWithoutPermissionIsAClearError() throws {
        let daemon = try DaemonProcess()
        let folder = daemon.directory.file("locked")
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0])
        let error = try daemon.connect().failure("kb.import", ["path": .text(folder)])
        #expect(error.code == -32004)
    }

    @Test func progressComesWithTheToken() throws {
        let client = try DaemonProcess().connect()
        var rows = ""
        for number in 0..<600 { rows += "问题\(number)号,答案\(number)\\n" }
        try client.send(
            line: #"{"jsonrpc":"2.0","id":1,"method":"kb.import","params":{"progress_token":"t-1","#
                + #""name":"a.csv","content":"question,answer\n\#(rows)"}}"#)
        var notices: [JSONValue] = []
        while true {
            let message = try client.message()
            guard message["method"] == "progress" else { break }
            notices.append(message)
        }
        #expect(!notices.isEmpty)
        #expect(notices.allSatisfy { $0.at("params", "token") == "t-1" })
        let done = notices.compactMap { $0.at("params", "done")?.int }
        #expect(done == done.sorted())
    }

    @Test(arguments: ["jsonl", "csv"])
    func anExportImportsAgainToTheSameBase(format: String) throws {
        let daemon = try DaemonProcess.sample()
        let client = try daemon.connect()
        try client.call(
            "kb.add",
            [
                "question": "=1+1 等于几？", "answer": "+2\n\"两行\", 还有逗号；@制表\t符",
                "variants": ["-1 加 3"], "tags": ["a,b", "#"], "review": "always",
                "expires_at": "2099-01-01T00:00:00+08:00",
            ])
        let first = daemon.directory.file("first.\(format)")
        let second = daemon.directory.file("second.\(format)")
        let count = try client.call(
            "kb.export", ["path": .text(first), "format": .text(format)])["entries"]
        let other = try DaemonProcess().connect()
        let report = try other.call("kb.import", ["path": .text(first)])["files"]?.items.first
        #expect(report?["added"] == count)
        #expect(report?["refused"] == [])
        try other.call("kb.export", ["path": .text(second), "format": .text(format)])
        #expect(FileManager.default.contentsEqual(atPath: first, andPath: second))
        let mode = try FileManager.default.attributesOfItem(atPath: first)[.posixPermissions]
        #expect(mode as? Int == 0o600)
    }
}
