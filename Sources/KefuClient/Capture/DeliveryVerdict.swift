import KefuDomain
import KefuRPC

/// What becomes of a delivery that the daemon answered with an error.
enum DeliveryVerdict: Equatable {
    /// The message itself is at fault: it is reported, and not sent again.
    case refused
    /// The daemon could not, or not yet: it is sent again.
    case later

    /// So often an error that may lie with the message is tried again: for about two minutes.
    private static let patience = 12

    /// - Parameter failures: how often in a row it was put off already.
    static func of(_ error: RemoteError, on method: String, failures: Int) -> DeliveryVerdict {
        switch error.errorCode {
        case .invalidParams, .parseError, .invalidRequest, .notFound, .conflict, .usage: .refused
        // Without a field it is not the message that is too long: the disk is full.
        case .limit: error.field == nil ? .later : .refused
        case .busy, .cancelled, .methodNotFound, .noDaemon, .locked: .later
        // A base that cannot be written refuses every message so; it will be mended.
        case .invalidState where method == ReceiveMessage.name: .later
        case .invalidState, .unreadable, .internal, nil:
            failures < patience ? .later : .refused
        }
    }
}
