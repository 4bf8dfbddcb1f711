import FoundationEssentials
import Glibc
import KefuDomain
import KefuRPC

/// The connection to the daemon, made when it is first needed and made again when it breaks.
final class Link {
    let places: Places
    private let mayStart: Bool
    private let output: Output
    private let launcher: Launcher
    private var connection: Connection?
    /// How often in a row the daemon may be gone without having answered anything.
    private static let patience = 5
    /// Says whether Ctrl-C was pressed since it was last asked.
    var shouldCancel: () -> Bool = { false }

    init(places: Places, mayStart: Bool, environment: [String: String], output: Output) {
        self.places = places
        self.mayStart = mayStart
        self.output = output
        launcher = Launcher(places: places, environment: environment)
    }

    /// A method's result, and the JSON that it came as.
    struct Reply<Value> {
        let value: Value
        let json: String
    }

    /// Calls a method.
    ///
    /// When the connection breaks, the daemon is reached again, and the request is repeated only if
    /// it leaves the base as it is.
    func call<M: Method>(
        _ method: M.Type, _ params: M.Params,
        onNotification: (IncomingNotification) -> Void = { _ in }
    ) throws -> Reply<M.Result> {
        let json = try call(
            M.name, JSONText.compact(params), isRepeatable: !M.effect.keepsOrder,
            onNotification: onNotification)
        guard let value = try? JSONDecoder().decode(M.Result.self, from: Data(json.utf8)) else {
            throw KefuError(
                .internal, .answerUnreadable(M.name), why: .answerShape, hint: .sameVersionHint)
        }
        return Reply(value: value, json: json)
    }

    /// Calls any method with its parameters as JSON text.
    func call(_ method: String, json params: String) throws -> String {
        let known = Catalogue.method(named: method)
        let isRepeatable = known.map { !$0.effect.keepsOrder } ?? false
        return try call(method, params, isRepeatable: isRepeatable) { _ in }
    }

    /// Calls a method that changes nothing for each of many parameters, several at a time.
    /// - Parameter onAnswer: gets every answer, in the order of the parameters.
    /// - Throws: what breaks the connection for good; `ErrorCode.cancelled` for Ctrl-C.
    func callEach<M: Method>(
        _ method: M.Type, _ params: [M.Params],
        onAnswer: (Int, Swift.Result<M.Result, RemoteError>) throws -> Void
    ) throws {
        var answered = 0
        var failures = 0
        while answered < params.count {
            let before = answered
            do {
                try pipeline(method, params[before...]) { answer in
                    try onAnswer(answered, answer)
                    answered += 1
                }
            } catch let error as KefuError where error.code == .noDaemon && connection != nil {
                connection = nil
                failures = answered > before ? 1 : failures + 1
                guard failures <= Self.patience else { throw error }
                if failures == 1 { output.note(.daemonGone) }
                // A daemon that was killed still takes connections while it is taken apart.
                usleep(100_000)
            }
        }
    }

    /// - Throws: `ErrorCode.cancelled` when Ctrl-C was pressed since the work began.
    func checkInterrupted() throws {
        guard shouldCancel() else { return }
        // What is under way for nobody any more ends with its connection.
        connection = nil
        throw KefuError.interrupted
    }

    /// Connects without starting anything.
    /// - Returns: whether a daemon answers.
    func reach() -> Bool {
        if connection == nil { connection = try? Connection(path: places.socket) }
        return connection != nil
    }

    /// The connection where one is made; it may have broken unnoticed.
    var current: Connection? { connection }

    /// Forgets a connection that broke.
    func letGo(of broken: Connection) {
        if connection === broken { connection = nil }
    }

    /// A connection of its own, for what comes by itself; a daemon is started where none answers.
    func another() throws -> Connection { try connect() }

    /// Lets go of the daemon and waits until it has let go of its directory.
    func awaitEnd(within limit: Duration) {
        connection = nil
        let deadline = ContinuousClock.now + limit
        while ContinuousClock.now < deadline, places.isHeld { usleep(20_000) }
    }

    private func call(
        _ method: String, _ params: String, isRepeatable: Bool,
        onNotification: (IncomingNotification) -> Void
    ) throws -> String {
        do {
            return try open().callRaw(
                method, params, shouldCancel: shouldCancel, onNotification: onNotification)
        } catch let error as KefuError where error.code == .noDaemon && connection != nil {
            connection = nil
            output.note(.daemonGone)
            let again = try open()
            guard isRepeatable else {
                throw KefuError(
                    .internal, .outcomeUnknown, why: .outcomeUnknownWhy, hint: .outcomeUnknownHint)
            }
            return try again.callRaw(
                method, params, shouldCancel: shouldCancel, onNotification: onNotification)
        }
    }

    /// So many requests are under way at once: enough to keep every reader of the daemon busy.
    private static let window = 16

    private func pipeline<M: Method>(
        _ method: M.Type, _ params: ArraySlice<M.Params>,
        onAnswer: (Swift.Result<M.Result, RemoteError>) throws -> Void
    ) throws {
        let connection = try open()
        var rest = params
        var pending: [Connection.Pending<M>] = []
        while !rest.isEmpty || !pending.isEmpty {
            while pending.count < Self.window, let next = rest.popFirst() {
                pending.append(try connection.start(method, next))
            }
            let first = pending.removeFirst()
            let answer: Swift.Result<M.Result, RemoteError>
            do {
                answer = .success(try connection.finish(first, shouldCancel: shouldCancel))
            } catch let error as RemoteError {
                answer = .failure(error)
            }
            try checkInterrupted()
            try onAnswer(answer)
        }
    }

    private func open() throws -> Connection {
        if let connection { return connection }
        let made = try connect()
        connection = made
        return made
    }

    private func connect() throws -> Connection {
        do {
            return try Connection(path: places.socket)
        } catch let error as KefuError where error.code == .noDaemon {
            guard mayStart else {
                throw KefuError(
                    .noDaemon, .daemonAbsent, why: .daemonAbsentWhy, hint: .daemonAbsentHint)
            }
            if output.showsProgress { output.note(.startingDaemon) }
            return try launcher.start()
        }
    }
}
