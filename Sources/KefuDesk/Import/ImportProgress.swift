import KefuDomain
import KefuRPC

/// Tells the caller of an import how far it is, in bytes, a few times a second.
final class ImportProgress {
    private let call: Call
    private let token: JSONValue?
    private let total: Int
    /// Bytes of the files that are done.
    private var before = 0
    private var told = -1
    private var toldAt: ContinuousClock.Instant?

    private static let pause = Duration.milliseconds(100)

    /// - Parameter total: of all files, in bytes.
    init(_ call: Call, token: JSONValue?, total: Int) {
        self.call = call
        self.token = token
        self.total = total
    }

    /// - Parameter done: bytes of the file at hand.
    /// - Throws: `ErrorCode.cancelled` when nobody wants the import any more.
    func report(_ done: Int, of name: String) throws {
        try call.checkCancelled()
        guard let token else { return }
        let reached = max(told, min(before + done, total))
        let now = ContinuousClock.now
        if let toldAt, now - toldAt < Self.pause, reached < total || told == total { return }
        (told, toldAt) = (reached, now)
        call.notify(
            Progress.self,
            Progress.Params(token: token, done: reached, total: total, message: name))
    }

    /// Goes on to the next file.
    func finish(_ size: Int) { before += size }
}
