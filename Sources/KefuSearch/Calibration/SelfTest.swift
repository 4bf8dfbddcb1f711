import KefuDomain
import KefuStore

/// Asks the base its own questions, to see how far the shipped confidences hold here.
///
/// A wording that is held out is a question that should still be answered, by its entry's other
/// wordings or by entries with the same answer. An entry that is held out, with all that share its
/// answer, makes its question one that should not. Bases whose entries have neither variants nor
/// company can tell only the second, and keep the shipped numbers.
struct SelfTest {
    /// Finds without what is held out; best first.
    let search: (_ question: String, _ exclusion: Exclusion) throws -> [Candidate]
    /// Says that there is no time for another question.
    let isOver: () -> Bool

    /// Questions of each kind.
    private static let questions = 150
    /// Fewer answerable ones say nothing about a base.
    private static let fewestAnswerable = 15
    /// The share of answerable questions that customers are taken to ask.
    private static let answerableShare = 0.65

    /// - Returns: `nil` when the base cannot tell.
    func calibration(of store: Store) throws -> Calibration? {
        var answerable: [(score: Double, isRight: Bool)] = []
        var unanswerable: [(score: Double, isRight: Bool)] = []
        for row in try store.read({ try $0.sampleEntries(Self.questions) }) {
            if isOver() { break }
            guard let entry = try store.read({ try $0.entry(row) }) else { continue }
            let company = try store.read { try $0.entriesSharingAnswer(of: [row])[row] ?? [] }
            if let sample = try askHeldOutWording(of: entry, row, company, answerable.count) {
                answerable.append(sample)
            }
            if let sample = try askHeldOutEntry(entry, [row] + company) {
                unanswerable.append(sample)
            }
        }
        guard answerable.count >= Self.fewestAnswerable else { return nil }
        return .fitted(
            to: Self.weighed(answerable, share: Self.answerableShare)
                + Self.weighed(unanswerable, share: 1 - Self.answerableShare))
    }

    /// Asks a variant that the entry then does not have; or the question of an entry in company.
    private func askHeldOutWording(
        of entry: Entry, _ row: Int64, _ company: [Int64], _ turn: Int
    ) throws -> (score: Double, isRight: Bool)? {
        var exclusion = Exclusion()
        let question: String
        if !entry.variants.isEmpty {
            question = entry.variants[turn % entry.variants.count]
            exclusion.wording = question
        } else if !company.isEmpty {
            question = entry.question
            exclusion.entries = [row]
        } else {
            return nil
        }
        guard let best = try search(question, exclusion).first else { return nil }
        return (best.score, best.item.answer == entry.answer)
    }

    /// Asks a question whose answer is not there.
    private func askHeldOutEntry(
        _ entry: Entry, _ rows: [Int64]
    ) throws -> (score: Double, isRight: Bool)? {
        guard let best = try search(entry.question, Exclusion(entries: Set(rows))).first,
            // A document may well hold the answer too: nobody knows.
            best.item.kind == .entry
        else { return nil }
        return (best.score, false)
    }

    private static func weighed(
        _ samples: [(score: Double, isRight: Bool)], share: Double
    ) -> [CalibrationSample] {
        guard !samples.isEmpty else { return [] }
        let weight = share * Double(2 * questions) / Double(samples.count)
        return samples.map {
            CalibrationSample(score: $0.score, isRight: $0.isRight, weight: min(weight, 1))
        }
    }
}
