import FoundationEssentials
import Glibc
import KefuDomain
import KefuRPC
import KefuStore
import Synchronization

/// What is known of the backups of this base: the newest is remembered across starts.
final class BackupBook: Sendable {
    private struct State {
        var last: LastBackup?
        /// `Store.changeCount` when the newest was begun, where this daemon made it.
        var changes: Int64?
    }

    private let path: String
    private let state: Mutex<State>

    /// - Parameter path: the file in which the newest is remembered.
    init(_ path: String) {
        self.path = path
        let data = FileManager.default.contents(atPath: path)
        let last = data.flatMap { try? JSONDecoder().decode(LastBackup.self, from: $0) }
        state = Mutex(State(last: last))
    }

    /// The newest backup that was made.
    var last: LastBackup? { state.withLock { $0.last } }

    /// The newest backup, where it lies in a folder, is still there, and nothing changed since.
    func unchanged(in folder: BackupFolder, since changes: Int64) -> LastBackup? {
        let known = state.withLock { $0 }
        guard let last = known.last, known.changes == changes else { return nil }
        var facts = stat()
        let isThere = stat(last.path, &facts) == 0 && Int(facts.st_size) == last.bytes
        return isThere && folder.files.last == last.path ? last : nil
    }

    /// Remembers a backup; that it cannot be written down is no reason to fail.
    func note(_ backup: LastBackup, changes: Int64) {
        state.withLock { $0 = State(last: backup, changes: changes) }
        guard let data = try? JSONEncoder().encode(backup) else { return }
        try? data.write(to: URL(filePath: path), options: .atomic)
        chmod(path, 0o600)
    }
}

extension Desk {
    /// Writes a checked copy of the base, into a file or into a folder of such copies.
    /// - Parameter check: asked now and then; what it throws ends the work.
    func backUp(
        _ params: Backup.Params, check: () throws -> Void = {}
    ) throws -> Backup.Result {
        try PathCheck.requireAbsolute(params.path, Backup.Params.CodingKeys.path.rawValue)
        let stopwatch = Stopwatch()
        guard BackupFolder.isMeant(by: params.path) else {
            guard params.keep == nil else {
                throw KefuError.invalid(
                    Backup.Params.CodingKeys.keep.rawValue, .keepNeedsFolder,
                    why: .keepNeedsFolderWhy, hint: .keepNeedsFolderHint)
            }
            return try backUp(into: params.path, stopwatch, check)
        }
        let folder = BackupFolder(params.path)
        try PathCheck.refuseOwnFiles(folder.path + "/file", of: paths)
        try folder.make()
        let changes = try store.changeCount()
        if let last = backups.unchanged(in: folder, since: changes) {
            let counts = try store.counts()
            return Backup.Result(
                path: last.path, bytes: last.bytes, entries: counts.entries,
                passages: counts.passages, isUnchanged: true, removed: [],
                took: stopwatch.milliseconds)
        }
        return try backUp(
            into: folder.file(at: now), stopwatch, check, thinning: folder, to: params.keep)
    }

    private func backUp(
        into path: String, _ stopwatch: Stopwatch, _ check: () throws -> Void,
        thinning folder: BackupFolder? = nil, to keep: Int? = nil
    ) throws -> Backup.Result {
        try PathCheck.refuseOwnFiles(path, of: paths)
        // What changes from here on is in doubt, and so worth another backup.
        let changes = try store.changeCount()
        let at = now
        let counts = try store.backUp(to: path, check: check)
        var facts = stat()
        let bytes = stat(path, &facts) == 0 ? Int(facts.st_size) : 0
        backups.note(LastBackup(at: at, path: path, bytes: bytes), changes: changes)
        let removed = keep.flatMap { folder?.thin(to: $0) } ?? []
        log.write(.info, "backed up: \(bytes) bytes, \(removed.count) older backups removed")
        return Backup.Result(
            path: path, bytes: bytes, entries: counts.entries, passages: counts.passages,
            isUnchanged: false, removed: removed, took: stopwatch.milliseconds)
    }

    /// A full-text index of so many wordings and passages is compared in less than a second.
    private static let quicklyCompared = 50_000

    func check(_ params: CheckBase.Params) throws -> CheckBase.Result {
        let stopwatch = Stopwatch()
        let counts = try store.counts()
        let isDeep = params.deep ?? (counts.entries + counts.passages <= Self.quicklyCompared)
        let problems = try store.problems(isDeep: isDeep)
        return CheckBase.Result(
            problems: problems, isDeep: isDeep, took: stopwatch.milliseconds)
    }
}
