import Glibc
import KefuText

/// Measures each item among all that were found: how far it is ahead, who shares its answer.
struct PoolMeasures {
    private let contenders: [Contender]
    private let bestByAnswer: [AnswerID: Double]
    private let shareByAnswer: [AnswerID: Double]
    private let asked: AskedText
    /// The part of a usual base that this one does not have, 0...1: it holds rivals nobody wrote.
    private let absence: Double

    /// - Parameters:
    ///   - contenders: all that were found.
    ///   - texts: how many texts the base holds.
    init(_ contenders: [Contender], asked: AskedText, texts: Int) {
        self.contenders = contenders
        self.asked = asked
        absence = max(0, 1 - Double(texts) / Self.usualTexts)
        let top = contenders.map(\.rank).max() ?? 0
        var bests: [AnswerID: Double] = [:]
        var shares: [AnswerID: Double] = [:]
        var total = 0.0
        for contender in contenders {
            let (answer, rank) = (contender.answer, contender.rank)
            bests[answer] = max(bests[answer] ?? rank, rank)
            let weight = exp(Self.softness * (rank - top))
            shares[answer, default: 0] += weight
            total += weight
        }
        // A small base is judged as if it held what larger ones do: that nothing else was found in
        // it makes nothing likelier.
        let unseen = absence * Double(max(0, Self.usualPool - contenders.count))
        total += unseen * exp(Self.softness * (Self.usualRival - top))
        bestByAnswer = bests
        shareByAnswer = shares.mapValues { total > 0 ? $0 / total : 0 }
    }

    /// From so many texts on, a base is its own measure.
    private static let usualTexts = 1000.0
    /// How many wordings a question finds in bases of a few thousand questions.
    private static let usualPool = 40
    /// How flat the shares of answers are: 1 would follow the ranks fully.
    private static let softness = 0.4
    /// About what the best wrong candidate reaches in bases of a few thousand questions.
    private static let usualRival = 2.0

    /// The rank of a rival that is not in the base: that a small one holds nothing else is no proof.
    /// The less of a candidate the question speaks of, the nearer comes another one that would fit
    /// the question as well.
    private func unseenRival(of item: RankedItem) -> Double? {
        guard absence > 0 else { return nil }
        let open = 1 - Double(item.best.features[.coverageOfCandidate])
        let rival = Self.usualRival + open * max(0, item.best.rank - Self.usualRival)
        return rival + log(absence)
    }

    /// Adds what depends on the others to an item's features.
    func measure(_ item: inout RankedItem) {
        let rank = item.best.rank
        var features = item.best.features
        defer { item.best.features = features }
        features[.questionLength] = log(1 + Float(asked.text.count))
        features[.questionRarity] = asked.wordTotal / 10
        features[.rank] = Float(rank)
        features[.margin] = Float(margin(of: item))
        features[.rivals] = Float(rivals(of: item))
        features[.answerShare] = Float(log(min(max(shareByAnswer[item.answer] ?? 0, 1e-4), 1)))
        let union = unionCoverage(of: item)
        features[.coverageByAll] = union.coverage
        features[.missingFromAll] = union.missing / 10
    }

    private func margin(of item: RankedItem) -> Double {
        var best = unseenRival(of: item) ?? -.infinity
        for (answer, rank) in bestByAnswer where answer != item.answer { best = max(best, rank) }
        return min(max(item.best.rank - best, -1), 12)
    }

    private func rivals(of item: RankedItem) -> Double {
        var sum = unseenRival(of: item).map { exp(min($0 - item.best.rank, 20)) } ?? 0
        for contender in contenders where contender.answer != item.answer {
            sum += exp(min(max(contender.rank - item.best.rank, -50), 20))
        }
        return max(log(sum + 1e-6), -12)
    }

    /// The question's words against everything that was found with the same answer.
    private func unionCoverage(of item: RankedItem) -> (coverage: Float, missing: Float) {
        var texts: [MatchText] = []
        for contender in contenders where contender.answer == item.answer && texts.count < 24 {
            texts.append(contender.text)
        }
        var sum: Float = 0
        var missing: Float = 0
        for (word, rarity) in zip(asked.text.atoms.words, asked.rarities.words) {
            var best: Float = 0
            for text in texts where best < 1 {
                best = max(best, Likeness.match(of: word, in: asked.text.atoms, to: text))
            }
            sum += best * rarity
            missing = max(missing, (1 - best) * rarity)
        }
        return (asked.wordTotal > 0 ? sum / asked.wordTotal : 0, missing)
    }
}
