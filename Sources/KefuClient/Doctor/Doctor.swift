import KefuDomain
import KefuRPC

/// Looks at everything that kefu needs, from the folder up to an answer.
struct Doctor {
    private let examination: Examination

    /// - Parameter isDeep: whether what takes long is looked at as well.
    init(_ console: Console, isDeep: Bool = false) {
        examination = Examination(console, isDeep: isDeep)
    }

    /// Every check, in the order in which one rests upon the other.
    static let checks = Check.ofTheMachine + [.daemon] + Check.ofTheDaemon

    /// Makes the checks. Where no daemon answers, those that need one are left out.
    func examine() -> [Finding] {
        let first = (Check.ofTheMachine + [.daemon]).compactMap(finding)
        guard examination.isAnswered else { return first }
        return first + Check.ofTheDaemon.compactMap(finding)
    }

    private func finding(_ check: Check) -> Finding? {
        do {
            return try check.look(examination).map {
                Finding(subject: check.subject, meaning: check.meaning, outcome: $0)
            }
        } catch {
            return Finding(
                subject: check.subject, meaning: check.meaning,
                outcome: examination.failure(error))
        }
    }
}

/// What the checks look at; what several of them need is fetched once.
final class Examination {
    let console: Console
    let isDeep: Bool
    private var knownHealth: Health.Result?
    private var knownMetrics: Metrics.Result?

    init(_ console: Console, isDeep: Bool) {
        self.console = console
        self.isDeep = isDeep
    }

    var places: Places { console.link.places }
    /// Whether the daemon has said how it is.
    var isAnswered: Bool { knownHealth != nil }

    func health() throws -> Health.Result {
        let health = try knownHealth ?? console.call(Health.self, Nothing())
        knownHealth = health
        return health
    }

    func metrics() throws -> Metrics.Result {
        let metrics = try knownMetrics ?? console.call(Metrics.self, Nothing())
        knownMetrics = metrics
        return metrics
    }

    /// What a check that could not be made comes to.
    func failure(_ error: any Error) -> CheckOutcome {
        if let failure = error as? DaemonFailure {
            let last = failure.output.last ?? ""
            return .problem(.daemonExited(failure.status, last), .readLog(failure.log))
        }
        let failure = Failure(error, console.language)
        return .problem(
            Phrase(verbatim: failure.what),
            Phrase(verbatim: Hints.spoken(failure.hint, in: console.scope)))
    }
}
