import KefuDomain
import KefuStore
import KefuText
import Testing

@testable import KefuSearch

struct HeldOutTests {
    private let base: Base
    private let entry: Entry
    private let row: Int64

    init() throws {
        base = try Base()
        try base.addQuestions()
        entry = try base.add("麒麟阁怎么走", variants: ["去麒麟阁的路", "麒麟阁在哪里"])
        row = try RecordID.row(of: entry.id, as: .entry)
        try base.startAndSettle()
    }

    private func heldOut(_ run: SearchRun) throws -> HeldOut {
        HeldOut(
            try run.connection.units(ofEntries: [row]),
            model: RarityModel(
                try run.connection.counts(), documents: run.loan?.documents ?? 0),
            frequencies: run.frequencies)
    }

    private func without(_ query: String) throws -> [Candidate] {
        try base.engine.run(query, limit: 30, now: Base.now, heldOut: heldOut) {
            try $0.candidates()
        }
    }

    @Test(arguments: ["麒麟阁怎么走", "去麒麟阁的路", "麒麟阁在哪里", "麒麟阁", "关于“麒麟阁怎么走”的答复"])
    func isNotFound(query: String) throws {
        #expect(try base.search(query, limit: 30).contains { $0.item.id == entry.id })
        #expect(try !without(query).contains { $0.item.id == entry.id })
    }

    @Test func leavesTheRestAsItWas() throws {
        for question in Base.questions {
            #expect(try without(question).first?.wording == question)
        }
        #expect(try base.best("麒麟阁怎么走")?.item.id == entry.id)
    }

    @Test func itsWordsAreRarerWithoutIt() throws {
        let atoms = MatchText(question: Analyzer().analyze("麒麟").scalars).atoms
        let keys = RarityKeys(of: atoms, [.atoms, .pairs])
        let (held, usual) = try base.engine.run(
            "麒麟", limit: 1, now: Base.now, heldOut: heldOut
        ) { run in
            let model = RarityModel(
                try run.connection.counts(), documents: run.loan?.documents ?? 0)
            let usual = run.cache.rarities(
                of: atoms, in: [.atoms, .pairs], model: model,
                generation: run.loan?.generation ?? 0, frequencies: run.frequencies)
            return (run.heldOut?.rarities ?? [:], usual.atoms + usual.pairs)
        }
        #expect(usual.count == 3)
        for (key, rarity) in zip(keys.keys, usual) {
            #expect((held[key] ?? 0) > rarity)
        }
    }
}
