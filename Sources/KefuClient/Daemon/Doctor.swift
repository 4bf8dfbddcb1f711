import Glibc
import KefuDomain
import KefuRPC

/// One thing that `kefu doctor` looked at.
struct Finding {
    /// How bad it is.
    enum Level: String { case ok, warning, problem }

    let subject: Phrase
    let level: Level
    let what: Phrase
    /// What to do about it.
    var hint: Phrase?

    var isProblem: Bool { level == .problem }

    static func ok(_ subject: Phrase, _ what: Phrase) -> Finding {
        Finding(subject: subject, level: .ok, what: what)
    }

    static func warning(_ subject: Phrase, _ what: Phrase, _ hint: Phrase?) -> Finding {
        Finding(subject: subject, level: .warning, what: what, hint: hint)
    }

    static func problem(_ subject: Phrase, _ what: Phrase, _ hint: Phrase) -> Finding {
        Finding(subject: subject, level: .problem, what: what, hint: hint)
    }
}

/// Looks at everything that kefu needs, from the folder up to an answer.
struct Doctor {
    private let console: Console
    private var places: Places { console.link.places }

    init(_ console: Console) {
        self.console = console
    }

    /// Free bytes below which the disk counts as almost full.
    private static let lowSpace = 200 << 20

    func examine() -> [Finding] {
        var findings = [directory(), program()]
        do {
            let health = try console.call(Health.self, Nothing())
            findings += [space(), socket(), daemon(health), base(health), index(health)]
            findings.append(try canary())
        } catch {
            findings.append(unreachable(error))
        }
        return findings
    }

    private func directory() -> Finding {
        var facts = stat()
        guard stat(places.data, &facts) == 0 else {
            return .warning(.checkDirectory, .directoryAbsent.at(places.data), nil)
        }
        let path = Phrase(verbatim: places.data)
        if facts.st_uid != getuid() {
            return .problem(
                .checkDirectory, .directoryForeign.at(places.data), .directoryForeignHint)
        }
        if facts.st_mode & 0o077 != 0 {
            return .warning(
                .checkDirectory, .directoryOpen.at(places.data), .directoryOpenHint(places.data))
        }
        return .ok(.checkDirectory, path)
    }

    private func space() -> Finding {
        var facts = statvfs()
        guard statvfs(places.data, &facts) == 0 else {
            return .warning(.checkSpace, .spaceUnknown, nil)
        }
        let free = Int(clamping: UInt64(facts.f_bavail) * UInt64(facts.f_frsize))
        let text = Phrase(verbatim: bytes(free))
        return free < Self.lowSpace
            ? .problem(.checkSpace, .spaceLow.at(bytes(free)), .spaceLowHint)
            : .ok(.checkSpace, text)
    }

    private func program() -> Finding {
        guard let path = Launcher.program(environment: console.environment) else {
            return .problem(.checkProgram, .daemonProgramMissing, .daemonProgramHint)
        }
        return .ok(.checkProgram, Phrase(verbatim: path))
    }

    private func socket() -> Finding { .ok(.checkSocket, Phrase(verbatim: places.socket)) }

    private func daemon(_ health: Health.Result) -> Finding {
        guard health.version == Program.version else {
            return .warning(
                .checkDaemon, .versionsDiffer.at("\(Program.version) / \(health.version)"),
                .versionsDifferHint)
        }
        return health.status == .ok
            ? .ok(.checkDaemon, .healthOK)
            : .warning(.checkDaemon, .healthDegraded, .indexHint)
    }

    private func base(_ health: Health.Result) -> Finding {
        let counts = Phrase.entriesAndPassages(health.entries, health.passages)
        return health.entries + health.passages == 0
            ? .warning(.checkBase, counts, .baseEmptyHint) : .ok(.checkBase, counts)
    }

    private func index(_ health: Health.Result) -> Finding {
        let behind = health.index.behind
        switch health.index.state {
        case .building: return .warning(.checkIndex, .indexBuilding, .indexHint)
        case .ready: return .ok(.checkIndex, behind > 0 ? .indexBehind(behind) : .indexReady)
        }
    }

    /// Whether an entry is found by its own question.
    private func canary() throws -> Finding {
        let params = ListEntries.Params(status: .active, limit: 1)
        guard let entry = try console.call(ListEntries.self, params).entries.first else {
            return .ok(.checkCanary, .canarySkipped)
        }
        let result = try console.call(
            SearchBase.self, SearchBase.Params(query: entry.question, limit: 10))
        guard let hit = result.hits.first(where: { $0.id == entry.id }) else {
            return .problem(.checkCanary, .canaryLost(entry.id), .canaryHint)
        }
        return .ok(
            .checkCanary,
            .canaryFound(entry.id, decimal(hit.confidence, 2), decimal(result.took, 1)))
    }

    private func unreachable(_ error: any Error) -> Finding {
        if let failure = error as? DaemonFailure {
            let last = failure.output.last ?? ""
            return .problem(
                .checkDaemon, .daemonExited(failure.status, last), .readLog(failure.log))
        }
        let failure = Failure(error, console.language)
        return .problem(
            .checkDaemon, Phrase(verbatim: failure.what),
            Phrase(verbatim: Hints.spoken(failure.hint, in: console.scope)))
    }
}
