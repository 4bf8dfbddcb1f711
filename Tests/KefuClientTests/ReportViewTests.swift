import KefuDomain
import KefuRPC
import Testing

@testable import KefuClient

private func report(refused: Int) -> ImportedFile {
    var report = FileReport(path: "faq.csv", format: "csv")
    report.added = 12
    report.duplicates = 1
    for row in 0..<refused {
        report.refused.append(
            Refusal(
                place: "line \(row + 2)", why: Phrase("the answer is empty", "答案为空"),
                hint: Phrase("fill the cell", "填写该单元格")))
    }
    return ImportedFile(report, language: .chinese)
}

@Test func anImportSaysWhatItDid() {
    #expect(
        ImportView.lines([report(refused: 1)], dryRun: true, .plain(.chinese)) == [
            "faq.csv (csv)  新增 12，重复 1，拒绝 1", "  line 2: 答案为空", "    建议：填写该单元格",
            "试运行：未做任何改动",
        ])
}

@Test func aNameWithALineBreakStaysOnItsLine() {
    var report = FileReport(path: "a\nb.docx", format: "")
    report.refused = [
        Refusal(place: "a\nb.docx", why: Phrase(verbatim: "cut"), hint: Phrase(verbatim: "save"))
    ]
    let lines = ImportView.lines(
        [ImportedFile(report, language: .english)], dryRun: false, .plain(.english))
    #expect(lines == ["a␤b.docx  refused 1", "  a␤b.docx: cut", "    try: save"])
}

@Test func severalFilesHaveATotal() {
    let lines = ImportView.lines(
        [report(refused: 0), report(refused: 2)], dryRun: false, .plain(.english))
    #expect(lines.last == "2 files  added 24, duplicates 2, refused 2")
}

@Test func onlyTheFirstRefusalsAreShown() {
    let lines = ImportView.lines([report(refused: 40)], dryRun: false, .plain(.english))
    #expect(lines.count == 2 + 2 * ImportView.shownRefusals)
    #expect(lines.last == "  and 30 more; --json lists them all")
}

@Test func nothingToImportIsSaid() {
    #expect(ImportView.lines([], dryRun: false, .plain(.english)) == ["nothing to import"])
}

@Test(
    arguments: [
        (50, 100, "████████████░░░░░░░░░░░░ 50/100  faq.csv"), (7, nil, "7  faq.csv"),
        (0, 0, "0  faq.csv"),
    ] as [(Int, Int?, String)])
func progressIsALine(done: Int, total: Int?, line: String) {
    #expect(
        ProgressBar.line(done: done, total: total, message: "faq.csv", .plain(.english)) == line)
}

@Test func ofManyFilesOnlyTheBadOnesAreListed() {
    var files: [ImportedFile] = []
    for number in 0..<150 {
        var report = FileReport(path: "/in/\(number).csv", format: "csv")
        report.added = 1
        if number == 7 {
            report.refuse(
                Refusal(
                    place: "row 2", why: Phrase(verbatim: "no answer"),
                    hint: Phrase(verbatim: "fill it")))
        }
        files.append(ImportedFile(report, language: .english))
    }
    let lines = ImportView.lines(files, dryRun: false, .plain(.english))
    #expect(lines.first?.hasPrefix("/in/7.csv") == true)
    #expect(lines.dropFirst(3).first == "149 more files; --json lists them all")
    #expect(lines.last == "150 files  added 150, refused 1")
    #expect(lines.count == 5)
}

@Test func countsBytesAsAPersonReadsThem() {
    let line = ProgressBar.line(
        done: 1 << 20, total: 4 << 20, message: "faq.csv", .plain(.english), inBytes: true)
    #expect(line.hasSuffix(" 1.0 MiB/4.0 MiB  faq.csv"))
}

@Test func anErrorSaysWhatWhyAndWhatNext() {
    let error = KefuError(
        .conflict, Phrase("the question is there already", "该问题已存在"),
        why: Phrase("e1 has the same wording", "e1 的问法相同"),
        hint: Phrase("edit e1", "请编辑 e1"),
        conflicts: [Reference(id: "e1", question: "质保？", answer: "两年")])
    #expect(
        Failure(error, .chinese).lines(.plain(.chinese)) == [
            "错误：该问题已存在", "  原因：e1 的问法相同", "  冲突项：e1  质保？ → 两年", "  建议：请编辑 e1",
        ])
    #expect(
        Failure(error, .english).lines(.plain(.english)).first
            == "error: the question is there already")
    #expect(Failure(error, .english).exitStatus == 5)
}

