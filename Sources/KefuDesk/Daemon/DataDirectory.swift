import Glibc
import KefuDomain

/// The directory that holds everything one daemon keeps.
enum DataDirectory {
    /// Makes the directory where it is missing, and mends its mode: nobody else may look in.
    /// - Throws: `ErrorCode.invalidState` when it cannot be used.
    static func prepare(_ path: String) throws {
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
        if facts.st_mode & 0o077 != 0, chmod(path, 0o700) != 0 {
            throw unusable(.systemReason(String(cString: strerror(errno))), path)
        }
        guard access(path, R_OK | W_OK | X_OK) == 0 else {
            throw unusable(.systemReason(String(cString: strerror(errno))), path)
        }
    }

    private static func unusable(_ why: Phrase, _ path: String) -> KefuError {
        KefuError(.invalidState, .dataDirectoryUnusable, why: why, hint: .dataDirectoryHint).at(
            path)
    }
}
