import Foundation
import KefuRPC
import Support
import Testing

/// What becomes of readers that do not behave.
@Suite struct ReaderLimitTests {
    /// Imports a workbook with a script in the reader's place.
    private func failure(of script: String, _ limits: String = "seconds: 1") throws -> JSONValue {
        let directory = try TemporaryDirectory()
        let program = try directory.write("reader", "#!/bin/sh\n\(script)\n")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
        let settings = "{import: {program: \"\(program)\", \(limits)}}"
        let file = try directory.write("config.json", settings)
        let daemon = try DaemonProcess(in: directory, options: ["--config", file])
        let client = try daemon.connect()
        let book = try directory.write("a.xlsx", OfficeFiles.workbook([.init("a", rows: [["甲"]])]))
        let error = try client.failure("kb.import", ["path": .text(book)])
        #expect(try client.call("system.health")["passages"] == 0)
        #expect(try client.call("kb.documents")["documents"]?.items.isEmpty == true)
        return error
    }

    private static let row =
        #"{"block":{"_0":{"kind":"paragraph","level":0,"text":"0123456789","place":""}}}"#

    @Test func oneThatSleepsIsKilled() throws {
        let error = try failure(of: "exec sleep 600")
        #expect(error.code == -32005)
        #expect(error.at("data", "hint")?.string?.contains("import.seconds") == true)
    }

    @Test func oneThatNeverStopsTalkingIsKilled() throws {
        let error = try failure(of: "exec yes '\(Self.row)'", "output_mb: 1, seconds: 60")
        #expect(error.code == -32005)
        #expect(error.at("data", "hint")?.string?.contains("import.output_mb") == true)
    }

    @Test(arguments: [
        "exec yes garbage", "exit 0", "kill -SEGV $$", "echo '\(row)'; exit 3",
        "head -c 1000000 /dev/zero", "exec >&-; exec sleep 600",
    ])
    func oneThatBreaksOffLeavesNothing(script: String) throws {
        #expect(try failure(of: script, "seconds: 60").code == -32004)
    }

    @Test func oneThatIsMissingIsNamed() throws {
        let daemon = try DaemonProcess.configured("{import: {program: \"/nonexistent/reader\"}}")
        let book = OfficeFiles.workbook([.init("a", rows: [["甲"]])])
        let file = try daemon.directory.write("a.xlsx", book)
        let error = try daemon.connect().failure("kb.import", ["path": .text(file)])
        #expect(error.code == -32004)
        #expect(error.at("data", "hint")?.string?.contains("import.program") == true)
    }

    /// Texts that a small reader cannot hold: the real one, with the least memory it may be given.
    @Test(.enabled(if: Tool.exists("python3"))) func oneThatNeedsTooMuchMemoryIsEnded() throws {
        let daemon = try DaemonProcess.configured("{import: {memory_mb: 48}}")
        let file = daemon.directory.file("big.xlsx")
        let script = """
            import sys, zipfile
            with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
                archive.writestr("xl/workbook.xml", "<workbook/>")
                archive.writestr("xl/_rels/workbook.xml.rels", '<R><Relationship Id="a" '
                    'Type="sharedStrings" Target="sharedStrings.xml"/></R>')
                with archive.open("xl/sharedStrings.xml", "w") as part:
                    part.write(b"<sst>")
                    for i in range(60): part.write((b"<si><t>%d-" % i + b"a" * 900 + b"</t></si>") * 1000)
                    part.write(b"</sst>")
            """
        _ = try Tool.run("python3", ["-c", script, file])
        let error = try daemon.connect().failure("kb.import", ["path": .text(file)])
        #expect(error.code == -32005, "\(error)")
        #expect(error.at("data", "hint")?.string?.contains("import.memory_mb") == true)
    }
}
