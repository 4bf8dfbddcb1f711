import Support
import Testing

/// A session as a person has it: `kefu` on a terminal, its own daemon behind it.
@Suite struct TerminalSessionTests {
    private let desk: TerminalDesk

    init() throws { desk = try TerminalDesk() }

    @Test func aPersonAddsAsksCorrectsAndLeaves() throws {
        let terminal = try desk.terminal(editor: "sed -i s/两年/三年/")
        try terminal.expect("the base is empty")
        try terminal.expect("kefu> ")
        try terminal.enter("/add 家用充电桩质保多久 家用充电桩质保两年", expecting: "added e1")
        try terminal.enter("家用充电桩质保多久", expecting: "reply", "家用充电桩质保两年")
        try terminal.enter("/edit", expecting: "corrected")
        try terminal.enter("/show e1", expecting: "家用充电桩质保三年")
        try terminal.enter("/undo", expecting: "家用充电桩质保两年")
        try terminal.enter("/undo", expecting: "removed e1")
        #expect(try terminal.leave() == 0)
    }

    @Test func controlCGivesUpALineAndTabCompletes() throws {
        let terminal = try desk.session()
        terminal.type("不要这一行\u{3}")
        try terminal.expect("kefu> ")
        terminal.type("/stat\tu\t\r")
        try terminal.expect("daemon")
        try terminal.expect("kefu> ")
        terminal.enter("/quit")
        #expect(try terminal.wait() == 0)
    }

    @Test func aPastedBlockIsOneQuestion() throws {
        let terminal = try desk.session()
        terminal.paste("第一行\n第二行\n第三行")
        terminal.type("\r")
        try terminal.expect("handoff")
        try terminal.expect("kefu> ")
        // Between prompts the terminal is not readline's, and would keep the end to itself.
        try terminal.enter("/answers", expecting: "第一行 第二行 第")
        #expect(try terminal.leave() == 0)
    }

    @Test func aSessionOutlivesItsDaemon() throws {
        let terminal = try desk.session()
        desk.stop()
        try terminal.enter("/stats", expecting: "the daemon has gone away", "entries")
        desk.stop()
        try terminal.enter("/add q a", expecting: "whether it was done is not known")
        #expect(try terminal.leave() == 0)
    }
}
