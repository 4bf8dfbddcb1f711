import KefuDomain
import KefuImport
import KefuStore
import KefuText

/// One file on its way into the base: wholly in, or wholly out.
///
/// Rows are applied in short transactions under one import run, so that questions and other writes
/// get in between; until the last of them is stored, everything is taken back after a crash.
struct FileImport {
    let source: ImportedBytes
    let category: String
    let at: Timestamp
    /// Called now and then with the number of rows so far; it throws to end the import.
    let progress: (Int) throws -> Void

    /// So many rows share a transaction.
    private static let chunk = 256

    /// Brings the file in.
    /// - Throws: `ErrorCode.unreadable` when the file as a whole is of no use.
    func run(into store: Store, format: String?) throws -> FileReport {
        let hash = source.contentHash
        let known = try store.read { try $0.document(path: source.path) }
        if let known, isSame(known, hash) {
            return try store.read { try countUnchanged(known, $0, format: format) }
        }
        let run = try store.write { try $0.beginImport(path: source.path, at: at) }
        do {
            var rows = RowImport(source: source, category: category, at: at, run: run)
            let found = try harvest(format) { items in
                try store.write { try rows.apply(items, $0) }
            }
            return try store.write { connection in
                try rows.finish(connection, format: found, hash: hash)
                try connection.finishImport(run, at: at)
                return rows.report
            }
        } catch {
            try store.undoImport(run)
            throw error
        }
    }

    /// Gives the report that `run` would give, after the files that were rehearsed before.
    func rehearse(in rehearsal: Rehearsal, format: String?) throws -> FileReport {
        try rehearsal.file(source.path) { connection in
            let hash = source.contentHash
            if let known = try connection.document(path: source.path), isSame(known, hash) {
                return try countUnchanged(known, connection, format: format)
            }
            let run = try connection.beginImport(path: source.path, at: at)
            var rows = RowImport(source: source, category: category, at: at, run: run)
            let found = try harvest(format) { items in
                for item in items {
                    if case .entry(let draft, _) = item {
                        try rehearsal.fetch(question: draft.question)
                    }
                    try rows.apply([item], connection)
                }
            }
            try rows.finish(connection, format: found, hash: hash)
            try connection.finishImport(run, at: at)
            return rows.report
        }
    }

    /// Whether the base holds this very file, in this category.
    private func isSame(_ known: Document, _ hash: String) -> Bool {
        known.contentHash == hash && (category.isEmpty || category == known.category)
    }

    /// Reads the file and hands its rows over in chunks.
    /// - Returns: the format it turned out to have.
    private func harvest(
        _ format: String?, _ apply: ([HarvestItem]) throws -> Void
    ) throws -> String {
        var items: [HarvestItem] = []
        var count = 0
        let found = try Importers.harvest(source.bytes, named: source.name, format: format) {
            item in
            items.append(item)
            count += 1
            guard items.count == Self.chunk else { return }
            try progress(count)
            try apply(items)
            items.removeAll(keepingCapacity: true)
        }
        try apply(items)
        try progress(count)
        return found
    }

    /// The report for a file that is known byte for byte: its rows are counted, nothing is written.
    private func countUnchanged(
        _ known: Document, _ connection: Connection, format: String?
    ) throws -> FileReport {
        var report = FileReport(path: source.path, format: known.format)
        _ = try Importers.harvest(source.bytes, named: source.name, format: format) { item in
            switch item {
            case .entry, .passage: report.unchanged += 1
            case .refused(let refusal):
                if report.refused.count < 1000 { report.refused.append(refusal) }
            }
        }
        report.passages = try connection.passageCount(ofDocument: known.row)
        return report
    }
}
