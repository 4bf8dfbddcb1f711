import CXapian
import Glibc

/// What Xapian refused to do. It never leaves this module: the index is derived data, and a search
/// without it is answered by the database.
struct IndexFailure: Error {
    enum Kind {
        /// Another process writes to this index.
        case locked
        /// Damaged, or not readable by this Xapian.
        case corrupt
        /// Not there, or not to be opened.
        case unavailable
        /// Overtaken by the writer, also after a reopen.
        case overtaken
        /// A full disk, no memory.
        case failed
    }

    let kind: Kind
    /// Xapian's own words, in English, for the log.
    let text: String
}

extension IndexFailure {
    /// Calls a function of the shim and throws what it reports.
    static func check(_ call: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Int32) throws
    {
        var why: UnsafeMutablePointer<CChar>?
        let status = Int(call(&why))
        guard status != KXAPIAN_OK else { return }
        defer { free(why) }
        throw IndexFailure(kind: Kind(status), text: why.map { String(cString: $0) } ?? "")
    }
}

extension IndexFailure.Kind {
    fileprivate init(_ status: Int) {
        switch status {
        case KXAPIAN_LOCKED: self = .locked
        case KXAPIAN_CORRUPT: self = .corrupt
        case KXAPIAN_UNAVAILABLE: self = .unavailable
        case KXAPIAN_OVERTAKEN: self = .overtaken
        default: self = .failed
        }
    }
}
