import Glibc
import KefuDomain

/// Whole text files, standard input among them.
enum TextFile {
    /// The text of a file.
    /// - Throws: `ErrorCode.unreadable` when it cannot be read or is not UTF-8.
    static func read(_ path: String) throws -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw unreadable(errno, path) }
        defer { close(descriptor) }
        return try read(descriptor, named: path)
    }

    /// All that standard input holds.
    static func standardInput() throws -> String { try read(STDIN_FILENO, named: "-") }

    /// Writes a file that only its owner can read, in one step: it is never seen half written.
    static func write(_ text: String, to path: String) throws {
        let temporary = path + ".new"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw unwritable(errno, path) }
        let isWritten = put(text, into: descriptor)
        let cause = errno
        close(descriptor)
        guard isWritten, rename(temporary, path) == 0 else {
            unlink(temporary)
            throw unwritable(isWritten ? errno : cause, path)
        }
    }

    /// A new file in the folder for temporary ones, readable by its owner only.
    /// - Returns: its path.
    static func temporary(_ text: String, named name: String, environment: [String: String]) throws
        -> String
    {
        let folder = environment["TMPDIR"].nonEmpty ?? "/tmp"
        var template = Array("\(folder)/\(name)-XXXXXX.txt".utf8CString)
        let descriptor = mkstemps(&template, 4)
        let path = String(
            decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        guard descriptor >= 0 else { throw unwritable(errno, path) }
        defer { close(descriptor) }
        guard put(text, into: descriptor) else { throw unwritable(errno, path) }
        return path
    }

    private static func read(_ descriptor: Int32, named name: String) throws -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count > 0 {
                bytes.append(contentsOf: buffer[..<count])
            } else if count == 0 {
                break
            } else if errno != EINTR {
                throw unreadable(errno, name)
            }
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw KefuError(
                .unreadable, name == "-" ? .inputUnreadable : .cannotRead.at(name),
                why: name == "-" ? .inputNotText : .fileNotText, hint: .inputNotTextHint)
        }
        return text
    }

    private static func put(_ text: String, into descriptor: Int32) -> Bool {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                bytes = bytes.dropFirst(count)
            } else if errno != EINTR {
                return false
            }
        }
        return true
    }

    private static func unreadable(_ cause: Int32, _ path: String) -> KefuError {
        KefuError(
            .unreadable, .cannotRead.at(path), why: .systemReason(systemText(cause)),
            hint: .checkPathHint)
    }

    private static func unwritable(_ cause: Int32, _ path: String) -> KefuError {
        KefuError(
            .unreadable, .cannotWrite.at(path), why: .systemReason(systemText(cause)),
            hint: .checkPathHint)
    }
}
