import KefuDomain
import KefuRPC

/// What went wrong, ready to be shown, from wherever it came.
struct Failure {
    let what: String
    let why: String
    let hint: String
    let conflicts: [Reference]
    let code: ErrorCode?
    let exitStatus: Int32
    /// The JSON-RPC error object.
    let json: String

    init(_ error: any Error, _ language: Language) {
        switch error {
        case let error as RemoteError:
            self.init(error)
        case let error as KefuError:
            self.init(error, language)
        default:
            self.init(
                KefuError(
                    .internal, .answerUnreadable("kefud"), why: .answerShape,
                    hint: .sameVersionHint), language)
        }
    }

    private init(_ error: RemoteError) {
        what = error.message
        why = error.why ?? ""
        let nearest = error.nearest.joined(separator: ", ")
        hint = error.hint ?? nearest
        conflicts = error.conflicts
        code = error.errorCode
        exitStatus = error.exitStatus
        json = error.json
    }

    private init(_ error: KefuError, _ language: Language) {
        what = error.what.text(language)
        why = error.why.text(language)
        hint = error.hint.text(language)
        conflicts = error.conflicts
        code = error.code
        exitStatus = error.code.exitStatus
        let details = ErrorDetails(
            type: error.code.rawValue, why: why, hint: hint, retryable: error.code.isRetryable,
            field: error.field)
        json = JSONText.compact(
            ErrorShape(code: error.code.rpcCode ?? -32603, message: what, data: details))
    }

    /// `error: … / why: … / try: …`, and what it would contradict.
    /// - Parameter scope: where the person can give the command that the hint names.
    func lines(_ look: Look, in scope: Command.Scope = .shell) -> [String] {
        var lines = look.paragraph(what, label: look.label(.errorLabel))
        if !why.isEmpty { lines += look.paragraph(why, indent: 2, label: look.label(.whyLabel)) }
        for reference in conflicts {
            let texts = [reference.question, reference.answer].compactMap(\.self)
            let text = look.snippet(texts.joined(separator: " → "), 2 * (look.width - 16))
            lines += look.paragraph(
                "\(reference.id)  \(text)", indent: 2, label: look.label(.withLabel))
        }
        if !hint.isEmpty {
            lines += look.paragraph(
                Hints.spoken(hint, in: scope), indent: 2, label: look.label(.tryLabel))
        }
        return lines
    }
}

/// An error object, for failures that never crossed the socket.
private struct ErrorShape: Encodable {
    let code: Int
    let message: String
    let data: ErrorDetails
}

private struct ErrorDetails: Encodable {
    let type: String
    let why: String
    let hint: String
    let retryable: Bool
    let field: String?
}
