import FoundationEssentials
import Glibc
import KefuDomain
import Testing

@testable import KefuStore

/// A small stand-in for the text pipeline: letters and digits in lower case; their single
/// characters and pairs as terms.
struct PlainAnalysis: TextAnalysis {
    var version = 1
    /// Left out of every key, so that another version gives other keys.
    var ignored: Set<Character> = []

    func indexed(_ text: String) -> IndexedText {
        let kept = text.lowercased().filter {
            ($0.isLetter || $0.isNumber) && !ignored.contains($0)
        }
        let characters = kept.map(String.init)
        var terms: [String] = []
        for (index, character) in characters.enumerated() {
            if !terms.contains(character) { terms.append(character) }
            guard index + 1 < characters.count else { continue }
            let pair = character + characters[index + 1]
            if !terms.contains(pair) { terms.append(pair) }
        }
        return IndexedText(key: kept, terms: terms.joined(separator: " "))
    }
}

/// A directory that goes away with the test.
final class Scratch {
    let path: String

    init() throws {
        var template = Array("/tmp/kefu-store-XXXXXX".utf8CString)
        path = try #require(mkdtemp(&template).map { String(cString: $0) })
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var base: String { path + "/kefu.sqlite" }

    func open(_ analysis: PlainAnalysis = PlainAnalysis(), log: Log = .silent) throws -> Store {
        try Store(path: base, analysis: analysis, log: log)
    }
}

/// A store of its own in a directory of its own; checked at the end.
func withStore(_ body: (Store) throws -> Void) throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    try body(store)
    #expect(try store.problems() == [])
    store.close()
}

/// A fixed moment, so many seconds after the first.
func moment(_ seconds: Int64 = 0) -> Timestamp {
    Timestamp(seconds: 1_800_000_000 + seconds)
}

extension ChangeOrigin {
    static func created(_ seconds: Int64 = 0) -> ChangeOrigin {
        ChangeOrigin(.created, at: moment(seconds))
    }

    static func updated(_ seconds: Int64 = 1) -> ChangeOrigin {
        ChangeOrigin(.updated, at: moment(seconds))
    }
}

extension EntryDraft {
    static let warranty = EntryDraft(
        externalID: "w1", question: "保修期多久？", answer: "整机质保两年。",
        variants: ["质保几年", "保修多长时间"], negatives: ["保修卡丢了怎么办"], category: "售后",
        tags: ["保修", "\"引号\""])
    static let price = EntryDraft(question: "320kW 充电桩多少钱", answer: "请留下电话，销售会报价。")
}

extension Entry {
    var row: Int64 { RecordID(id)?.row ?? 0 }
}

/// Every row of every table that is not bookkeeping of time's passing, as text.
func dump(_ store: Store) throws -> [String] {
    try store.write { connection in
        let tables = [
            "document", "entry", "entry_tag", "passage", "revision", "setting", "staged_passage",
            "tally",
            "wording",
        ]
        var lines: [String] = []
        for table in tables {
            let columns = try connection.all("SELECT name FROM pragma_table_info(?)", table) {
                "quote(\($0.text(0)))"
            }
            let list = columns.joined(separator: " || ',' || ")
            lines += try connection.all("SELECT \(list) FROM \(table) ORDER BY 1") {
                "\(table): \($0.text(0))"
            }
        }
        return lines + (try indexDump(connection))
    }
}

/// What both FTS5 indexes hold, posting by posting.
func indexDump(_ connection: Connection) throws -> [String] {
    var lines: [String] = []
    for table in ["unit_trigram", "unit_terms"] {
        try connection.run(
            "CREATE VIRTUAL TABLE temp.\(table)_postings USING fts5vocab (main, \(table), instance)"
        )
        lines += try connection.all("SELECT term, doc FROM \(table)_postings ORDER BY 1, 2") {
            "\(table): \($0.text(0)) \($0.integer(1))"
        }
        try connection.run("DROP TABLE temp.\(table)_postings")
    }
    return lines
}

/// The failure that a body ends with.
func failure<T>(_ body: () throws -> T) -> KefuError? {
    do {
        _ = try body()
        return nil
    } catch {
        return error as? KefuError
    }
}

/// Source: Steele, Lea, Flood, SplitMix64, OOPSLA 2014.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
