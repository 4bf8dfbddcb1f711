import Foundation
import KefuRPC
import Support
import Testing

/// Whether the library that reads PDF is installed.
private let canReadPDF: Bool = {
    guard let handle = dlopen("libpoppler-glib.so.8", RTLD_LAZY) else { return false }
    dlclose(handle)
    return true
}()

@Suite struct PDFAnswerTests {
    private var manual: Data {
        let chapters = [
            ("安装要求", "交流充电桩安装前必须先断开总电源，再用万用表确认没有电压，接地电阻不得大于四欧姆。"),
            ("故障代码", "显示故障代码 E103 时，表示急停按钮已被按下，顺时针旋转按钮即可复位，复位后重新插枪。"),
            ("质保条款", "整机质保三十六个月，枪线属于易损件，质保十二个月，人为损坏不在质保范围之内。"),
        ]
        var pages: [PDFWriter.Page] = []
        for (index, chapter) in chapters.enumerated() {
            var page = PDFWriter.Page()
            page.text("星云充电桩用户手册", x: 70, y: 40, size: 8, font: .song)
            page.text(chapter.0, x: 70, y: 90, size: 18, font: .song)
            page.text(String(chapter.1.prefix(24)), x: 70, y: 130, size: 12, font: .song)
            page.text(String(chapter.1.dropFirst(24)), x: 70, y: 148, size: 12, font: .song)
            page.text("\(index + 1)", x: 295, y: 820, size: 8)
            pages.append(page)
        }
        return PDFWriter(pages).data
    }

    @Test(.enabled(if: canReadPDF, "libpoppler-glib.so.8 is not installed"))
    func answersTellThePageTheyAreFrom() throws {
        let daemon = try DaemonProcess()
        let client = try daemon.connect()
        let file = try daemon.directory.write("手册.pdf", manual)
        let report = try client.call("kb.import", ["path": .text(file)])["files"]?.items.first
        #expect(report?["format"] == "pdf")
        #expect(report?["passages"] == 3)
        #expect(report?["refused"] == [])
        let hit = try client.call("kb.search", ["query": "E103 急停按钮 复位"])["hits"]?.items.first
        #expect(hit?["document"] == "手册.pdf")
        #expect(hit?["section"] == "故障代码")
        #expect(hit?["page"] == 2)
        #expect(hit?["text"]?.string?.contains("顺时针旋转按钮即可复位，复位后重新插枪。") == true)
        let answer = try client.ask("显示故障代码 E103 表示什么")
        if answer["action"] == "reply" {
            #expect(answer["citations"]?.items.first?["page"] == 2)
        }
        let shown = try Programs.run(
            "kefu", ["search", "E103 急停按钮 复位", "--socket", daemon.socketPath, "--no-start"],
            environment: ["LC_ALL": "zh_CN.UTF-8"])
        #expect(shown.output.contains("手册.pdf › 故障代码 › 第 2 页"))
    }

    @Test(.enabled(if: canReadPDF, "libpoppler-glib.so.8 is not installed"))
    func aBadFileCostsItsOwnLineOfTheReport() throws {
        let daemon = try DaemonProcess()
        let client = try daemon.connect()
        try daemon.directory.write("in/好.pdf", manual)
        try daemon.directory.write("in/半.pdf", manual.prefix(manual.count / 3))
        var secret = PDFWriter { $0.text("secret", x: 70, y: 60) }
        secret.isEncrypted = true
        try daemon.directory.write("in/密.pdf", secret.data)
        let files =
            try client.call(
                "kb.import", ["path": .text(daemon.directory.file("in"))])["files"]?.items ?? []
        #expect(files.count == 3)
        #expect(files.filter { ($0["passages"]?.int ?? 0) >= 3 }.count == 1)
        let refusals = files.flatMap { $0["refused"]?.items ?? [] }
        #expect(refusals.contains { $0["why"]?.string?.contains("password") == true })
        #expect(try client.call("system.health")["status"] == "ok")
    }
}
