import KefuDomain

/// What can be wrong with a message before any method sees it.
extension KefuError {
    static let notJSON = KefuError(
        .parseError, .notJSON, why: .notJSONWhy, hint: .notJSONHint)

    static let tooDeep = KefuError(
        .invalidRequest, .tooDeep, why: .tooDeepWhy(Limits.depth), hint: .tooDeepHint)

    static let lineTooLong = KefuError(
        .invalidRequest, .lineTooLong, why: .lineTooLongWhy(Limits.line), hint: .lineTooLongHint)

    static let notARequest = invalidRequest(.notARequestWhy)
    static let emptyBatch = invalidRequest(.emptyBatchWhy)
    static let badID = invalidRequest(.badIDWhy)
    static let badVersion = invalidRequest(.badVersionWhy)
    static let badMethod = invalidRequest(.badMethodWhy)
    static let paramsNoObject = invalidRequest(.paramsNoObjectWhy)

    static func repeatedMember(_ name: String) -> KefuError {
        invalidRequest(.repeatedWhy(name))
    }

    private static func invalidRequest(_ why: Phrase) -> KefuError {
        KefuError(.invalidRequest, .notARequest, why: why, hint: .requestHint)
    }

    static func batchTooLong(_ count: Int, limit: Int) -> KefuError {
        KefuError(
            .limit, .batchTooLong(count), why: .batchTooLongWhy(limit), hint: .batchTooLongHint)
    }

    static let batchAnswerTooLong = KefuError(
        .limit, .batchAnswerTooLong, why: .batchAnswerTooLongWhy, hint: .batchTooLongHint)

    static let paramsByPosition = KefuError(
        .invalidParams, .paramsByPosition, why: .paramsByPositionWhy, hint: .requestHint)

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

    static func textTooLong(_ field: String, limit: Int) -> KefuError {
        KefuError(
            .limit, .textTooLong(field), why: .textTooLongWhy(limit), hint: .textTooLongHint,
            field: field)
    }

    static let cancelled = KefuError(
        .cancelled, .cancelled, why: .cancelledWhy, hint: .cancelledHint)

    static let stopping = KefuError(
        .cancelled, .cancelled, why: .stoppingWhy, hint: .stoppingHint)

    static let tooManyConnections = KefuError(
        .busy, .tooManyConnections, why: .tooManyConnectionsWhy, hint: .tooManyConnectionsHint)

    static let tooMuchUnfinished = KefuError(
        .busy, .tooMuchUnfinished, why: .tooMuchUnfinishedWhy, hint: .tryAgainHint)

    static let anotherUser = KefuError(
        .invalidState, .anotherUser, why: .anotherUserWhy, hint: .checkSocketHint)

    /// A fault of ours, logged under an id.
    static func fault(_ logID: String) -> KefuError {
        var error = KefuError(
            .internal, .fault, why: .faultWhy(logID), hint: .faultHint)
        error.logID = logID
        return error
    }
}
