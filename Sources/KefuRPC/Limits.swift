/// The limits of the wire and of the server; the contract fixes most of the static ones.
public struct Limits: Sendable {
    /// Most bytes of one line, its break not counted.
    public static let line = 16 * 1024 * 1024
    /// Deepest nesting of objects and arrays in a message.
    public static let depth = 128
    /// Members of one batch.
    public static let batch = 10_000
    /// Bytes of unread answers from which a connection is no longer read.
    public static let backlog = 16 * 1024 * 1024

    /// Open connections; further ones are told so and closed.
    public var connections = 1000
    /// Unanswered requests of one connection from which it is no longer read.
    public var queuedRequests = 1024
    /// Bytes of unanswered requests of one connection from which it is no longer read.
    public var queuedBytes = 16 * 1024 * 1024
    /// Bytes of a batch's answer from which further members are refused.
    public var batchAnswer = 64 * 1024 * 1024
    /// Bytes of unfinished lines on all connections together.
    public var unfinishedBytes = 256 * 1024 * 1024
    /// Threads that serve reads.
    public var readThreads = 4
    /// Threads that serve writes; those that wait for the disk together share a commit.
    public var writeThreads = 8
    /// Threads that serve long requests.
    public var bulkThreads = 2

    public init() {}
}
