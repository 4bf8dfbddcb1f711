import KefuDomain
import KefuRPC
import KefuStore
import Support
import Testing

@testable import KefuDesk

/// How well gaps gather what means the same, on wordings of our own.
@Suite struct GapQualityTests {
    /// Precision and recall of a gathering, each wording counted by the company it keeps.
    ///
    /// Source: B-cubed; Bagga and Baldwin, ACL 1998.
    private struct Company {
        var precision = 0.0
        var recall = 0.0

        /// - Parameters:
        ///   - found: the gap of each wording.
        ///   - meant: its list.
        init(found: [String], meant: [Int]) {
            for one in found.indices {
                let together = found.indices.filter { found[$0] == found[one] }
                let same = found.indices.filter { meant[$0] == meant[one] }
                let right = Double(together.count { meant[$0] == meant[one] })
                precision += right / Double(together.count) / Double(found.count)
                recall += right / Double(same.count) / Double(found.count)
            }
        }
    }

    @Test func gapsGatherWhatMeansTheSame() throws {
        let office = try Office()
        var wordings = GapWordings.lists.enumerated().flatMap { list in
            list.element.map { (text: $0, list: list.offset) }
        }
        var random = SeededGenerator(seed: 7)
        wordings.shuffle(using: &random)
        for wording in wordings {
            _ = try office.desk.ask(Ask.Params(question: wording.text))
        }
        try office.desk.noteGaps()
        let gaps = try office.desk.store.read { connection -> [(id: String, texts: [String])] in
            try connection.openGaps(limit: 1000).items.map { gap in
                (id: "g\(gap.row)", texts: try connection.gapQuestions(of: gap.row).map(\.text))
            }
        }
        var homes: [String: String] = [:]
        for gap in gaps { for text in gap.texts { homes[text] = gap.id } }
        let kept = wordings.filter { homes[$0.text] != nil }
        #expect(kept.count >= wordings.count - 6)
        let company = Company(
            found: kept.compactMap { homes[$0.text] }, meant: kept.map(\.list))
        print(
            "gaps: \(kept.count) wordings of \(GapWordings.lists.count) meanings in \(gaps.count) "
                + "gaps, precision \(company.precision), recall \(company.recall)")
        #expect(company.precision >= 0.93)
        #expect(company.recall >= 0.4)
    }
}
