import Glibc
import KefuDomain

/// The files below a folder.
///
/// Plain files. Hidden ones, links to folders, and what is neither file nor folder are left out, so
/// that no loop is walked and nothing waits for a writer. A link to a file is refused: a folder that
/// came from elsewhere must not reach what its owner did not name.
struct FolderListing {
    struct File {
        /// As it is told and remembered: bytes that are no text stand as `\xE9`.
        let path: String
        /// The bytes of the path, and the NUL behind them.
        let name: [CChar]
        let size: Int
    }

    struct Failure {
        let path: String
        let error: KefuError
    }

    /// Sorted by path.
    private(set) var files: [File] = []
    /// The folders that could not be listed, and the links.
    private(set) var failures: [Failure] = []

    private var folders: [[CChar]] = []

    /// More files than this are refused: somebody named the wrong folder.
    static let maxFiles = 100_000

    /// - Returns: `nil` when the path is no folder.
    /// - Throws: `ErrorCode.unreadable` when the folder itself cannot be listed, `ErrorCode.limit`
    ///   when it holds too many files.
    init?(below path: String) throws {
        var facts = stat()
        guard stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR else { return nil }
        var root = path
        while root.count > 1, root.hasSuffix("/") { root.removeLast() }
        folders = [Array(root.utf8CString)]
        while let folder = folders.popLast() { try list(folder) }
        if let failure = failures.first, failure.path == root { throw failure.error }
        failures.sort { $0.path < $1.path }
        files.sort { $0.path < $1.path }
    }

    private mutating func list(_ folder: [CChar]) throws {
        guard let listing = opendir(folder) else {
            let error = KefuError(
                .unreadable, .folderUnreadable,
                why: .systemReason(String(cString: strerror(errno))), hint: .checkPathAndPermissions
            )
            failures.append(Failure(path: Self.shown(folder), error: error))
            return
        }
        defer { closedir(listing) }
        while let entry = readdir(listing) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
                field.withMemoryRebound(to: CChar.self, capacity: 256) { start in
                    Array(UnsafeBufferPointer(start: start, count: strlen(start) + 1))
                }
            }
            guard name.first != CChar(bitPattern: UInt8(ascii: ".")) else { continue }
            let slash = folder.count == 2 && folder[0] == 0x2F ? [] : [CChar(0x2F)]
            take(folder.dropLast() + slash + name)
            guard files.count + failures.count + folders.count <= Self.maxFiles else {
                throw KefuError(
                    .limit, .tooManyFiles, why: .atMost(Self.maxFiles), hint: .splitFolder)
            }
        }
    }

    private mutating func take(_ name: [CChar]) {
        var facts = stat()
        guard lstat(name, &facts) == 0 else { return }
        switch facts.st_mode & S_IFMT {
        case S_IFDIR: folders.append(name)
        case S_IFREG:
            files.append(File(path: Self.shown(name), name: name, size: Int(facts.st_size)))
        case S_IFLNK:
            guard stat(name, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return }
            let error = KefuError(
                .unreadable, .fileUnreadable, why: .isLink, hint: .importLinkedFile)
            failures.append(Failure(path: Self.shown(name), error: error))
        default: break
        }
    }

    /// A path as text; bytes that are none as `\xE9`, so that two names never look the same.
    private static func shown(_ name: [CChar]) -> String {
        let bytes = name.dropLast().map { UInt8(bitPattern: $0) }
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        var text = ""
        var rest = bytes[...]
        while let first = rest.first {
            let length = (1...4).first { String(validating: rest.prefix($0), as: UTF8.self) != nil }
            if let length, length <= rest.count {
                text += String(decoding: rest.prefix(length), as: UTF8.self)
                rest = rest.dropFirst(length)
            } else {
                text += "\\x" + String(first, radix: 16, uppercase: true)
                rest = rest.dropFirst()
            }
        }
        return text
    }
}
