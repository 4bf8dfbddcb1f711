import Glibc
import KefuDomain

extension KefuError {
    /// A client could not connect.
    static func cannotConnect(_ cause: Int32) -> KefuError {
        switch cause {
        case ENOENT:
            KefuError(.noDaemon, .cannotConnect, why: .noSocketFile, hint: .startDaemonHint)
        case ECONNREFUSED:
            KefuError(.noDaemon, .cannotConnect, why: .nothingListens, hint: .startDaemonHint)
        default:
            KefuError(
                .unreadable, .socketForbidden, why: .systemError(systemText(cause)),
                hint: .checkSocketHint)
        }
    }

    /// A socket function failed for a reason that is no fault of the caller.
    static func socketFailed(_ cause: Int32) -> KefuError {
        KefuError(
            .internal, .socketFailed, why: .systemError(systemText(cause)), hint: .tryAgainHint)
    }

    static let connectionLost = KefuError(
        .noDaemon, .connectionLost, why: .connectionLostWhy, hint: .tryAgainHint)

    static let answerTimedOut = KefuError(
        .busy, .answerTimedOut, why: .answerTimedOutWhy, hint: .answerTimedOutHint)

    static let daemonSpeaksOtherwise = KefuError(
        .internal, .otherProtocol, why: .otherProtocolWhy, hint: .checkSocketHint)

    /// The system's words for an error number.
    static func systemText(_ cause: Int32) -> String {
        var buffer = [CChar](repeating: 0, count: 128)
        guard strerror_r(cause, &buffer, buffer.count) == 0 else { return "error \(cause)" }
        return String(
            decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
