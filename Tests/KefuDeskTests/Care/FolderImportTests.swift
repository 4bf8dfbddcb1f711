import Foundation
import KefuDomain
import KefuRPC
import Support
import Testing

@testable import KefuDesk

extension DaemonProcess {
    fileprivate func importing(_ name: String) throws -> [JSONValue] {
        try connect().call("kb.import", ["path": .text(directory.file(name))])["files"]?.items ?? []
    }
}

@Suite struct FolderImportTests {
    @Test func oddNamesAndLinksNeitherLoopNorHide() throws {
        let daemon = try DaemonProcess()
        let directory = daemon.directory
        let row = "问题,答案\n"
        try directory.write("in/a.csv", row + "一号问题,1\n")
        try directory.write("in/line\nbreak.csv", row + "二号问题,2\n")
        try directory.write("in/.hidden.csv", row + "三号问题,3\n")
        try directory.write("in/sub/b.csv", row + "四号问题,4\n")
        try directory.write("outside.csv", row + "五号问题,5\n")
        symlink(directory.file("in"), directory.file("in/sub/loop"))
        symlink(directory.file("in/a.csv"), directory.file("in/same.csv"))
        symlink(directory.file("outside.csv"), directory.file("in/linked.csv"))
        symlink("/nowhere", directory.file("in/dangling.csv"))
        mkfifo(directory.file("in/pipe.csv"), 0o600)
        let latin =
            Array(directory.file("in/caf").utf8CString.dropLast())
            + [CChar(bitPattern: 0xE9)] + Array(".csv".utf8CString)
        let file = try #require(fopen(latin, "w"))
        fputs(row + "六号问题,6\n", file)
        fclose(file)
        let reports = try daemon.importing("in")
        let names = reports.compactMap { report in
            report["path"]?.string.map { String($0.dropFirst(directory.file("in/").count)) }
        }
        let links = ["linked.csv", "same.csv"]
        let files = ["a.csv", "caf\\xE9.csv", "line\nbreak.csv", "sub/b.csv"]
        #expect(names == links + files)
        for (report, name) in zip(reports, names) {
            let isLink = links.contains(name)
            #expect(report["added"] == (isLink ? 0 : 1))
            #expect(report["refused"]?.items.count == (isLink ? 1 : 0))
        }
        let unchanged = try daemon.importing("in").map { $0["unchanged"] }
        #expect(unchanged == [0, 0, 1, 1, 1, 1])
    }

    @Test(.enabled(if: geteuid() != 0, "root may read everything"))
    func whatCannotBeReadCostsItsOwnLine() throws {
        let daemon = try DaemonProcess()
        try daemon.directory.write("in/good.csv", "问题,答案\n一号问题,1\n")
        try daemon.directory.write("in/secret.csv", "问题,答案\n二号问题,2\n")
        try daemon.directory.write("in/locked/c.csv", "问题,答案\n三号问题,3\n")
        chmod(daemon.directory.file("in/secret.csv"), 0)
        chmod(daemon.directory.file("in/locked"), 0)
        defer { chmod(daemon.directory.file("in/locked"), 0o700) }
        let reports = try daemon.importing("in")
        #expect(reports.map { $0["added"] } == [0, 1, 0])
        #expect(reports.map { $0["refused"]?.items.count } == [1, 0, 1])
    }

