import CXapian
import Glibc
import KefuSearch
import KefuStore
import KefuText

/// A failure of the shim, in its own words.
struct ShimFailure: Error {
    let text: String

    static func check(
        _ call: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Int32
    ) throws {
        var why: UnsafeMutablePointer<CChar>?
        guard call(&why) != Int32(KXAPIAN_OK) else { return }
        defer { free(why) }
        throw ShimFailure(text: why.map { String(cString: $0) } ?? "")
    }
}

/// Xapian as plainly as it can be used: the baseline that kefu is held against.
final class PlainIndex {
    private let handle: OpaquePointer

    init(path: String, writes: Bool) throws {
        var opened: OpaquePointer?
        try ShimFailure.check {
            writes ? kxapian_open_writer(path, &opened, $0) : kxapian_open(path, &opened, $0)
        }
        guard let opened else { throw ShimFailure(text: "no handle") }
        handle = opened
    }

    deinit { kxapian_close(handle) }

    /// Stores documents numbered from 1 and commits now and then, as kefu does.
    /// - Parameter commitSize: documents in a commit.
    func put(_ documents: [TermList], commitSize: Int) throws {
        for (place, terms) in documents.enumerated() {
            try terms.withTerms { packed in
                try ShimFailure.check {
                    kxapian_put(handle, UInt32(place + 1), packed, terms.counts, $0)
                }
            }
            if (place + 1) % commitSize == 0 { try commit() }
        }
        try commit()
    }

    /// The numbers of the ten best documents that hold any of the terms.
    func search(_ terms: TermList) throws -> [UInt32] {
        let capacity = 10
        var hits = [kxapian_hit](repeating: kxapian_hit(), count: capacity)
        var found = 0
        let weights = [Double](repeating: 1, count: terms.counts.count)
        try terms.withTerms { packed in
            try ShimFailure.check {
                kxapian_search(handle, packed, weights, capacity, &hits, &found, $0)
            }
        }
        return hits.prefix(found).map(\.docid)
    }

    private func commit() throws {
        try ShimFailure.check { kxapian_commit(handle, $0) }
    }
}

extension TermList {
    /// The unigrams and bigrams of a text, letters and digits only: the plain way with Chinese.
    init(plain text: String, analyzer: Analyzer) {
        var counts: [String: Int] = [:]
        var previous: Unicode.Scalar?
        for scalar in analyzer.key(text).unicodeScalars {
            counts[String(scalar), default: 0] += 1
            if let previous { counts[String(previous) + String(scalar), default: 0] += 1 }
            previous = scalar
        }
        self.init()
        for (term, count) in counts.sorted(by: { $0.key < $1.key }) {
            append(term, in: .text, count: count)
        }
    }

    /// The documents that kefu's own index holds for an entry, a question and an answer.
    static func kefu(_ entry: Corpus.Entry, analyzer: Analyzer) -> [TermList] {
        [
            TermList(of: analyzer.analyze(entry.question), kind: .wording),
            TermList(of: analyzer.analyze(entry.answer), kind: .answer),
        ]
    }
}
