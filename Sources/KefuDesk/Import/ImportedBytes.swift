import Glibc
import KefuDomain
import KefuImport

/// The bytes of one file to import, and how to tell whether they changed.
struct ImportedBytes: Sendable {
    /// As the caller named it; the same text names the same document next time.
    let path: String
    let content: Content

    enum Content {
        /// Text that came with the request.
        case given([UInt8])
        /// Text, or what nobody reads.
        case text(HeldFile)
        /// What only a process of its own may read.
        case document(HeldFile)
    }

    /// Larger files are refused: somebody named the wrong one.
    static let maxBytes = 2 << 30

    /// Without folders.
    var name: String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    /// In bytes.
    var size: Int {
        switch content {
        case .given(let bytes): bytes.count
        case .text(let file), .document(let file): file.size
        }
    }

    /// Equal for equal bytes.
    /// - Parameter check: called now and then; what it throws ends the reading.
    func contentHash(_ check: () throws -> Void) throws -> String {
        switch content {
        case .given(let bytes):
            var hash = ContentHash()
            hash.add(bytes)
            return hash.text
        case .text(let file): return try file.contentHash(check)
        case .document(let file): return try file.contentHash(check) + Extraction.version
        }
    }

    /// - Throws: `ErrorCode.busy` when the file was written to since it was opened.
    func requireUnchanged() throws {
        switch content {
        case .given: break
        case .text(let file), .document(let file): try file.requireUnchanged()
        }
    }

    /// The text that a client sent under a name.
    /// - Throws: `ErrorCode.unreadable` when there is no room to hand it on.
    init(content text: String, name: String) throws {
        path = name
        let bytes = Array(text.utf8)
        let isDocument = FileFamily.of(bytes, ending: Self.ending(of: name)) != nil
        content = isDocument ? .document(try HeldFile(bytes)) : .given(bytes)
    }

    /// Opens a file.
    /// - Throws: `ErrorCode.unreadable` when it is not there, no plain file or not to be read;
    ///   `ErrorCode.limit` when it is too large.
    init(path: String) throws {
        try self.init(path: path, opening: Array(path.utf8CString))
    }

    /// Opens a file whose name need not be text.
    /// - Parameter name: the bytes of its path, and the NUL behind them.
    init(path: String, opening name: [CChar]) throws {
        self.path = path
        // Without blocking: opening a named pipe would wait for a writer for ever.
        let file = open(name, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { throw KefuError.unreadableFile(errno) }
        var isHeld = false
        defer { if !isHeld { close(file) } }
        var facts = stat()
        guard fstat(file, &facts) == 0 else { throw KefuError.unreadableFile(errno) }
        guard facts.st_mode & S_IFMT == S_IFREG else {
            throw KefuError.unreadableFile(facts.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL)
        }
        guard facts.st_size <= Self.maxBytes else {
            throw KefuError(
                .limit, .fileTooLarge, why: .atMostMegabytes(Self.maxBytes >> 20), hint: .splitFile)
        }
        let family = try FileFamily.of(Self.head(of: file), ending: Self.ending(of: path))
        let held = HeldFile(descriptor: file, size: Int(facts.st_size))
        isHeld = true
        content = family == nil ? .text(held) : .document(held)
    }

    /// Of the name, in lower case and without the dot; empty when it has none.
    var ending: String { Self.ending(of: path) }

    private static func ending(of path: String) -> String {
        let name = path.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
        return name[name.index(after: dot)...].lowercased()
    }

    private static func head(of file: Int32) throws -> [UInt8] {
        var head = [UInt8](repeating: 0, count: FileFamily.headSize)
        let count = pread(file, &head, head.count, 0)
        guard count >= 0 else { throw KefuError.unreadableFile(errno) }
        return Array(head[..<count])
    }
}
