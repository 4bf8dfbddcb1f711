import Glibc
import KefuDomain

/// The files below a folder.
enum FolderListing {
    /// More files than this are refused: somebody named the wrong folder.
    static let maxFiles = 100_000

    /// Plain files below a folder, sorted by path; hidden ones and links to folders are left out.
    /// - Returns: `nil` when the path is no folder.
    /// - Throws: `ErrorCode.unreadable` when a folder cannot be listed.
    static func files(below path: String) throws -> [String]? {
        var facts = stat()
        guard stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR else { return nil }
        var files: [String] = []
        var folders = [path.hasSuffix("/") && path.count > 1 ? String(path.dropLast()) : path]
        while let folder = folders.popLast() {
            for name in try names(in: folder) where !name.hasPrefix(".") {
                let place = folder == "/" ? "/" + name : folder + "/" + name
                var entry = stat()
                guard lstat(place, &entry) == 0 else { continue }
                if entry.st_mode & S_IFMT == S_IFDIR { folders.append(place) }
                if entry.st_mode & S_IFMT == S_IFREG { files.append(place) }
                guard files.count <= maxFiles else {
                    throw KefuError(
                        .limit, .tooManyFiles, why: .atMost(maxFiles), hint: .splitFolder)
                }
            }
        }
        return files.sorted()
    }

    private static func names(in folder: String) throws -> [String] {
        guard let listing = opendir(folder) else {
            throw KefuError(
                .unreadable, .folderUnreadable,
                why: .systemReason(String(cString: strerror(errno))), hint: .checkPathAndPermissions
            )
        }
        defer { closedir(listing) }
        var names: [String] = []
        while let entry = readdir(listing) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
                field.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            names.append(name)
        }
        return names
    }
}
