import Foundation
import Synchronization

/// A program on a pseudo-terminal of its own, as a person would use it.
public final class TerminalProcess: Sendable {
    private let master: Int32
    private let child: pid_t
    /// What the program has written so far, without control sequences.
    private let screen = Mutex(Screen())

    /// Starts a program with the terminal as its standard input, output and error.
    /// - Throws: `TerminalError` when the system refuses.
    public init(
        _ program: String, _ arguments: [String], environment: [String: String],
        columns: UInt16 = 80, rows: UInt16 = 40
    ) throws {
        master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard master >= 0 else { throw TerminalError.system(errno) }
        var unlocked: Int32 = 0
        var number: UInt32 = 0
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        guard ioctl(master, Request.unlock, &unlocked) == 0,
            ioctl(master, Request.number, &number) == 0,
            ioctl(master, UInt(TIOCSWINSZ), &size) == 0
        else {
            let cause = errno
            close(master)
            throw TerminalError.system(cause)
        }
        do {
            child = try Self.spawn(
                [program] + arguments, environment, terminal: "/dev/pts/\(number)")
        } catch {
            close(master)
            throw error
        }
    }

    deinit {
        kill(child, SIGKILL)
        close(master)
    }

    /// Types text; `\r` is the Enter key, `\u{3}` Ctrl-C, `\u{4}` Ctrl-D, `\t` Tab.
    public func type(_ text: String) {
        let bytes = Array(text.utf8)
        _ = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
    }

    /// Types a line and Enter.
    public func enter(_ line: String) { type(line + "\r") }

    /// Pastes a text the way terminals do that mark what was pasted.
    public func paste(_ text: String) {
        type("\u{1B}[200~" + text.replacingOccurrences(of: "\n", with: "\r") + "\u{1B}[201~")
    }

    /// Waits until a text has been written that was not waited for before.
    /// - Returns: all that was written up to and including it since the last wait.
    @discardableResult
    public func expect(_ text: String, within seconds: Double = 20) throws -> String {
        let deadline = Date().addingTimeInterval(seconds)
        while true {
            if let found = screen.withLock({ $0.take(through: text) }) { return found }
            guard try read(until: deadline) else {
                throw TerminalError.missing(text, seen: screen.withLock { $0.unread })
            }
        }
    }

    /// Sends the program a signal.
    public func signal(_ number: Int32) { kill(child, number) }

    /// Waits for the program's end.
    /// - Returns: its exit status, 128 and the number of the signal that ended it.
    public func wait(within seconds: Double = 20) throws -> Int32 {
        let deadline = Date().addingTimeInterval(seconds)
        var status: Int32 = 0
        while waitpid(child, &status, WNOHANG) == 0 {
            guard Date() < deadline else { throw TerminalError.stillRunning }
            _ = try? read(until: Date().addingTimeInterval(0.05))
        }
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
    }

    /// Takes in what the program writes; false when the time ran out or it closed the terminal.
    private func read(until deadline: Date) throws -> Bool {
        var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        let milliseconds = Int32(max(0, deadline.timeIntervalSinceNow * 1000))
        guard poll(&waiting, 1, milliseconds) > 0 else { return Date() < deadline }
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = Foundation.read(master, &buffer, buffer.count)
        guard count > 0 else { return false }
        screen.withLock { $0.append(buffer[..<count]) }
        return true
    }

    /// The requests of Linux for its pseudo-terminals (ioctl_tty(2)).
    private enum Request {
        static let unlock: UInt = 0x4004_5431  // TIOCSPTLCK
        static let number: UInt = 0x8004_5430  // TIOCGPTN
    }

    /// Starts a program in a session of its own, which the terminal then controls.
    private static func spawn(
        _ words: [String], _ environment: [String: String], terminal: String
    ) throws -> pid_t {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, 0x80)  // POSIX_SPAWN_SETSID
        var files = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&files)
        defer { posix_spawn_file_actions_destroy(&files) }
        posix_spawn_file_actions_addopen(&files, 0, terminal, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&files, 0, 1)
        posix_spawn_file_actions_adddup2(&files, 0, 2)
        let variables = environment.map { "\($0.key)=\($0.value)" }
        let arguments = words.map { strdup($0) } + [nil]
        let settings = variables.map { strdup($0) } + [nil]
        defer { for pointer in arguments + settings { free(pointer) } }
        var child = pid_t()
        let error = posix_spawn(&child, words[0], &files, &attributes, arguments, settings)
        guard error == 0 else { throw TerminalError.system(error) }
        return child
    }
}

/// What can go wrong on a pseudo-terminal.
public enum TerminalError: Error {
    case system(Int32)
    case missing(String, seen: String)
    case stillRunning
}

/// Collects what a program writes, leaving out the sequences that steer the terminal.
private struct Screen {
    private var bytes: [UInt8] = []
    private(set) var unread = ""

    mutating func append(_ more: ArraySlice<UInt8>) {
        bytes += more
        // A character may be cut in two: the part without an end stays for the next time.
        guard let text = String(validating: bytes, as: UTF8.self) else { return }
        bytes = []
        unread += text
    }

    /// All up to and including a text, which then counts as read.
    mutating func take(through text: String) -> String? {
        let plain = Self.withoutControls(unread)
        guard let range = plain.range(of: text) else { return nil }
        unread = String(plain[range.upperBound...])
        return String(plain[..<range.upperBound])
    }

    private static func withoutControls(_ text: String) -> String {
        text.replacing(/\u{1B}\[[0-9;?]*[A-Za-z]/, with: "").replacing("\r", with: "")
    }
}
