import CSQLite
public import KefuDomain

extension KefuError {
    /// Whether the disk is at fault and not the request: nothing can be stored for now, and what is
    /// stored can still be read.
    public var isOfStorage: Bool {
        [.diskFull, .diskFailed, .baseReadOnly].contains(what)
    }
}

/// Turns SQLite's result codes into failures that a person can act on.
enum SQLiteFailure {
    /// The failure for a result code, extended or not.
    static func error(for code: Int32) -> KefuError {
        switch code & 0xFF {
        case SQLITE_FULL:
            KefuError(.limit, .diskFull, why: .diskFullWhy, hint: .diskFullHint)
        case SQLITE_IOERR:
            KefuError(.invalidState, .diskFailed, why: .diskFailedWhy, hint: .diskFailedHint)
        case SQLITE_CORRUPT, SQLITE_NOTADB:
            KefuError(.unreadable, .baseDamaged, why: .baseDamagedWhy, hint: .baseDamagedHint)
        case SQLITE_BUSY, SQLITE_LOCKED:
            KefuError(.busy, .baseBusy, why: .baseBusyWhy, hint: .baseBusyHint)
        case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH:
            KefuError(.invalidState, .baseReadOnly, why: .baseReadOnlyWhy, hint: .baseReadOnlyHint)
        case SQLITE_CANTOPEN:
            KefuError(.unreadable, .baseUnopened, why: .baseUnopenedWhy, hint: .baseUnopenedHint)
        case SQLITE_NOMEM, SQLITE_TOOBIG:
            KefuError(.limit, .tooLargeToStore, why: .tooLargeWhy, hint: .tooLargeHint)
        case SQLITE_INTERRUPT:
            KefuError(
                .cancelled, .storeInterrupted, why: .storeInterruptedWhy,
                hint: .storeInterruptedHint)
        default:
            KefuError(
                .internal, .storeFault, why: .storeFaultWhy(code: Int(code)), hint: .storeFaultHint)
        }
    }

    /// SQLite's own words for a code: a fixed list that holds nothing of the request.
    static func name(of code: Int32) -> String {
        guard let text = sqlite3_errstr(code) else { return "unknown" }
        return String(cString: text)
    }
}
