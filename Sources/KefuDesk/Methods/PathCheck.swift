import Glibc
import KefuDomain

/// What the contract asks of every path that a client names.
enum PathCheck {
    /// - Throws: `ErrorCode.invalidParams` for a relative path: the daemon's directory is not the
    ///   client's.
    static func requireAbsolute(_ path: String, _ field: String) throws {
        guard path.hasPrefix("/"), !path.utf8.contains(0) else {
            throw KefuError.invalid(
                field, .pathNotAbsolute, why: .pathNotAbsoluteWhy, hint: .pathNotAbsoluteHint)
        }
    }

    /// What a file may be written to: a plain file, or nothing yet.
    /// - Throws: `ErrorCode.conflict` for a file that the daemon keeps itself;
    ///   `ErrorCode.unreadable` for a device, a pipe, a folder: it would be replaced by a file.
    static func requireWritable(_ path: String, of paths: DeskPaths) throws {
        try refuseOwnFiles(path, of: paths)
        var facts = stat()
        guard stat(path, &facts) == 0, facts.st_mode & S_IFMT != S_IFREG else { return }
        throw KefuError(
            .unreadable, .fileUnwritable, why: .noPlainFile, hint: .checkPathAndPermissions)
    }

    /// - Throws: `ErrorCode.conflict` for a file that the daemon keeps itself, under whatever name.
    static func refuseOwnFiles(_ path: String, of paths: DeskPaths) throws {
        guard isOwn(path, of: paths) else { return }
        let name = path.split(separator: "/").last.map(String.init) ?? ""
        throw KefuError(
            .conflict, .pathIsOwn, why: .pathIsOwnWhy, hint: .pathIsOwnHint,
            conflicts: [Reference(id: name)])
    }

    /// Whether a file, there or not yet, is one that the daemon keeps itself: links, `..` and the like
    /// on the way to it change nothing.
    static func isOwn(_ path: String, of paths: DeskPaths) -> Bool {
        guard let root = resolve(paths.directory) else { return false }
        if let file = resolve(path), isOwn(file, below: root) { return true }
        guard let end = path.lastIndex(of: "/"), let folder = resolve(String(path[...end])) else {
            return false
        }
        return isOwn((folder == "/" ? "" : folder) + path[end...], below: root)
    }

    private static func isOwn(_ file: String, below root: String) -> Bool {
        guard file.hasPrefix(root + "/") else { return false }
        let parts = file.dropFirst(root.utf8.count + 1).split(separator: "/")
        guard let first = parts.first.map(String.init) else { return false }
        return parts.count == 1
            ? DataDirectory.isOwn(first) : DataDirectory.ownFolders.contains(first)
    }

    /// The path without links; `nil` for one that leads to nothing.
    private static func resolve(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