@Test(
    arguments: [
        (.usage, 2), (.methodNotFound, 2), (.notFound, 4), (.invalidParams, 5), (.unreadable, 5),
        (.limit, 6), (.busy, 7), (.noDaemon, 69), (.locked, 75), (.cancelled, 130), (.internal, 1),
    ] as [(ErrorCode, Int32)])
func failuresHaveTheirExitStatus(code: ErrorCode, status: Int32) {
    let error = KefuError(code, .notUnderstood, why: .notUnderstood, hint: .notUnderstood)
    #expect(Failure(error, .english).exitStatus == status)
}

@Test func aDaemonThatFailsSpeaksForItself() {
    let output = ["info: opening", "error: another daemon is using it", "  try: kefu stop"]
    let failure = DaemonFailure(status: 75, output: output, log: "/d/kefud.log")
    #expect(failure.lines(.plain(.english)) == Array(output.dropFirst()))
    let silent = DaemonFailure(status: 139, output: [], log: "/d/kefud.log")
    #expect(silent.lines(.plain(.english)).last?.contains("/d/kefud.log") == true)
}

@Test func anEntryShowsAllThatItHolds() {
    let entry = Entry(
        id: "e1", externalID: "faq-1", question: "质保多久？", answer: "两年。\n自安装之日起。",
        variants: ["保修期"], negatives: ["质保金"], category: "售后", tags: ["a", "b"],
        status: .pending, source: .import, review: .always, expiresAt: Timestamp(seconds: 10),
        hits: 3, createdAt: Timestamp(seconds: 0), updatedAt: Timestamp(seconds: 0))
    let lines = EntryView.lines(entry, .plain(.english), now: Timestamp(seconds: 20))
    #expect(
        lines.prefix(5) == [
            "e1  质保多久？", "  两年。", "  自安装之日起。", "  variants  保修期", "  negatives  质保金",
        ])
    for part in ["售后", "a, b", "pending", "always", "expired", "import  faq-1"] {
        #expect(lines.contains { $0.contains(part) })
    }
}

@Test func jsonIsIndentedAsItIs() {
    let json = #"{"b": [1, {"a":"x\"{,"}], "e": [], "o":{}}"#
    #expect(
        JSONText.indented(json) == """
            {
              "b": [
                1,
                {
                  "a": "x\\"{,"
                }
              ],
              "e": [],
              "o": {}
            }
            """)
}

@Test(
    arguments: [
        (0, "0 B"), (1023, "1023 B"), (1536, "1.5 KiB"), (5 << 30, "5.0 GiB"),
        (5 << 40, "5120.0 GiB"),
    ] as [(Int, String)])
func sizesAreReadable(count: Int, text: String) {
    #expect(bytes(count) == text)
}

@Test(
    arguments: [
        (5, "5 s"), (65, "1 min 5 s"), (7300, "2 h 1 min"), (200_000, "2 d 7 h"), (-1, "0 s"),
    ]
        as [(Double, String)])
func spansAreReadable(seconds: Double, text: String) {
    #expect(span(seconds) == text)
}

@Test func everyMethodHasAPage() {
    for method in Catalogue.methods {
        let page = HelpView.page(method, .plain(.english))
        #expect(page.first == method.name)
        #expect(page.count > 3)
    }
    #expect(HelpView.methods(.plain(.english, width: 200)).count == Catalogue.methods.count)
}

@Test func theDoctorSaysWhatToDo() {
    let findings = [
        Finding(subject: .checkDaemon, meaning: .meaningDaemon, outcome: .ok(.healthOK)),
        Finding(
            subject: .checkSpace, meaning: .meaningSpace,
            outcome: .problem(.spaceLow, .spaceLowHint)),
    ]
    #expect(
        DoctorView.lines(findings, .plain(.english)) == [
            "✓ daemon      ok", "              it answers, and is of the same version",
            "✗ free space  almost full", "              on a full disk nothing can be stored",
            "              try: free some, or move the data directory", "1 thing to mend",
        ])
}
