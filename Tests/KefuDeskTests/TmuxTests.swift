import Foundation
import Support
import Testing

/// A session of `kefu` in a real terminal, run by tmux.
private final class Screen {
    let directory: TemporaryDirectory
    private let server = "kefu-\(UUID().uuidString.prefix(8))"

    init() throws {
        directory = try TemporaryDirectory()
        let library = Programs.environment["LD_LIBRARY_PATH"] ?? ""
        let command =
            "env LC_ALL=C.UTF-8 LANG=zh_CN.UTF-8 LD_LIBRARY_PATH='\(library)' HOME='\(directory.path)' "
            + "'\(Programs.path(of: "kefu"))' --data '\(directory.path)'"
        try tmux("-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "24", command)
    }

    deinit {
        _ = try? tmux("kill-server")
        _ = try? Programs.run("kefu", ["--data", directory.path, "--no-start", "stop"])
    }

    @discardableResult
    func tmux(_ words: String...) throws -> Programs.Outcome {
        // The server outlives this call; it must not inherit what the test process has open.
        let closing = """
            for f in /proc/$BASHPID/fd/*; do n=${f##*/}; [ $n -gt 2 ] && eval "exec $n>&-"; done
            exec "$@"
            """
        return try Tool.run(
            "bash", ["-c", "(\(closing))", "bash", "tmux", "-u", "-L", server] + words,
            environment: ["TERM": "xterm-256color"])
    }

    /// Types text as it is.
    func type(_ text: String) throws { try tmux("send-keys", "-l", text) }

    /// Presses a key, such as `Enter` or `C-c`.
    func press(_ keys: String...) throws { for key in keys { try tmux("send-keys", key) } }

    func enter(_ text: String) throws {
        try type(text)
        try press("Enter")
    }

    /// What the screen and its past show.
    func text() throws -> String { try tmux("capture-pane", "-p", "-J", "-S", "-200").output }

    /// Waits until the screen shows a text.
    func expect(_ part: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        for _ in 0..<160 {
            if try text().contains(part) { return }
            usleep(50_000)
        }
        Issue.record("no \(part) on:\n\(try text())", sourceLocation: sourceLocation)
        throw NeverHeld()
    }

    /// Clears the screen and its past.
    func clear() throws {
        try press("C-l")
        usleep(100_000)
        try tmux("clear-history")
    }

    var isOpen: Bool { (try? tmux("has-session").status) == 0 }
}

@Suite(.enabled(if: Tool.exists("tmux"), "tmux is not installed"))
struct TmuxTests {
    @Test func aSessionInARealTerminal() throws {
        let screen = try Screen()
        try screen.expect("kefu> ")
        try screen.enter("/add 充电桩保修几年 整机保修三年")
        try screen.expect("e1")
        try screen.enter("充电桩保修几年？")
        try screen.expect("reply")
        try screen.expect("整机保修三年")
        try screen.clear()
        try screen.enter("/why")
        try screen.expect("e1")
        try screen.enter("/approve")
        try screen.expect("approved")
        try screen.clear()
        try screen.press("Up", "Up", "Up")
        try screen.expect("kefu> 充电桩保修几年？")
        try screen.press("Enter")
        try screen.expect("整机保修三年")
        try screen.type("不要这一行")
        try screen.expect("不要这一行")
        try screen.press("C-c")
        try screen.clear()
        try screen.type("/he")
        try screen.press("Tab")
        try screen.expect("kefu> /help")
        try screen.press("Enter")
        try screen.expect("/approve")
        try screen.press("C-d")
        try eventually { !screen.isOpen }
    }

    @Test func aLineLongerThanTheScreenIsEditedAsOne() throws {
        let screen = try Screen()
        try screen.expect("kefu> ")
        let question = String(repeating: "这个很长的问题要换行", count: 6)
        try screen.type("/add \(question)")
        try screen.type(" 答案在这里X")
        try screen.press("BSpace", "Enter")
        try screen.expect("e1")
        try screen.clear()
        // Half a character never appears: the line wraps between them.
        try screen.type(question)
        try screen.press("Home")
        try screen.type("问")
        try screen.press("BSpace", "End", "Enter")
        try screen.expect("答案在这里")
        #expect(try !screen.text().contains("\u{FFFD}"))
        #expect(try !screen.text().contains("X"))
    }
}
