import Foundation

/// A data directory at which a person sits: `kefu` on a terminal, its own daemon behind it.
public final class TerminalDesk: Sendable {
    public let directory: TemporaryDirectory

    public init() throws { directory = try TemporaryDirectory() }

    deinit { stop() }

    /// Starts `kefu` with some words; without any it is the session.
    /// - Parameters:
    ///   - language: the locale, such as `zh_CN.UTF-8`.
    ///   - editor: what `$EDITOR` is.
    public func terminal(
        _ words: String..., language: String = "C.UTF-8", editor: String = "true",
        columns: UInt16 = 80
    ) throws -> TerminalProcess {
        let environment = Programs.environment.merging([
            "LC_ALL": language, "LC_MESSAGES": "", "TERM": "xterm-256color", "EDITOR": editor,
        ]) { $1 }
        return try TerminalProcess(
            Programs.path(of: "kefu"), ["--data", directory.path] + words,
            environment: environment, columns: columns)
    }

    /// Starts a session and waits for its first prompt.
    public func session(
        language: String = "C.UTF-8", editor: String = "true", columns: UInt16 = 80
    ) throws -> TerminalProcess {
        let terminal = try terminal(language: language, editor: editor, columns: columns)
        try terminal.expect(language.hasPrefix("zh") ? "客服> " : "kefu> ")
        return terminal
    }

    /// A client of the daemon beside the terminal.
    public func connect() throws -> LineClient {
        try LineClient(path: directory.file("kefu.sock"))
    }

    /// Ends the daemon, where one runs.
    public func stop() {
        _ = try? Programs.run("kefu", ["--data", directory.path, "--no-start", "stop"])
    }
}

extension TerminalProcess {
    /// Types a line, and waits for what it brings and the next prompt.
    public func enter(_ line: String, expecting texts: String...) throws {
        enter(line)
        for text in texts + ["> "] { try expect(text) }
    }

    /// Ends the session as a person does.
    /// - Returns: the exit status.
    public func leave() throws -> Int32 {
        type("\u{4}")
        return try wait()
    }
}
