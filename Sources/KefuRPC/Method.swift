public import KefuDomain

/// A JSON-RPC method, declared once as a type.
///
/// Router, OpenRPC document, `kefu rpc` help and the reference in README are computed from the
/// list `Catalogue.methods`; nothing else knows a method by its text.
public protocol Method: SendableMetatype {
    associatedtype Params: Documented
    associatedtype Result: Documented
    /// The name on the wire: `area.verb`.
    static var name: String { get }
    /// One English sentence for the reference.
    static var summary: String { get }
    static var effect: Effect { get }
}

/// How a method may run beside others; it decides the worker pool and the order.
public enum Effect: String, CaseIterable, Sendable {
    /// Answers from memory and never waits for a disk: it is served while everything else is busy.
    case control
    /// Leaves the base as it is (a question may still be recorded); runs beside anything.
    case read
    /// Changes something; the writes of one connection run one after another, as they were sent.
    case write
    /// Like `write`, but long: it has its own pool, and ends when its connection closes.
    case bulk

    /// Whether requests of one connection keep the order in which they were sent.
    public var keepsOrder: Bool { self == .write || self == .bulk }
}

/// A message that the daemon sends by itself on a connection that asked for it.
public protocol Notification: SendableMetatype {
    associatedtype Params: Documented
    static var name: String { get }
    /// One English sentence for the reference.
    static var summary: String { get }
}
