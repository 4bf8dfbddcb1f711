import Support
import Testing

/// A session as a person has it: `kefu` on a terminal, its own daemon behind it.
private func session(
    in directory: TemporaryDirectory, editor: String = "true"
) throws -> TerminalProcess {
    let environment = Programs.environment.merging([
        "LC_ALL": "C.UTF-8", "LC_MESSAGES": "", "TERM": "xterm-256color", "EDITOR": editor,
    ]) { $1 }
    return try TerminalProcess(
        Programs.path(of: "kefu"), ["--data", directory.path], environment: environment)
}

private func stopDaemon(_ directory: TemporaryDirectory) throws {
    _ = try Programs.run("kefu", ["--data", directory.path, "stop"])
}

@Test func aPersonAddsAsksCorrectsAndLeaves() throws {
    let directory = try TemporaryDirectory()
    defer { try? stopDaemon(directory) }
    let terminal = try session(in: directory, editor: "sed -i s/两年/三年/")
    try terminal.expect("the base is empty")
    try terminal.expect("kefu> ")
    terminal.enter("/add 家用充电桩质保多久 家用充电桩质保两年")
    try terminal.expect("added e1")
    try terminal.expect("kefu> ")
    terminal.enter("家用充电桩质保多久")
    try terminal.expect("reply")
    try terminal.expect("家用充电桩质保两年")
    try terminal.expect("kefu> ")
    terminal.enter("/edit")
    try terminal.expect("corrected")
    try terminal.expect("kefu> ")
    terminal.enter("/show e1")
    try terminal.expect("家用充电桩质保三年")
    try terminal.expect("kefu> ")
    terminal.enter("/undo")
    try terminal.expect("家用充电桩质保两年")
    try terminal.expect("kefu> ")
    terminal.enter("/undo")
    try terminal.expect("removed e1")
    try terminal.expect("kefu> ")
    terminal.type("\u{4}")
    #expect(try terminal.wait() == 0)
}

@Test func controlCGivesUpALineAndTabCompletes() throws {
    let directory = try TemporaryDirectory()
    defer { try? stopDaemon(directory) }
    let terminal = try session(in: directory)
    try terminal.expect("kefu> ")
    terminal.type("不要这一行\u{3}")
    try terminal.expect("kefu> ")
    terminal.type("/stat\tu\t\r")
    try terminal.expect("daemon")
    try terminal.expect("kefu> ")
    terminal.enter("/quit")
    #expect(try terminal.wait() == 0)
}

@Test func aPastedBlockIsOneQuestion() throws {
    let directory = try TemporaryDirectory()
    defer { try? stopDaemon(directory) }
    let terminal = try session(in: directory)
    try terminal.expect("kefu> ")
    terminal.paste("第一行\n第二行\n第三行")
    terminal.type("\r")
    try terminal.expect("handoff")
    try terminal.expect("kefu> ")
    terminal.enter("/answers")
    try terminal.expect("第一行 第二行 第")
    // Between prompts the terminal is not readline's, and would keep the end to itself.
    try terminal.expect("kefu> ")
    terminal.type("\u{4}")
    #expect(try terminal.wait() == 0)
}

@Test func aSessionOutlivesItsDaemon() throws {
    let directory = try TemporaryDirectory()
    defer { try? stopDaemon(directory) }
    let terminal = try session(in: directory)
    try terminal.expect("kefu> ")
    try stopDaemon(directory)
    terminal.enter("/stats")
    try terminal.expect("the daemon has gone away")
    try terminal.expect("entries")
    try terminal.expect("kefu> ")
    try stopDaemon(directory)
    terminal.enter("/add q a")
    try terminal.expect("whether it was done is not known")
    try terminal.expect("kefu> ")
    terminal.type("\u{4}")
    #expect(try terminal.wait() == 0)
}
