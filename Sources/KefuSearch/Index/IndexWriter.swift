import CXapian

/// The one write handle of the index. It belongs to one thread at a time.
final class IndexWriter {
    private let handle: OpaquePointer

    /// Opens the index, or creates an empty one where there is none.
    /// - Throws: `IndexFailure`, `.locked` when another process writes to it.
    init(path: String) throws {
        var opened: OpaquePointer?
        try IndexFailure.check { kxapian_open_writer(path, &opened, $0) }
        guard let opened else { throw IndexFailure(kind: .unavailable, text: "no handle") }
        handle = opened
    }

    deinit { kxapian_close(handle) }

    /// Stores a document in place of an earlier one of the same number.
    func put(_ document: UInt32, _ terms: TermList) throws {
        try terms.withTerms { packed in
            try IndexFailure.check { kxapian_put(handle, document, packed, terms.counts, $0) }
        }
    }

    /// Deletes a document; one that is not there is no failure.
    func remove(_ document: UInt32) throws {
        try IndexFailure.check { kxapian_remove(handle, document, $0) }
    }

    func metadata(_ key: String) throws -> String {
        try readMetadata(key, of: handle)
    }

    func setMetadata(_ key: String, _ value: String) throws {
        try IndexFailure.check { kxapian_set_metadata(handle, key, value, $0) }
    }

    /// Makes everything since the last commit durable and visible to readers that reopen.
    func commit() throws {
        try IndexFailure.check { kxapian_commit(handle, $0) }
    }
}
