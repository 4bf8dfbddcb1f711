import KefuDomain
import KefuImport
import KefuStore
import KefuText

/// One file on its way into the base: wholly in, or wholly out.
///
/// Rows are applied in short transactions under one import run, so that questions and other writes
/// get in between; until the last of them is stored, everything is taken back after a crash. A file
/// whose rows fit into one transaction takes just that.
struct FileImport {
    let source: ImportedBytes
    let category: String
    let at: Timestamp
    let extraction: Extraction
    /// Called now and then with the number of bytes so far; it throws to end the import.
    let progress: (Int) throws -> Void

    /// So many rows share a transaction.
    private static let chunk = 256

    /// Brings the file in.
    /// - Throws: `ErrorCode.unreadable` when the file as a whole is of no use; `ErrorCode.busy` when
    ///   somebody writes to it meanwhile.
    func run(into store: Store, format: String?) throws -> FileReport {
        let hash = try source.contentHash { try progress(0) }
        let known = try store.read { try $0.document(path: source.path) }
        if let known, isSame(known, hash) {
            let counts = try store.read { connection in
                (
                    passages: try connection.passageCount(ofDocument: known.row),
                    entries: try connection.entryCount(ofDocument: known.row)
                )
            }
            return try unchanged(known, format, passages: counts.passages, entries: counts.entries)
        }
        var rows: RowImport?
        do {
            let (found, last) = try harvest(format) { items in
                try store.write { connection in
                    var started = try rows ?? begin(connection)
                    try started.apply(items, connection)
                    rows = started
                }
            }
            return try store.write { connection in
                var started = try rows ?? begin(connection)
                try started.apply(last, connection)
                try started.finish(connection, format: found, hash: hash)
                try connection.finishImport(started.run, at: at)
                return started.report
            }
        } catch {
            if let rows { try store.undoImport(rows.run) }
            throw error
        }
    }

    private func begin(_ connection: Connection) throws -> RowImport {
        let run = try connection.beginImport(path: source.path, at: at)
        return RowImport(source: source, category: category, at: at, run: run)
    }

    /// Gives the report that `run` would give, after the files that were rehearsed before.
    func rehearse(in rehearsal: Rehearsal, format: String?) throws -> FileReport {
        let hash = try source.contentHash { try progress(0) }
        return try rehearsal.file(source.path) { connection in
            if let known = try connection.document(path: source.path), isSame(known, hash) {
                return try unchanged(
                    known, format, passages: connection.passageCount(ofDocument: known.row),
                    entries: rehearsal.entryCount(ofDocument: known.row))
            }
            var rows = try begin(connection)
            func apply(_ items: [HarvestItem]) throws {
                for item in items {
                    if case .entry(let draft, _) = item {
                        try rehearsal.fetch(question: draft.question)
                    }
                    try rows.apply([item], connection)
                }
            }
            let (found, last) = try harvest(format, apply)
            try apply(last)
            try rows.finish(connection, format: found, hash: hash)
            try connection.finishImport(rows.run, at: at)
            return rows.report
        }
    }

    /// Whether the base holds this very file, in this category.
    private func isSame(_ known: Document, _ hash: String) -> Bool {
        known.contentHash == hash && (category.isEmpty || category == known.category)
    }

    /// Reads the file and hands its rows over in chunks, all but the last.
    /// - Returns: the format it turned out to have, and the last chunk, once the file proved whole.
    private func harvest(
        _ format: String?, _ apply: ([HarvestItem]) throws -> Void
    ) throws -> (format: String, last: [HarvestItem]) {
        var items: [HarvestItem] = []
        let found = try readAll(format) { item, done in
            if items.count == Self.chunk {
                try progress(done)
                try apply(items)
                items.removeAll(keepingCapacity: true)
            }
            items.append(item)
        }
        try source.requireUnchanged()
        try progress(source.size)
        return (found, items)
    }

    /// Reads the file, here or in a process of its own.
    /// - Parameter sink: gets each item with the number of bytes so far.
    private func readAll(
        _ format: String?, into sink: (HarvestItem, Int) throws -> Void
    ) throws -> String {
        switch source.content {
        case .given(let bytes):
            return try Importers.harvest(bytes, named: source.name, format: format) { item in
                try sink(item, 0)
            }
        case .text(let file):
            let bytes = FileBytes(file) { try progress(0) }
            return try Importers.harvest(bytes, named: source.name, format: format) { item in
                try sink(item, bytes.reached)
            }
        case .document(let file):
            return try extraction.harvest(
                file, ending: source.ending, format: format, waiting: { try progress(0) }
            ) { item in try sink(item, 0) }
        }
    }

    /// The report for a file that is known byte for byte: its rows are counted, nothing is written.
    private func unchanged(
        _ known: Document, _ format: String?, passages: Int, entries: Int
    ) throws -> FileReport {
        var report = FileReport(path: source.path, format: known.format)
        report.passages = passages
        if case .document = source.content {
            // What a process of its own read is not read again to be counted.
            if let format, format != known.format {
                throw KefuError.isNot(format, but: known.format)
            }
            report.unchanged = passages + entries
            return report
        }
        var rows = 0
        _ = try readAll(format) { item, done in
            rows += 1
            if rows % Self.chunk == 0 { try progress(done) }
            switch item {
            case .entry, .passage: report.unchanged += 1
            case .refused(let refusal): report.refuse(refusal)
            }
        }
        try progress(source.size)
        return report
    }
}
