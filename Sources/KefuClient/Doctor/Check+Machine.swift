import CSystem
import Glibc
import KefuDomain

/// What can be looked at without a daemon.
extension Check {
    static let ofTheMachine: [Check] = [
        user, directory, files, fileSystem, space, program, reader, configuration, socket,
    ]

    private static let user = Check(.checkUser, .meaningUser) { _ in
        geteuid() == 0 ? .warning(.userRoot, .userRootHint) : .ok(.userPlain)
    }

    private static let directory = Check(.checkDirectory, .meaningDirectory) { examination in
        let path = examination.places.data
        var facts = stat()
        guard stat(path, &facts) == 0 else { return .warning(.directoryAbsent.at(path), nil) }
        if facts.st_uid != getuid() {
            return .problem(.directoryForeign.at(path), .directoryForeignHint)
        }
        if facts.st_mode & 0o077 != 0 {
            return .warning(.directoryOpen.at(path), .directoryOpenHint(path))
        }
        return .ok(Phrase(verbatim: path))
    }

    /// The files that would tell most if others read them.
    private static let secretNames = [
        "kefu.sqlite", "kefu.sqlite-wal", "kefu.sqlite-shm", "kefu.sock", "kefud.log", "history",
        "capture",
    ]

    private static let files = Check(.checkFiles, .meaningFiles) { examination in
        let folder = examination.places.data
        let open = secretNames.filter { name in
            var facts = stat()
            return stat(folder + "/" + name, &facts) == 0
                && (facts.st_mode & 0o077 != 0 || facts.st_uid != getuid())
        }
        guard access(folder, F_OK) == 0 else { return nil }
        return open.isEmpty
            ? .ok(.filesPrivate) : .warning(.filesOpen(open), .filesOpenHint(folder))
    }

    private static let fileSystem = Check(.checkFileSystem, .meaningFileSystem) { examination in
        switch ksys_is_remote(examination.places.data) {
        case 0: .ok(.fileSystemLocal)
        case 1: .warning(.fileSystemRemote, .fileSystemHint)
        default: nil
        }
    }

    /// Free bytes below which the disk counts as almost full.
    private static let lowSpace = 200 << 20

    private static let space = Check(.checkSpace, .meaningSpace) { examination in
        var facts = statvfs()
        guard statvfs(examination.places.data, &facts) == 0 else { return nil }
        let free = Int(clamping: UInt64(facts.f_bavail) * UInt64(facts.f_frsize))
        return free < lowSpace
            ? .problem(.spaceLow.at(bytes(free)), .spaceLowHint)
            : .ok(Phrase(verbatim: bytes(free)))
    }

    private static let program = Check(.checkProgram, .meaningProgram) { examination in
        guard let path = Launcher.program(environment: examination.console.environment) else {
            return .problem(.daemonProgramMissing, .daemonProgramHint)
        }
        return .ok(Phrase(verbatim: path))
    }

    private static let reader = Check(.checkReader, .meaningReader) { examination in
        guard let daemon = Launcher.program(environment: examination.console.environment),
            let end = daemon.lastIndex(of: "/")
        else { return nil }
        let path = String(daemon[..<end]) + "/kefu-extract"
        guard access(path, X_OK) == 0 else {
            return .warning(.extractionNoProgram, .extractionInstall)
        }
        // It tries itself all that a hostile file could want.
        return try Launcher.output(of: [path, "--probe"]).status == 0
            ? .ok(.readerConfined) : .problem(.readerUnconfined, .readerHint)
    }

    private static let configuration = Check(
        .checkConfiguration, .meaningConfiguration
    ) { examination in
        guard let path = Launcher.program(environment: examination.console.environment) else {
            return nil
        }
        let said = try Launcher.output(of: [path, DaemonOption.checkConfiguration.flag])
        let lines = said.output.split(separator: "\n").map { Cleaning.forTerminal(String($0)) }
        return said.status == 0
            ? .ok(Phrase(verbatim: lines.first ?? ""))
            : .problem(
                Phrase(verbatim: lines.map(\.trimmed).joined(separator: "; ")), .mendConfiguration)
    }

    private static let socket = Check(.checkSocket, .meaningSocket) { examination in
        let path = examination.places.socket
        var facts = stat()
        guard lstat(path, &facts) == 0 else { return .ok(.socketAbsent.at(path)) }
        guard facts.st_mode & S_IFMT == S_IFSOCK else {
            return .problem(.notASocketWhy.at(path), .socketPathHint)
        }
        guard facts.st_uid == getuid() else {
            return .problem(.directoryForeign.at(path), .directoryForeignHint)
        }
        // Its mode says who may connect; the daemon refuses other users all the same.
        return facts.st_mode & 0o077 == 0
            ? .ok(Phrase(verbatim: path))
            : .warning(.directoryOpen.at(path), Phrase(verbatim: "chmod 600 \(path)"))
    }
}
