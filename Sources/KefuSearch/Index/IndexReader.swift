import CXapian
import Glibc

/// One read handle of the index. It belongs to one thread at a time.
final class IndexReader {
    private let handle: OpaquePointer

    /// - Throws: `IndexFailure` when there is no readable index at the path.
    init(path: String) throws {
        var opened: OpaquePointer?
        try IndexFailure.check { kxapian_open(path, &opened, $0) }
        guard let opened else { throw IndexFailure(kind: .unavailable, text: "no handle") }
        handle = opened
    }

    deinit { kxapian_close(handle) }

    /// Moves to the newest commit.
    func reopen() throws {
        try IndexFailure.check { kxapian_reopen(handle, $0) }
    }

    /// The value stored under a key; empty when there is none.
    func metadata(_ key: String) throws -> String {
        try readMetadata(key, of: handle)
    }

    func documentCount() throws -> Int {
        var count: UInt32 = 0
        try IndexFailure.check { kxapian_count(handle, &count, $0) }
        return Int(count)
    }

    /// How many documents hold each term.
    func frequencies(of terms: TermList) throws -> [Int] {
        var frequencies = [UInt32](repeating: 0, count: terms.count)
        try terms.withTerms { packed in
            try IndexFailure.check { kxapian_frequencies(handle, packed, &frequencies, $0) }
        }
        return frequencies.map(Int.init)
    }

    /// The documents that hold any of the terms, best first.
    /// - Parameter weights: one factor a term, zero or more.
    func search(_ terms: TermList, weights: [Double], limit: Int) throws -> [IndexHit] {
        precondition(weights.count == terms.count)
        var hits = [kxapian_hit](repeating: kxapian_hit(), count: limit)
        var found = 0
        try terms.withTerms { packed in
            try IndexFailure.check {
                kxapian_search(handle, packed, weights, limit, &hits, &found, $0)
            }
        }
        return hits.prefix(found).map { IndexHit(document: $0.docid, weight: $0.weight) }
    }
}

/// A document that a query found.
struct IndexHit {
    let document: UInt32
    let weight: Double
}

func readMetadata(_ key: String, of handle: OpaquePointer) throws -> String {
    var value: UnsafeMutablePointer<CChar>?
    try IndexFailure.check { kxapian_metadata(handle, key, &value, $0) }
    defer { free(value) }
    return value.map { String(cString: $0) } ?? ""
}
