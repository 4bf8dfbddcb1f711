import FoundationEssentials
import KefuDomain
import KefuStore

/// Keeps the index equal to the database: opens it, follows the change log, builds it anew. It
/// belongs to the follower's thread.
final class IndexKeeper {
    /// Documents in one commit. More make indexing no faster, and stopping slower.
    private static let commitSize = 2_000
    /// Units read and analysed at a time.
    private static let pageSize = 256
    /// Pages that may wait for Xapian.
    private static let pagesAhead = 4

    private let feed: UnitFeed
    private let folder: IndexFolder
    private let log: Log
    private var writer: IndexWriter?
    /// The last change that the index holds, or will hold with the next commit.
    private(set) var sequence: Int64 = 0
    private var uncommitted = 0
    /// Whether `sequence` is ahead of what was committed.
    private var isDirty = false

    init(store: Store, folder: IndexFolder, log: Log) {
        feed = UnitFeed(store: store)
        self.folder = folder
        self.log = log
    }

    var isOpen: Bool { writer != nil }

    /// Whether somebody took the files away; an open writer does not notice until it commits.
    var isGone: Bool { !folder.holdsIndex }

    /// Opens the serving index.
    /// - Returns: why it must be rebuilt; `nil` when it can be followed.
    /// - Throws: `IndexFailure` when another process writes to it.
    func open() throws -> String? {
        close()
        guard FileManager.default.fileExists(atPath: folder.current) else { return "there is none" }
        do {
            let writer = try IndexWriter(path: folder.current)
            let version = try writer.metadata(IndexFormat.versionKey)
            guard version == IndexFormat.version else {
                return "its version is '\(version.prefix(20))', not '\(IndexFormat.version)'"
            }
            guard let stored = Int64(try writer.metadata(IndexFormat.sequenceKey)) else {
                return "it does not say what it holds"
            }
            let newest = try feed.lastSequence()
            guard stored <= newest else {
                return "it is ahead of the database (change \(stored) of \(newest))"
            }
            guard try feed.prunedSequence() <= stored else {
                return "the change log does not reach back to change \(stored)"
            }
            (self.writer, sequence) = (writer, stored)
            return nil
        } catch let failure as IndexFailure where failure.kind != .locked {
            return "it cannot be read: \(failure.text)"
        }
    }

    /// Lets go of the index. What was not committed is fetched again by the next opening.
    func close() {
        writer = nil
        (uncommitted, isDirty) = (0, false)
    }

    /// Brings the index up to the newest change.
    /// - Parameters:
    ///   - going: asked after every page; false ends the work after a commit.
    ///   - committed: called after every commit.
    func catchUp(while going: () -> Bool, committed: () -> Void) throws {
        guard let writer else { return }
        let first = try feed.page(after: sequence, limit: Self.pageSize)
        try apply(first, to: writer, committed: committed)
        if first.isFull {
            do {
                try followOn(writer, while: going, committed: committed)
            } catch is Interruption {}
        }
        if isDirty { try commit(writer, committed: committed) }
    }

    /// Reads and analyses on one thread, and indexes on this one.
    private func followOn(
        _ writer: IndexWriter, while going: () -> Bool, committed: () -> Void
    ) throws {
        try pipeline(depth: Self.pagesAhead) { [feed, sequence] emit in
            var reached = sequence
            while true {
                let page = try feed.page(after: reached, limit: Self.pageSize)
                guard !page.isEmpty, emit(page), page.isFull else { return }
                reached = page.sequence
            }
        } consume: { page in
            try apply(page, to: writer, committed: committed)
            if !going() { throw Interruption() }
        }
    }

    /// Builds the index anew beside the serving one, and puts it in its place.
    /// - Returns: `nil` when `going` ended it; the serving index stays then.
    func rebuild(while going: () -> Bool, progress: (Int, Int) -> Void) throws -> RebuildReport? {
        try folder.prepareNext()
        let start = ContinuousClock.now
        let (sequence, total) = try feed.extent()
        var done = 0
        do {
            let writer = try IndexWriter(path: folder.next)
            try pipeline(depth: Self.pagesAhead) { [feed] emit in
                var last: UnitID?
                while true {
                    let page = try feed.page(ofAllAfter: last, limit: Self.pageSize)
                    guard !page.isEmpty, emit(page), page.isFull else { return }
                    last = page.lastUnit
                }
            } consume: { page in
                try put(page, into: writer)
                done += page.documents.count
                progress(done, max(done, total))
                if !going() { throw Interruption() }
                if uncommitted >= Self.commitSize { try commit(writer, as: nil) }
            }
            try writer.setMetadata(IndexFormat.versionKey, IndexFormat.version)
            try commit(writer, as: sequence)
        } catch is Interruption {
            folder.discardNext()
            return nil
        }
        close()
        try folder.promote()
        writer = try IndexWriter(path: folder.current)
        self.sequence = sequence
        log.write(.info, "index: built \(done) units in \(ContinuousClock.now - start)")
        return RebuildReport(units: done)
    }

    /// Somebody wants the thread to end.
    private struct Interruption: Error {}

    private func apply(_ page: UnitPage, to writer: IndexWriter, committed: () -> Void) throws {
        guard !page.isEmpty else { return }
        try put(page, into: writer)
        sequence = max(sequence, page.sequence)
        isDirty = true
        if uncommitted >= Self.commitSize { try commit(writer, committed: committed) }
    }

    private func put(_ page: UnitPage, into writer: IndexWriter) throws {
        for document in page.documents {
            if let terms = document.terms {
                try writer.put(document.number, terms)
            } else {
                try writer.remove(document.number)
            }
        }
        uncommitted += page.documents.count
    }

    private func commit(_ writer: IndexWriter, committed: () -> Void) throws {
        try commit(writer, as: sequence)
        committed()
    }

    private func commit(_ writer: IndexWriter, as sequence: Int64?) throws {
        if let sequence {
            try writer.setMetadata(IndexFormat.sequenceKey, String(sequence))
        }
        try writer.commit()
        (uncommitted, isDirty) = (0, false)
    }
}
