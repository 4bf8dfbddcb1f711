import FoundationEssentials
import Glibc
import KefuDomain

/// A folder of backups that are named by their time. Other files in it are left alone.
struct BackupFolder {
    let path: String

    /// - Parameter path: of a folder, with or without `/` at its end.
    init(_ path: String) {
        self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    }

    /// Whether a path means a folder: there is one, or it ends in `/`.
    static func isMeant(by path: String) -> Bool {
        var facts = stat()
        if stat(path, &facts) == 0 { return facts.st_mode & S_IFMT == S_IFDIR }
        return path.hasSuffix("/")
    }

    /// Makes it, for this user alone, where it is missing.
    /// - Throws: `ErrorCode.unreadable` when it cannot be made.
    func make() throws {
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
            throw KefuError(
                .unreadable, .fileUnwritable, why: .systemReason(String(cString: strerror(errno))),
                hint: .checkPathAndPermissions)
        }
    }

    /// The name for a backup of a moment: `kefu-20261125-171500.sqlite`, in local time.
    func file(at time: Timestamp) -> String {
        let digits = time.rfc3339.filter(\.isNumber).prefix(14)
        let stem = "\(path)/kefu-\(digits.prefix(8))-\(digits.dropFirst(8))"
        // Two within a second are possible.
        let endings = [""] + (2...99).map { "-\($0)" }
        let free = endings.first { access(stem + $0 + ".sqlite", F_OK) != 0 } ?? ""
        return stem + free + ".sqlite"
    }

    /// The backups in it, oldest first.
    var files: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter(Self.isBackup).sorted { Self.key($0) < Self.key($1) }
            .map { path + "/" + $0 }
    }

    /// Removes all but the newest.
    /// - Returns: what was removed.
    func thin(to count: Int) -> [String] {
        files.dropLast(count).filter { unlink($0) == 0 }
    }

    private static func isBackup(_ name: String) -> Bool {
        let shape = String(name.map { ("0"..."9").contains($0) ? "0" : $0 })
        return ["", "-0", "-00"].contains { shape == "kefu-00000000-000000\($0).sqlite" }
    }

    /// `-10` comes after `-9`, and no number before both.
    private static func key(_ name: String) -> String {
        let stem = name.dropLast(".sqlite".count)
        let number = stem.dropFirst("kefu-20261125-171500".count).drop { $0 == "-" }
        let padding = String(repeating: "0", count: max(0, 2 - number.count))
        return stem.prefix("kefu-20261125-171500".count) + padding + number
    }
}
