import Glibc
import KefuDomain

/// A file that is read and written at known places, and synced when it must outlive a power cut.
final class RawFile {
    private(set) var path: String
    private let descriptor: Int32

    /// - Parameter flags: for `open`, beside close-on-exec; a new file is its owner's only.
    /// - Throws: `ErrorCode.unreadable`.
    init(_ path: String, _ flags: Int32) throws {
        self.path = path
        descriptor = open(path, flags | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw KefuError.queueFailed(errno, path) }
    }

    deinit {
        close(descriptor)
    }

    func size() throws -> Int {
        var facts = stat()
        guard fstat(descriptor, &facts) == 0 else { throw KefuError.queueFailed(errno, path) }
        return Int(facts.st_size)
    }

    /// Whether others than the owner may read or write it.
    func isOpenToOthers() throws -> Bool {
        var facts = stat()
        guard fstat(descriptor, &facts) == 0 else { throw KefuError.queueFailed(errno, path) }
        return facts.st_mode & 0o077 != 0
    }

    /// The bytes at a place; fewer where the file ends before.
    func read(at offset: Int, _ count: Int) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var done = 0
        while done < count {
            let got = bytes.withUnsafeMutableBytes {
                pread(
                    descriptor, $0.baseAddress.map { $0 + done }, count - done, off_t(offset + done)
                )
            }
            if got == 0 { break }
            if got > 0 {
                done += got
            } else if errno != EINTR {
                throw KefuError.queueFailed(errno, path)
            }
        }
        return Array(bytes.prefix(done))
    }

    func write(_ bytes: [UInt8], at offset: Int) throws {
        var done = 0
        while done < bytes.count {
            let put = bytes.withUnsafeBytes {
                pwrite(
                    descriptor, $0.baseAddress.map { $0 + done }, bytes.count - done,
                    off_t(offset + done))
            }
            if put > 0 {
                done += put
            } else if put == 0 || errno != EINTR {
                throw KefuError.queueFailed(put == 0 ? ENOSPC : errno, path)
            }
        }
    }

    /// Waits until what was written is on the disk.
    func sync() throws {
        guard fdatasync(descriptor) == 0 else { throw KefuError.queueFailed(errno, path) }
    }

    /// Gives the file another name, which another file may have had.
    func move(to other: String) throws {
        guard rename(path, other) == 0 else { throw KefuError.queueFailed(errno, other) }
        path = other
        try Self.syncFolder(of: other)
    }

    func cut(to size: Int) throws {
        guard ftruncate(descriptor, off_t(size)) == 0 else {
            throw KefuError.queueFailed(errno, path)
        }
    }
}

extension RawFile {
    /// Puts a whole file in a place in one step that outlives a power cut.
    /// - Parameter replaces: whether a file of that name may give way; else it stays, and the new
    ///   one is dropped.
    static func put(_ bytes: [UInt8], at path: String, replaces: Bool) throws {
        let temporary = path + ".new"
        unlink(temporary)
        defer { unlink(temporary) }
        let file = try RawFile(temporary, O_WRONLY | O_CREAT | O_EXCL)
        try file.write(bytes, at: 0)
        try file.sync()
        if replaces {
            guard rename(temporary, path) == 0 else { throw KefuError.queueFailed(errno, path) }
        } else {
            guard link(temporary, path) == 0 || errno == EEXIST else {
                throw KefuError.queueFailed(errno, path)
            }
        }
        try syncFolder(of: path)
    }

    /// Makes the names of a folder's files outlive a power cut.
    static func syncFolder(of path: String) throws {
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw KefuError.queueFailed(errno, folder) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 || errno == EINVAL else {
            throw KefuError.queueFailed(errno, folder)
        }
    }
}
