import KefuDomain

/// A JSON value as it stands in a file.
indirect enum JSONValue: Equatable {
    case null
    case flag(Bool)
    /// As it was written: ids may be longer than any number type.
    case number(String)
    case text(String)
    case list([JSONValue])
    /// In the order of the file; of equal names, the last one counts.
    case object([Member])

    struct Member: Equatable {
        let name: String
        let value: JSONValue
    }
}

/// Why bytes are not JSON, and where.
struct JSONFault: Error {
    enum Reason {
        case syntax, tooDeep
    }
    let reason: Reason
    let offset: Int

    init(_ reason: Reason, _ offset: Int) {
        self.reason = reason
        self.offset = offset
    }

    /// The failure of a whole file.
    func error(in bytes: ByteView) -> KefuError {
        KefuError(
            .unreadable, .importBrokenJSON(at: "\(BytePlace(of: offset, in: bytes))"), why: why,
            hint: .importMendJSON)
    }

    /// The failure of one line of a JSONL file, read by itself.
    var failure: RowFailure {
        RowFailure(
            reason == .syntax ? .importBrokenLine(byte: offset + 1) : why, hint: .importMendJSON)
    }

    private var why: Phrase {
        switch reason {
        case .syntax: .importNotJSONHere
        case .tooDeep: .importTooDeep
        }
    }
}
