import CReadline
import Glibc
import KefuDomain

/// How reading a line ended.
enum Entered: Equatable {
    case line(String)
    /// Ctrl-C: the line was given up.
    case interrupted
    /// Ctrl-D, or the end of the input.
    case end
    /// The program is asked to end.
    case terminated
}

/// Something that lines are typed into.
protocol LineSource: AnyObject {
    /// Reads one line, which a paste can make of several.
    func read(_ prompt: String) -> Entered
    /// Reads one line that begins with a text to be changed.
    func edit(_ prompt: String, _ text: String) -> Entered
    /// Reads one key on a terminal, one line elsewhere.
    func press() -> Entered
    /// Makes a line one of those that the arrow keys bring back.
    func remember(_ line: String)
}

extension LineSource {
    /// Without a terminal the whole line is typed anew.
    func edit(_ prompt: String, _ text: String) -> Entered { read(prompt) }

    func press() -> Entered { read("") }
}

/// Line editing on a terminal by GNU readline. There is one, used on the main thread.
final class LineEditor: LineSource {
    private let signals: Int32
    private let completion: (String, Range<Int>) -> Replacements

    /// - Parameters:
    ///   - signals: the descriptor on which SIGINT and its like arrive.
    ///   - completion: what may replace a range of UTF-8 bytes of the line.
    init(signals: Int32, completion: @escaping (String, Range<Int>) -> Replacements) {
        _ = CharacterSet.isUTF8
        self.signals = signals
        self.completion = completion
        // The editor lives as long as the process, so that the pointer stays good.
        let context = Unmanaged.passRetained(self).toOpaque()
        kedit_start("kefu", completeLine, context)
    }

    func read(_ prompt: String) -> Entered { edit(prompt, "") }

    func edit(_ prompt: String, _ text: String) -> Entered {
        var outcome = KEDIT_END
        let line = kedit_edit(prompt, text, signals, &outcome)
        defer { free(line) }
        return Self.entered(line.map { String(cString: $0) }, outcome)
    }

    func press() -> Entered {
        var outcome = KEDIT_END
        let key = Unicode.Scalar(kedit_key(signals, &outcome)) ?? "\u{FFFD}"
        return Self.entered(String(Character(key)), outcome)
    }

    private static func entered(_ text: String?, _ outcome: kedit_outcome) -> Entered {
        switch outcome {
        case KEDIT_LINE: text.map { .line($0) } ?? .end
        case KEDIT_INTERRUPTED: .interrupted
        case KEDIT_TERMINATED: .terminated
        default: .end
        }
    }

    func remember(_ line: String) { kedit_remember(line) }

    /// The words for readline, malloc'd as it wants them.
    fileprivate func complete(
        _ line: String, _ range: Range<Int>, _ kind: UnsafeMutablePointer<Int32>?
    ) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
        switch completion(line, range) {
        case .paths:
            kind?.pointee = Int32(KEDIT_PATHS.rawValue)
            return nil
        case .words(let words):
            kind?.pointee = Int32(KEDIT_WORDS.rawValue)
            guard !words.isEmpty,
                let memory = calloc(words.count + 1, MemoryLayout<UnsafeMutableRawPointer>.stride)
            else { return nil }
            let list = memory.bindMemory(
                to: UnsafeMutablePointer<CChar>?.self, capacity: words.count + 1)
            for (index, word) in words.enumerated() { list[index] = strdup(word) }
            return list
        }
    }
}

private func completeLine(
    _ line: UnsafePointer<CChar>?, _ start: Int32, _ end: Int32,
    _ kind: UnsafeMutablePointer<Int32>?, _ context: UnsafeMutableRawPointer?
) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
    guard let line, let context, start <= end else { return nil }
    let editor = Unmanaged<LineEditor>.fromOpaque(context).takeUnretainedValue()
    return editor.complete(String(cString: line), Int(start)..<Int(end), kind)
}

/// Lines from a pipe or a file, without prompts.
final class PlainLines: LineSource {
    func read(_ prompt: String) -> Entered {
        guard let line = readLine(strippingNewline: true) else { return .end }
        return .line(line)
    }

    func remember(_ line: String) {}
}
