import KefuDomain
import Testing

@testable import KefuStore

@Test(arguments: UnitKind.allCases)
func readsBackItsNumbers(kind: UnitKind) {
    for row in [1, 2, 1_000_000_000] as [Int64] {
        let unit = UnitID(kind, row)
        #expect(UnitID(number: unit.number) == unit)
    }
}

@Test(arguments: [-4, -1, 0, 3, 7, 4_000_003] as [Int64])
func knowsNoUnitOfANumber(number: Int64) {
    #expect(UnitID(number: number) == nil)
}

/// Ten questions on charging, the fault codes among them in all.
private func fill(_ store: Store) throws {
    try store.write { base in
        for number in 1...10 {
            let draft = EntryDraft(
                question: "充电桩报E10\(number)怎么办",
                answer: String(repeating: "答\(number)", count: 400),
                variants: number == 3 ? ["故障码E103"] : [])
            try base.insert(draft, .created())
        }
    }
}

@Test func ranksByWhatIsRare() throws {
    try withStore { store in
        try fill(store)
        let found = try store.read { try $0.termMatches(["故", "03", "充电"], limit: 20) }
        #expect(found.count == 11)
        let best = try store.read { try $0.units(found.prefix(2)) }
        #expect(found.prefix(2).map { best[$0]?.text } == ["故障码E103", "充电桩报E103怎么办"])
        #expect(try store.read { try $0.documentFrequency("充电") } == 10)
        #expect(try store.read { try $0.documentFrequency("无") } == 0)
    }
}

@Test func findsSubstringsAsTheyAre() throws {
    try withStore { store in
        try fill(store)
        try store.read { base in
            let found = try base.trigramMatches(["e103"], limit: 9)
            let texts = try base.units(found).values.map(\.text).sorted()
            #expect(texts == ["充电桩报E103怎么办", "故障码E103"])
            #expect(try base.trigramMatches(["e1", "", "e999"], limit: 9) == [])
            // Its trigrams are all there, but not in this order.
            #expect(try base.trigramMatches(["怎么办怎么办"], limit: 9) == [])
        }
    }
}

@Test(arguments: ["\"", "a\"b", "NOT", "a OR b", "*", "-a", "a\u{0}b", "(", "{a}:b", "😀😀😀", "'"])
func takesAnyTextAsATerm(term: String) throws {
    try withStore { store in
        try fill(store)
        try store.read { base in
            #expect(try base.termMatches([term], limit: 5) == [])
            _ = try base.trigramMatches([term + "xyz"], limit: 5)
            #expect(try base.exact(term, limit: 5) == [])
        }
    }
}

@Test func givesTheNewestOfACommonTerm() throws {
    try withStore { store in
        try store.write { base in
            for number in 1...2100 {
                try base.insert(EntryDraft(question: "同\(number)", answer: "a"), .created())
            }
        }
        let found = try store.read { try $0.termMatches(["同"], limit: 3) }
        #expect(found.map(\.row) == [2100, 2099, 2098])
    }
}

@Test func walksThroughEveryUnitInOrder() throws {
    try withStore { store in
        try fill(store)
        let all = try store.read { try $0.allUnits(limit: 1000) }
        #expect(all.count == 21)
        #expect(all.map(\.id) == all.map(\.id).sorted())
        for size in [1, 2, 7] {
            var walked: [Unit] = []
            while true {
                let next = try store.read { try $0.allUnits(after: walked.last?.id, limit: size) }
                if next.isEmpty { break }
                walked += next
            }
            #expect(walked == all)
        }
        let answer = try #require(all.first { $0.id.kind == .answer })
        #expect(answer.text.unicodeScalars.count == Unit.answerLength)
        #expect(answer.owner == answer.id.row)
    }
}

@Test func logsEveryChangeOnce() throws {
    try withStore { store in
        let made = try store.write { try $0.insert(.warranty, .created()) }
        let first = try store.read { try $0.changes(after: 0, limit: 99) }
        #expect(first.map(\.unit.kind) == [.wording, .wording, .wording, .answer])
        var patch = EntryPatch()
        patch.category = "x"
        try store.write { _ = try $0.update(made.row, patch, .updated()) }
        #expect(try store.read { try $0.lastSequence() } == 4)
        patch.answer = "y"
        patch.variants = ["质保几年"]
        try store.write { _ = try $0.update(made.row, patch, .updated()) }
        let next = try store.read { try $0.changes(after: 4, limit: 99) }
        #expect(next.map(\.unit) == [UnitID(.wording, 3), UnitID(.answer, made.row)])
        let units = try store.read { try $0.units(next.map(\.unit)) }
        #expect(units.keys.map(\.kind) == [.answer])
    }
}

