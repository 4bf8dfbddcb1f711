import KefuDomain
import KefuSearch
import KefuStore

/// Whether an addition would take over questions that other entries answer today.
///
/// The stored wordings and the past questions of the entries nearest to it are asked again as if it
/// were in the base. An entry that was not found for the new question is too far from it to lose
/// one of its own.
extension Weighing {
    /// Questions that are asked again: what a hundred thousand entries cost no more than ten.
    private static let mostProbes = 20
    private static let variantsEach = 3
    private static let pastEach = 2

    /// A question, and the entry that is to answer it.
    private struct Probe {
        let question: String
        let owner: Neighbour
    }

    func weighTakeOver(_ weighed: inout Weighed, _ near: [Neighbour]) throws {
        guard weighed.does == .adds || weighed.does == .variant else { return }
        let addition = try supposed(weighed)
        let others = near.filter { $0.row != addition.row && $0.agreement != .same }
        var lost: [Entry] = []
        for probe in try probes(of: others) where try isLost(probe, to: addition) {
            var entry = probe.owner.entry
            entry.question = probe.question
            lost.append(entry)
        }
        guard !lost.isEmpty else { return }
        weighed.objections.append(
            Refused(gate: .takeOver, why: .takesOver(lost.count), with: lost))
    }

    /// What customers would find in the base beside what they do.
    private func supposed(_ weighed: Weighed) throws -> (row: Int64, supposition: Supposition) {
        let row = weighed.does == .variant ? weighed.entry.flatMap { RecordID($0.id)?.row } : nil
        var entry =
            weighed.entry
            ?? Entry(
                id: "", question: weighed.question, answer: weighed.answer, source: .learned,
                createdAt: teaching.at, updatedAt: teaching.at)
        if row == nil { entry.answer = weighed.answer }
        let unit = try store.read {
            $0.supposedUnit(
                weighed.question, answer: entry.answer, owner: row ?? -1, number: -1)
        }
        return (row ?? -1, Supposition(entry, row: row ?? -1, wordings: [unit]))
    }

    /// The nearest entries' wordings and what they were the answer to, nearest first.
    private func probes(of near: [Neighbour]) throws -> [Probe] {
        var probes: [Probe] = []
        // A person who answers a question means to take over that one.
        var seen = Set(try keys(of: ["", teaching.question]))
        for neighbour in near {
            let entry = neighbour.entry
            let past = try store.read { try $0.repliedQuestions(by: neighbour.row, limit: 8) }
            let texts =
                [neighbour.wording, entry.question] + past.prefix(Self.pastEach)
                + entry.variants.prefix(Self.variantsEach)
            for (text, key) in zip(texts, try keys(of: texts)) where seen.insert(key).inserted {
                probes.append(Probe(question: text, owner: neighbour))
            }
        }
        return Array(probes.prefix(Self.mostProbes))
    }

    private func keys(of texts: [String]) throws -> [String] {
        try store.read { connection in texts.map { connection.indexed($0).key } }
    }

    /// Whether an entry answers a question today, and would not with the addition.
    private func isLost(
        _ probe: Probe, to addition: (row: Int64, supposition: Supposition)
    ) throws -> Bool {
        let then = try search.search(
            probe.question, supposing: [addition.supposition], limit: 2, now: teaching.at)
        if answers(then.first, probe.owner) { return false }
        let now = try search.search(probe.question, limit: 2, now: teaching.at).candidates
        return answers(now.first, probe.owner)
    }

    private func answers(_ best: Candidate?, _ owner: Neighbour) -> Bool {
        guard let best, best.confidence >= thresholds.reply else { return false }
        return best.item.answer == owner.entry.answer
    }
}