    @Test func progressIsToldInBytesOfTheWholeFolder() throws {
        let daemon = try DaemonProcess()
        var size = 0
        for number in 0..<120 {
            let text = "问题,答案\n第\(number)号问题怎么办,答\n"
            size += text.utf8.count
            try daemon.directory.write("in/\(number).csv", text)
        }
        let client = try daemon.connect()
        let folder = daemon.directory.file("in")
        try client.send(
            line: #"{"jsonrpc":"2.0","id":1,"method":"kb.import","params":{"progress_token":7,"#
                + #""path":"\#(folder)"}}"#)
        var notes: [JSONValue] = []
        while case let message = try client.message(), message["method"] == "progress" {
            notes.append(message["params"] ?? .null)
        }
        let done = notes.compactMap { $0["done"]?.int }
        #expect(done == done.sorted())
        #expect(done.last == size)
        #expect(notes.allSatisfy { $0["total"] == .integer(size) && $0["token"] == 7 })
        // A few times a second, and not several times a file.
        #expect(notes.count < 240)
    }

    @Test func manyRefusalsAreCountedAndFewAreListed() throws {
        let daemon = try DaemonProcess()
        let bad = "问题,答案\n" + String(repeating: "有问无答,\n", count: 1200)
        for number in 0..<14 { try daemon.directory.write("in/\(number).csv", bad) }
        let reports = try daemon.importing("in")
        let listed = reports.map { $0["refused"]?.items.count ?? 0 }
        #expect(listed.allSatisfy { $0 >= 1 && $0 <= 1001 })
        #expect(listed.reduce(0, +) <= 10_100)
        for report in reports {
            let last = report["refused"]?.items.last?["why"]?.string ?? ""
            #expect(last.contains("more rows were refused"))
        }
    }

    @Test func aClosedConnectionEndsItsImportAndLeavesNothing() throws {
        let daemon = try DaemonProcess()
        var table = "问题,答案\n"
        for number in 0..<60_000 { table += "第\(number)号问题怎么办,答案\(number)\n" }
        let file = try daemon.directory.write("large.csv", table)
        func begin() throws {
            let client = try daemon.connect()
            try client.send(
                line: #"{"jsonrpc":"2.0","id":1,"method":"kb.import","params":{"progress_token":1,"#
                    + #""path":"\#(file)"}}"#)
            while case let note = try client.message(), note.at("params", "done") == 0 {}
        }
        try begin()
        let client = try daemon.connect()
        for _ in 0..<300 {
            let health = try client.call("system.health")
            let open = try client.call("system.metrics").at("queues", "bulk", "running")
            if health["entries"] == 0, open != 1 { break }
            usleep(100_000)
        }
        #expect(try client.call("system.health")["entries"] == 0)
        #expect(try client.call("kb.documents")["documents"] == [])
    }
}

@Suite struct HeldFileTests {
    @Test func aFileThatIsWrittenToMeanwhileIsNotBelieved() throws {
        let directory = try TemporaryDirectory()
        let path = try directory.write("a.csv", "question,answer\na,1\n")
        let source = try ImportedBytes(path: path)
        try source.requireUnchanged()
        let handle = try #require(FileHandle(forWritingAtPath: path))
        handle.seekToEndOfFile()
        handle.write(Data("b,2\n".utf8))
        #expect(throws: KefuError.self) { try source.requireUnchanged() }
        handle.truncateFile(atOffset: 3)
        let error = #expect(throws: KefuError.self) { _ = try source.contentHash {} }
        #expect(error?.code == .busy)
    }

    @Test func aReplacedFileIsReadAsItWas() throws {
        let directory = try TemporaryDirectory()
        let path = try directory.write("a.csv", "question,answer\na,1\n")
        let source = try ImportedBytes(path: path)
        let hash = try source.contentHash {}
        try directory.write("b.csv", "question,answer\nb,2\n")
        rename(directory.file("b.csv"), path)
        #expect(try source.contentHash {} == hash)
        try source.requireUnchanged()
    }
}

@Suite struct SeenRowsTests {
    @Test func remembersPlacesByTheirNumbers() {
        var seen = SeenRows()
        #expect(seen.note(question: "甲", answer: "1", at: "row 12 (line 40)") == nil)
        #expect(seen.note(question: "乙", answer: "1", at: "$.faq[3]") == nil)
        #expect(seen.note(question: "丙", answer: "1", at: "here") == nil)
        let same = seen.note(question: "甲", answer: "1", at: "row 13")
        #expect(same?.place == "row 12" && same?.hasSameAnswer == true)
        let other = seen.note(question: "乙", answer: "2", at: "$.faq[9]")
        #expect(other?.place == "$.faq[3]" && other?.hasSameAnswer == false)
        #expect(seen.note(question: "丙", answer: "2", at: "there")?.place == "…")
        #expect(seen.note(id: "x", at: "line 7") == nil)
        #expect(seen.note(id: "x", at: "line 9") == "line 7")
    }
}
