import Glibc
import KefuDomain

/// Where results and everything else are written.
///
/// Results go to standard output, everything else to standard error.
struct Output {
    let language: Language
    let isQuiet: Bool
    private let allowsColour: Bool
    private let results: Int32
    private let others: Int32
    /// Shared by all copies.
    private let losses = Losses()

    /// Whether results got lost, and why. Used by the main thread only.
    private final class Losses {
        var error: Int32?
    }

    init(
        language: Language, isQuiet: Bool = false, allowsColour: Bool = true,
        results: Int32 = STDOUT_FILENO, others: Int32 = STDERR_FILENO
    ) {
        self.language = language
        self.isQuiet = isQuiet
        self.allowsColour = allowsColour
        self.results = results
        self.others = others
    }

    /// Longest lines on a terminal; wider ones are hard to read.
    static let maxWidth = 120
    /// What another program or a file gets is not cut.
    static let unlimitedWidth = 1_000_000

    /// How results look now; the terminal's size may change.
    var look: Look { look(of: results) }

    /// How everything else looks now.
    var noteLook: Look { look(of: others) }

    /// Whether a person watches what happens.
    var showsProgress: Bool { !isQuiet && isatty(others) == 1 }

    var isTerminal: Bool { isatty(results) == 1 }

    /// The system's error number where results could not be written; `nil` while all were.
    var failure: Int32? { losses.error }

    /// Writes results. What cannot be written is lost, and `failure` says so.
    func show(_ lines: [String]) {
        guard !lines.isEmpty else { return }
        let error = write(lines.joined(separator: "\n") + "\n", to: results)
        if error != 0, losses.error == nil { losses.error = error }
    }

    /// Writes a remark, unless only results are wanted.
    func note(_ lines: [String]) {
        guard !isQuiet, !lines.isEmpty else { return }
        write(lines.joined(separator: "\n") + "\n", to: others)
    }

    func note(_ phrase: Phrase) { note(noteLook.paragraph(phrase.text(language))) }

    /// Writes what went wrong, wanted or not.
    func complain(_ lines: [String]) {
        write(lines.joined(separator: "\n") + "\n", to: others)
    }

    /// Writes text over the line that was written this way before; empty text clears it.
    func overwrite(_ text: String) {
        write("\r\u{1B}[K" + text, to: others)
    }

    /// Writes text without a line break, such as a question to the operator.
    func ask(_ text: String) { write(text, to: others) }

    private func look(of descriptor: Int32) -> Look {
        guard isatty(descriptor) == 1 else {
            return .plain(language, width: Self.unlimitedWidth)
        }
        var size = winsize()
        let known = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        let width = known ? min(max(Int(size.ws_col), 20), Self.maxWidth) : 80
        return Look(language: language, width: width, isColoured: allowsColour)
    }

    /// - Returns: 0, or the system's error number.
    @discardableResult
    private func write(_ text: String, to descriptor: Int32) -> Int32 {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 {
                bytes = bytes.dropFirst(count)
            } else if errno == EAGAIN {
                // Somebody made the pipe or the terminal that we share non-blocking.
                var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                poll(&waiting, 1, -1)
            } else if errno != EINTR {
                return errno
            }
        }
        return 0
    }
}
