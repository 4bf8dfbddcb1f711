import FoundationEssentials
import Glibc
import KefuDomain
import KefuRPC
import KefuStore
import KefuText

/// Puts a backup in the place of a data directory's base. The caller holds the directory's lock.
///
/// Whenever it is interrupted, the old base or the new one lies there whole.
struct Restore {
    private let paths: DeskPaths
    private let at: Timestamp

    init(paths: DeskPaths, at: Timestamp) {
        self.paths = paths
        self.at = at
    }

    /// The backup is copied and stays as it is; the former base is kept under a name of its own.
    /// - Parameter named: the backup, or a folder of backups whose newest is taken.
    /// - Throws: `ErrorCode.unreadable` for a file that is no sound base of this kefu or an older
    ///   one; `ErrorCode.limit` where it does not fit.
    func run(from named: String) throws -> RestoreReport {
        let backup = try Self.newest(in: named) ?? named
        let copy = paths.database + ".restoring"
        removeDatabase(copy)
        defer { removeDatabase(copy) }
        try refuseLive(backup)
        try copyFile(backup, to: copy)
        let counts = try Store.examine(copy, analysis: Analyzer(), log: .silent)
        // Whoever was erased since the backup was made stays erased.
        _ = try Store.obeyErasures(
            of: paths.database, in: copy, analysis: Analyzer(), log: .silent)
        try flush(copy)
        // Older than the base it belongs to, the index would be taken for that of the new one.
        try? FileManager.default.removeItem(atPath: paths.index)
        guard access(paths.index, F_OK) != 0 else { throw Self.failed(EACCES) }
        let former = try putAside()
        guard rename(copy, paths.database) == 0 else { throw Self.failed(errno) }
        try flush(paths.directory)
        return RestoreReport(
            entries: counts.entries, passages: counts.passages, former: former, backup: backup)
    }

    /// The newest backup of a folder; `nil` for what is no folder.
    private static func newest(in path: String) throws -> String? {
        var facts = stat()
        guard stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR else { return nil }
        guard let newest = BackupFolder(path).files.last else {
            throw KefuError(
                .unreadable, .backupUnsound, why: .folderWithoutBackup, hint: .otherBackupHint
            ).at(path)
        }
        return newest
    }

    /// What lies in a write-ahead log would be missing in a copy of the file alone.
    private func refuseLive(_ backup: String) throws {
        guard size(of: backup + "-wal") > 0 else { return }
        throw KefuError(
            .unreadable, .backupUnsound, why: .backupInUse, hint: .backupCopyHint
        ).at(backup)
    }

    private func copyFile(_ source: String, to target: String) throws {
        let input = open(source, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard input >= 0 else { throw Self.unreadable(errno, source) }
        defer { close(input) }
        var header = [UInt8](repeating: 0, count: 16)
        guard pread(input, &header, 16, 0) == 16, header == Array("SQLite format 3\0".utf8) else {
            throw KefuError(
                .unreadable, .backupUnsound, why: .backupNoDatabase, hint: .otherBackupHint
            ).at(source)
        }
        let output = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard output >= 0 else { throw Self.failed(errno) }
        defer { close(output) }
        while true {
            let count = sendfile(output, input, nil, 1 << 24)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw Self.failed(errno) }
            if count == 0 { return }
        }
    }

    /// Keeps the present base under a name of its own, and leaves it in its place as well.
    /// - Returns: that name; `nil` where there is no base.
    private func putAside() throws -> String? {
        guard access(paths.database, F_OK) == 0 else {
            removeDatabase(paths.database)
            return nil
        }
        // The newest changes may lie in the log. A base that cannot be read keeps its log.
        try? Store.settle(paths.database)
        let digits = at.rfc3339.filter(\.isNumber).prefix(14)
        let name = paths.database + ".before-restore-" + digits
        var former = name
        var number = 1
        while link(paths.database, former) != 0 {
            guard errno == EEXIST, number < 1000 else { throw Self.failed(errno) }
            number += 1
            former = "\(name)-\(number)"
        }
        let log = paths.database + "-wal"
        if size(of: log) > 0, rename(log, former + "-wal") != 0 { throw Self.failed(errno) }
        for ending in ["-wal", "-shm"] { unlink(paths.database + ending) }
        return former
    }

    private func removeDatabase(_ path: String) {
        for ending in ["", "-wal", "-shm", "-journal"] { unlink(path + ending) }
    }

    /// Waits until a file, or the names in a folder, are on the disk.
    private func flush(_ path: String) throws {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw Self.failed(errno) }
        defer { close(file) }
        guard fsync(file) == 0 else { throw Self.failed(errno) }
    }

    private func size(of path: String) -> Int {
        var facts = stat()
        return stat(path, &facts) == 0 ? Int(facts.st_size) : 0
    }

    private static func unreadable(_ code: Int32, _ path: String) -> KefuError {
        KefuError(
            .unreadable, .fileUnreadable, why: .systemReason(String(cString: strerror(code))),
            hint: .checkPathAndPermissions
        ).at(path)
    }

    private static func failed(_ code: Int32) -> KefuError {
        KefuError(
            code == ENOSPC ? .limit : .unreadable, .restoreFailed,
            why: .systemReason(String(cString: strerror(code))), hint: .restoreFailedHint)
    }
}
