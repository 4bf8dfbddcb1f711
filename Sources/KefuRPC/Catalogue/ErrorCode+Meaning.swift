import KefuDomain

extension ErrorCode {
    /// What a code means, for the reference.
    var meaning: String {
        switch self {
        case .parseError: "not JSON"
        case .invalidRequest: "JSON, but not a request"
        case .methodNotFound: "no such method; the hint has the nearest names"
        case .invalidParams: "a parameter is wrong; data.field says which"
        case .internal: "a bug; logged under the id that data carries"
        case .notFound: "no such record; any string is a legal id"
        case .conflict: "would contradict or overwrite something; data.with lists it"
        case .invalidState: "not now"
        case .unreadable: "a file could not be read as what it is"
        case .limit: "too large, too many"
        case .busy: "try again"
        case .cancelled: "by rpc.cancel, or by the end of the daemon"
        case .noDaemon: "no daemon answers"
        case .locked: "another daemon holds the data directory"
        case .usage: "the command was not understood"
        }
    }
}