@Test func knowsItsLastChangeAfterPruning() throws {
    try withStore { store in
        try fill(store)
        let last = try store.read { try $0.lastSequence() }
        #expect(try store.read { try $0.prunedSequence() } == 0)
        #expect(try store.write { try $0.pruneChanges(through: 5, limit: 3) } == 3)
        #expect(try store.read { try $0.prunedSequence() } == 3)
        try store.write { _ = try $0.pruneChanges(through: last) }
        #expect(try store.read { try $0.changes(after: 0, limit: 9) } == [])
        #expect(try store.read { try $0.lastSequence() } == last)
        #expect(try store.read { try $0.prunedSequence() } == last)
        try store.write { _ = try $0.insert(.price, .created()) }
        #expect(
            try store.read { try $0.changes(after: last, limit: 9).map(\.sequence) }.first == last
                + 1)
    }
}

@Test(arguments: [1, 2, 3] as [UInt64])
func keepsItsIndexesEqualToTheBase(seed: UInt64) throws {
    try withStore { store in
        var random = SeededGenerator(state: seed)
        for _ in 0..<30 {
            try store.write { base in
                for _ in 0..<10 { try doSomething(base, &random) }
            }
        }
        let kept = try store.write { try indexDump($0) }
        // Another version empties both indexes and fills them from the texts alone.
        let units = try store.read { try $0.allUnits(limit: 10_000) }
        var expected: [String] = []
        for unit in units where unit.id.kind != .answer {
            let terms = PlainAnalysis().indexed(unit.text).terms.split(separator: " ")
            expected += terms.map { "unit_terms: \($0) \(unit.id.number)" }
        }
        #expect(kept.filter { $0.hasPrefix("unit_terms") }.sorted() == expected.sorted())
    }
}

/// One random change of the base; a refused one is as good as any.
private func doSomething(_ base: Connection, _ random: inout SeededGenerator) throws {
    let row = Int64.random(in: 1...40, using: &random)
    var word: String {
        String("充电桩保修安装价格e103".shuffled(using: &random).prefix(4))
    }
    do {
        switch Int.random(in: 0..<5, using: &random) {
        case 0, 1:
            let draft = EntryDraft(
                question: word, answer: word, variants: [word, word], negatives: [word])
            try base.insert(draft, .created())
        case 2:
            var patch = EntryPatch()
            patch.question = Bool.random(using: &random) ? word : nil
            patch.variants = Bool.random(using: &random) ? [word] : nil
            patch.status = EntryStatus.allCases.randomElement(using: &random)
            try base.update(row, patch, .updated())
        case 3: try base.removeEntry(row, at: moment())
        default: try base.revert(row, toRevision: 1, at: moment())
        }
    } catch let error as KefuError {
        guard error.code == .notFound || error.code == .conflict else { throw error }
    }
}

@Test func computesItsTextsAnewForAnotherAnalysis() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    try store.write { base in
        for question in ["甲乙", "甲", "丙"] {
            try base.insert(
                EntryDraft(question: question, answer: "a", variants: ["乙丁"]), .created())
        }
    }
    store.close()
    let changed = PlainAnalysis(version: 2, ignored: ["乙"])
    let again = try scratch.open(changed)
    try again.read { base in
        let units = try base.exact("甲", limit: 5)
        #expect(units == [UnitID(.wording, 1)])
        #expect(try base.exact("丁", limit: 5).count == 3)
        #expect(try base.termMatches(["乙"], limit: 5) == [])
        #expect(try base.termMatches(["丙"], limit: 5) == [UnitID(.wording, 5)])
        #expect(try base.counts().entries == 3)
    }
    #expect(try again.problems() == [])
    try again.write { try $0.removeEntry(2, at: moment()) }
    #expect(try again.problems() == [])
    again.close()
}
