import FoundationEssentials
import Glibc
import KefuDomain
import Testing

@testable import KefuStore

private func connection(_ path: String = ":memory:") throws -> Connection {
    try Connection(path: path, analysis: PlainAnalysis(), log: .silent)
}

@Test(arguments: 0...Migration.all.count)
func reachesTheNewestSchemaFrom(step: Int) throws {
    let fresh = try connection()
    try fresh.migrate()
    let old = try connection()
    try old.migrate(Array(Migration.all.prefix(step)))
    try old.migrate()
    #expect(try old.schemaVersion() == Migration.newest)
    let schema = "SELECT coalesce(sql, name) FROM sqlite_schema ORDER BY 1"
    #expect(try old.all(schema) { $0.text(0) } == fresh.all(schema) { $0.text(0) })
}

@Test func numbersItsStepsWithoutGaps() {
    #expect(Migration.all.map(\.id) == Array(1...Migration.all.count))
}

@Test func keepsOrdinaryTablesStrict() throws {
    let base = try connection()
    try base.migrate()
    let sql = """
        SELECT name FROM pragma_table_list
        WHERE schema = 'main' AND type = 'table' AND NOT strict AND name NOT LIKE 'sqlite%'
        """
    #expect(try base.all(sql) { $0.text(0) } == [])
}

@Test func refusesRowsWithoutTheirParent() throws {
    try withStore { store in
        let error = failure {
            try store.write { base in
                try base.run(
                    "INSERT INTO wording (entry, kind, position, text, key) VALUES (9, 0, 0, '', '')"
                )
            }
        }
        #expect(error?.code == .internal)
    }
}

@Test func leavesANewerDatabaseUntouched() throws {
    let scratch = try Scratch()
    try scratch.open().close()
    let base = try connection(scratch.base)
    try base.runScript("PRAGMA journal_mode = DELETE; PRAGMA user_version = 999")
    let before = try Data(contentsOf: URL(filePath: scratch.base))
    let error = failure { _ = try scratch.open() }
    #expect(error?.code == .unreadable)
    #expect(error?.what == .baseNewer)
    #expect(try Data(contentsOf: URL(filePath: scratch.base)) == before)
}

@Test func refusesADatabaseOfAnotherProgram() throws {
    let scratch = try Scratch()
    try Data().write(to: URL(filePath: scratch.base))
    try connection(scratch.base).runScript("CREATE TABLE note (text TEXT)")
    #expect(failure { _ = try scratch.open() }?.what == .baseForeign)
}

@Test(arguments: [0, 17, 4096, 70_000])
func saysThatADamagedFileIsDamaged(length: Int) throws {
    let scratch = try Scratch()
    var random = SeededGenerator(state: UInt64(length))
    var bytes = Data("no database at all".utf8)
    for _ in 0..<length { bytes.append(UInt8.random(in: 0...255, using: &random)) }
    try bytes.write(to: URL(filePath: scratch.base))
    #expect(failure { _ = try scratch.open() }?.code == .unreadable)
}

@Test func saysThatAFolderIsMissing() {
    let error = failure {
        _ = try Store(path: "/nowhere/kefu.sqlite", analysis: PlainAnalysis(), log: .silent)
    }
    #expect(error?.what == .baseUnopened)
}

@Test func makesAFileThatOthersCannotRead() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    try store.write { try $0.setSetting("a", to: 1) }
    for suffix in ["", "-wal", "-shm"] {
        var status = stat()
        #expect(stat(scratch.base + suffix, &status) == 0)
        #expect(status.st_mode & 0o777 == 0o600)
    }
    store.close()
}
