import KefuDomain

/// What can be wrong with a line of input, and with the queue.
extension KefuError {
    static let lineNotJSON = KefuError(
        .parseError, .captureNotJSON, why: .captureNotJSONWhy, hint: .captureLineHint)

    static let lineNotObject = KefuError(
        .invalidParams, .captureNotObject, why: .captureNotObjectWhy, hint: .captureLineHint)

    static let lineTooLong = KefuError(
        .limit, .captureLineTooLong, why: .captureLineTooLongWhy, hint: .captureLineTooLongHint)

    static let lineTooDeep = KefuError(
        .invalidParams, .captureLineTooDeep, why: .captureLineTooDeepWhy, hint: .captureLineHint)

    static func lineFieldMissing(_ field: String) -> KefuError {
        .invalid(
            field, .captureFieldMissing(field), why: .captureFieldMissingWhy,
            hint: .captureLineHint)
    }

    static func lineFieldUnknown(_ field: String) -> KefuError {
        let name = Cleaning.forTerminal(String(field.prefix(100)))
        return .invalid(
            name, .captureFieldUnknown(name), why: .captureFieldUnknownWhy, hint: .captureLineHint)
    }

    static func queueTaken(by process: Int) -> KefuError {
        KefuError(
            .locked, .queueTaken, why: .queueTakenWhy(process), hint: .queueTakenHint)
    }

    static func queueFailed(_ cause: Int32, _ path: String) -> KefuError {
        KefuError(
            .unreadable, .queueFailed(path), why: .systemReason(systemText(cause)),
            hint: .queueFailedHint)
    }

    static func queueFolderOpen(_ path: String) -> KefuError {
        KefuError(
            .unreadable, .queueFailed(path), why: .queueFolderOpenWhy,
            hint: .directoryOpenHint(path))
    }

    static func queueKeyOpen(_ path: String) -> KefuError {
        KefuError(
            .unreadable, .queueKeyUnusable(path), why: .queueKeyOpenWhy,
            hint: .queueKeyOpenHint(path))
    }

    static func queueKeyMissing(_ path: String) -> KefuError {
        KefuError(
            .unreadable, .queueKeyUnusable(path), why: .queueKeyMissingWhy, hint: .queueKeyHint)
    }

    static func queueKeyBad(_ path: String) -> KefuError {
        KefuError(.unreadable, .queueKeyUnusable(path), why: .queueKeyBadWhy, hint: .queueKeyHint)
    }

    static func queueWrongKey(_ path: String) -> KefuError {
        KefuError(.unreadable, .queueUnreadable(path), why: .queueWrongKeyWhy, hint: .queueKeyHint)
    }

    static func queueForeign(_ path: String) -> KefuError {
        KefuError(.unreadable, .queueUnreadable(path), why: .queueForeignWhy, hint: .queueAsideHint)
    }

    static func queueDamaged(_ path: String) -> KefuError {
        KefuError(
            .unreadable, .queueUnreadable(path), why: .queueDamagedWhy, hint: .queueDamagedHint)
    }

    static let notADelay = usage(.captureDelayBad, .captureDelayHint)
}
