import CSQLite
import KefuDomain

extension Connection {
    /// What is wrong, one line each; empty when all is well.
    func problems() throws -> [String] {
        try visibleProblems() + indexProblems()
    }

    /// What can be found by reading alone: everything but the full-text indexes.
    func visibleProblems() throws -> [String] {
        var found = try all("PRAGMA integrity_check") { $0.text(0) }.filter { $0 != "ok" }
        found += try all("PRAGMA foreign_key_check") { "foreign key: row of \($0.text(0))" }
        if try !isTallyRight() { found.append("the counts of rows are wrong") }
        if try !areThreadCountsRight() { found.append("the counts of threads are wrong") }
        if try !areTagsRight() { found.append("the tags differ from those of the entries") }
        return found
    }

    /// Where the full-text indexes differ from the texts. FTS5 takes the question as a write.
    func indexProblems() throws -> [String] {
        var found: [String] = []
        for table in ["unit_trigram", "unit_terms", "shadow_terms"] {
            do {
                try run("INSERT INTO \(table) (\(table), rank) VALUES ('integrity-check', 1)")
            } catch {
                found.append("\(table) differs from the texts it indexes")
            }
        }
        return found
    }
}
