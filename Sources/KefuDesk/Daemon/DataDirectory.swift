import Glibc
import KefuDomain

/// The directory that holds everything one daemon keeps.
enum DataDirectory {
    /// Makes the directory where it is missing, and mends its mode and those of the files in it:
    /// nobody else may look in.
    /// - Returns: the names of what others could look into; `.` for the directory itself.
    /// - Throws: `ErrorCode.invalidState` when it cannot be used.
    @discardableResult
    static func prepare(_ path: String) throws -> [String] {
        var missing: [String] = []
        var parent = path
        while access(parent, F_OK) != 0, let end = parent.lastIndex(of: "/") {
            missing.append(parent)
            parent = end == parent.startIndex ? "/" : String(parent[..<end])
            if parent == "/" { break }
        }
        for directory in missing.reversed() where mkdir(directory, 0o700) != 0 && errno != EEXIST {
            throw unusable(.systemReason(String(cString: strerror(errno))), path)
        }
        var facts = stat()
        guard stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR else {
            throw unusable(.systemReason(String(cString: strerror(ENOTDIR))), path)
        }
        guard facts.st_uid == geteuid() else { throw unusable(.dataDirectoryForeign, path) }
        let isOpen = facts.st_mode & 0o077 != 0
        if isOpen, chmod(path, 0o700) != 0 {
            throw unusable(.systemReason(String(cString: strerror(errno))), path)
        }
        guard access(path, R_OK | W_OK | X_OK) == 0 else {
            throw unusable(.systemReason(String(cString: strerror(errno))), path)
        }
        return try (isOpen ? ["."] : []) + mendFiles(in: path)
    }

    /// Whether a file of this name in the data directory is one of ours.
    static func isOwn(_ name: String) -> Bool {
        ["kefu.", "kefud."].contains { name.hasPrefix($0) } || name == "history"
            || ownFolders.contains(name)
    }

    /// The folders in the data directory that are ours.
    static let ownFolders = ["index", "capture"]

    private static func mendFiles(in path: String) throws -> [String] {
        guard let listing = opendir(path) else {
            throw unusable(.systemReason(String(cString: strerror(errno))), path)
        }
        defer { closedir(listing) }
        var mended: [String] = []
        while let entry = readdir(listing) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
                field.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard isOwn(name), try mend(path + "/" + name) else { continue }
            mended.append(name)
        }
        return mended.sorted()
    }

    /// Takes the rights of others away from one of our files.
    /// - Returns: whether there were any.
    /// - Throws: `ErrorCode.invalidState` for another user's file, which nothing of ours may trust.
    private static func mend(_ path: String) throws -> Bool {
        var facts = stat()
        // A link's own mode means nothing, and what it leads to is the operator's affair.
        guard lstat(path, &facts) == 0, facts.st_mode & S_IFMT != S_IFLNK else { return false }
        guard facts.st_uid == geteuid() else { throw unusable(.dataDirectoryForeign, path) }
        guard facts.st_mode & 0o077 != 0 else { return false }
        guard chmod(path, facts.st_mode & 0o700) == 0 else {
            throw unusable(.systemReason(String(cString: strerror(errno))), path)
        }
        return true
    }

    private static func unusable(_ why: Phrase, _ path: String) -> KefuError {
        KefuError(.invalidState, .dataDirectoryUnusable, why: why, hint: .dataDirectoryHint).at(
            path)
    }
}
