import KefuDomain

/// What can be wrong with a message before any method sees it. The texts are always the same, so
/// that a flood of nonsense costs next to nothing to answer.
enum WireFault: CaseIterable, Hashable, Sendable {
    case notJSON, tooDeep, lineTooLong, tooMuchUnfinished
    case notARequest, emptyBatch, badID, badVersion, badMethod, repeatedMember, paramsNoObject
    case paramsByPosition, batchTooLong
    case anotherUser, tooManyConnections

    /// The failure as any other.
    var error: KefuError {
        switch self {
        case .notJSON: KefuError(.parseError, .notJSON, why: .notJSONWhy, hint: .notJSONHint)
        case .tooDeep:
            KefuError(
                .invalidRequest, .tooDeep, why: .tooDeepWhy(Limits.depth), hint: .tooDeepHint)
        case .lineTooLong:
            KefuError(
                .invalidRequest, .lineTooLong, why: .lineTooLongWhy(Limits.line),
                hint: .lineTooLongHint)
        case .tooMuchUnfinished:
            KefuError(
                .busy, .tooMuchUnfinished, why: .tooMuchUnfinishedWhy, hint: .tryAgainHint)
        case .notARequest: Self.invalidRequest(.notARequestWhy)
        case .emptyBatch: Self.invalidRequest(.emptyBatchWhy)
        case .badID: Self.invalidRequest(.badIDWhy)
        case .badVersion: Self.invalidRequest(.badVersionWhy)
        case .badMethod: Self.invalidRequest(.badMethodWhy)
        case .repeatedMember: Self.invalidRequest(.repeatedMemberWhy)
        case .paramsNoObject: Self.invalidRequest(.paramsNoObjectWhy)
        case .paramsByPosition:
            KefuError(
                .invalidParams, .paramsByPosition, why: .paramsByPositionWhy, hint: .requestHint)
        case .batchTooLong:
            KefuError(
                .limit, .batchTooLong, why: .batchTooLongWhy(Limits.batch),
                hint: .batchTooLongHint)
        case .anotherUser:
            KefuError(
                .invalidState, .anotherUser, why: .anotherUserWhy, hint: .checkSocketHint)
        case .tooManyConnections:
            KefuError(
                .busy, .tooManyConnections, why: .tooManyConnectionsWhy,
                hint: .tooManyConnectionsHint)
        }
    }

    private static func invalidRequest(_ why: Phrase) -> KefuError {
        KefuError(.invalidRequest, .notARequest, why: why, hint: .requestHint)
    }
}

/// What can be wrong with a request once its method is looked for.
extension KefuError {
    static let batchAnswerTooLong = KefuError(
        .limit, .batchAnswerTooLong, why: .batchAnswerTooLongWhy, hint: .batchTooLongHint)

    static func unknownMethod(nearest: [String]) -> KefuError {
        KefuError(
            .methodNotFound, .unknownMethod, why: .unknownMethodWhy,
            hint: nearest.isEmpty ? .discoverHint : .didYouMean(nearest), nearest: nearest)
    }

    static func unknownParameter(_ field: String, nearest: [String]) -> KefuError {
        KefuError(
            .invalidParams, .unknownParameter(field), why: .unknownParameterWhy,
            hint: nearest.isEmpty ? .discoverHint : .didYouMean(nearest), field: field,
            nearest: nearest)
    }

    static func repeatedParameter(_ field: String) -> KefuError {
        .invalid(
            field, .repeatedParameter(field), why: .repeatedWhy(field), hint: .repeatedHint)
    }

    static func missingParameter(_ field: String, kind: Phrase) -> KefuError {
        .invalid(
            field, .missingParameter(field), why: .missingParameterWhy,
            hint: .giveParameter(field, kind))
    }

    static func wrongKind(_ field: String, _ kind: Phrase) -> KefuError {
        .invalid(
            field, .wrongKind(field), why: .mustBe(field, kind), hint: .giveParameter(field, kind))
    }

    static func contradiction(_ field: String, _ other: String) -> KefuError {
        .invalid(
            field, .contradiction(field, other), why: .contradictionWhy, hint: .contradictionHint)
    }

    static func textTooLong(_ field: String, limit: Int) -> KefuError {
        KefuError(
            .limit, .textTooLong(field), why: .textTooLongWhy(limit), hint: .textTooLongHint,
            field: field)
    }

    static let cancelled = KefuError(
        .cancelled, .cancelled, why: .cancelledWhy, hint: .cancelledHint)

    static let stopping = KefuError(
        .cancelled, .cancelled, why: .stoppingWhy, hint: .stoppingHint)

    /// A fault of ours, logged under an id.
    static func fault(_ logID: String) -> KefuError {
        var error = KefuError(
            .internal, .fault, why: .faultWhy(logID), hint: .faultHint)
        error.logID = logID
        return error
    }
}
