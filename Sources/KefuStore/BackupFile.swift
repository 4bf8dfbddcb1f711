import Glibc
import KefuDomain

/// A backup under way: it appears under its name only when it is complete, checked and on the disk.
struct BackupFile {
    private let target: String
    private let draft: String

    /// - Throws: `ErrorCode.conflict` when there is a file of that name.
    init(_ target: String) throws {
        self.target = target
        // A name that no other file has: one called `base.sqlite.part` is somebody's too.
        draft = target + ".\(getpid())-\(UInt32.random(in: .min ... .max)).part"
        var facts = stat()
        guard lstat(target, &facts) != 0 else { throw Self.exists }
        let file = open(draft, O_CREAT | O_EXCL | O_CLOEXEC | O_WRONLY, 0o600)
        guard file >= 0 else { throw Self.unwritable(errno) }
        close(file)
    }

    /// Has the draft written, puts it on the disk and gives it its name.
    func fill(_ write: (String) throws -> Void) throws {
        defer { unlink(draft) }
        try write(draft)
        try Self.flush(draft)
        // A link never replaces a file that came meanwhile; not every file system has links.
        if link(draft, target) != 0 {
            guard errno != EEXIST else { throw Self.exists }
            guard access(target, F_OK) != 0, rename(draft, target) == 0 else {
                throw Self.unwritable(errno)
            }
        }
        let folder = target.lastIndex(of: "/").map { String(target[..<$0]) } ?? "."
        try Self.flush(folder.isEmpty ? "/" : folder)
    }

    private static func flush(_ path: String) throws {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw unwritable(errno) }
        defer { close(file) }
        guard fsync(file) == 0 else { throw unwritable(errno) }
    }

    private static let exists = KefuError(
        .conflict, .fileExists, why: .backupExistsWhy, hint: .backupExistsHint)

    private static func unwritable(_ code: Int32) -> KefuError {
        let isFull = code == ENOSPC || code == EDQUOT
        return KefuError(
            isFull ? .limit : .unreadable, .fileUnwritable,
            why: .systemReason(String(cString: strerror(code))),
            hint: isFull ? .diskFullHint : .checkPathAndPermissions)
    }
}

extension Store {
    /// Copies the database, as it is at this moment, into a new file, and checks the copy: SQLite's
    /// own check, the full-text indexes, the counts. Nobody waits for it.
    /// - Parameter check: asked now and then; what it throws ends the work.
    /// - Returns: how much the copy holds.
    /// - Throws: `ErrorCode.conflict` when the file exists; `ErrorCode.unreadable` when it cannot be
    ///   made there, or when the base is damaged.
    @discardableResult
    public func backUp(
        to target: String, check: () throws -> Void = {}
    ) throws -> BaseCounts {
        let source = try openReader()
        var counts: BaseCounts?
        try BackupFile(target).fill { draft in
            let copy = try openCopy(draft)
            let expected = try source.transaction(.reading) {
                // The first read fixes the state; later writes then never restart the copying.
                let expected = try source.counts()
                try source.copyPages(into: copy, check: check)
                return expected
            }
            try check()
            let found = try copy.counts()
            let problem = try copy.problems().first ?? (found == expected ? nil : "lost rows")
            if let problem {
                throw KefuError(
                    .unreadable, .backupUnsound, why: .backupProblem(problem),
                    hint: .baseDamagedHint)
            }
            counts = found
        }
        return try counts ?? source.counts()
    }

    /// What changed since the daemon started, as a number that only grows: equal numbers mean an
    /// unchanged base.
    public func changeCount() throws -> Int64 {
        try writeAlone { $0.totalChanges }
    }

    /// What is wrong with the base, one line each.
    /// - Parameter isDeep: whether the full-text indexes are compared with the texts; writes wait
    ///   for that.
    public func problems(isDeep: Bool) throws -> [String] {
        let seen = try openReader().visibleProblems()
        return isDeep ? try seen + writeAlone { try $0.indexProblems() } : seen
    }
}
