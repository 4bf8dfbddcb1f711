import Glibc
import KefuDomain
import KefuText

/// Measures each item among all that were found: how far it is ahead, who shares its answer.
struct PoolMeasures {
    private let contenders: [Contender]
    /// The best of each kind: how many more were looked at says nothing.
    private let leaders: [Contender]
    private let bestByAnswer: [AnswerID: Double]
    /// Of all leaders of the same kind.
    private let shareByAnswer: [AnswerID: Double]
    private let asked: AskedText
    private let texts: Int
    /// The part of a first base that this one does not have yet, 0...1: it holds rivals nobody wrote.
    private let absence: Double

    /// - Parameters:
    ///   - contenders: all that were found.
    ///   - texts: how many texts the base holds.
    init(_ contenders: [Contender], asked: AskedText, texts: Int) {
        self.contenders = contenders
        self.asked = asked
        self.texts = texts
        absence = max(0, 1 - Double(texts) / Self.firstBase)
        leaders = HitKind.allCases.flatMap { kind in
            contenders.indices.filter { contenders[$0].item.kind == kind }
                .sorted { contenders[$0].standing > contenders[$1].standing }
                .prefix(Self.leaderCount).map { contenders[$0] }
        }
        let top = leaders.map(\.standing).max() ?? 0
        var bests: [AnswerID: Double] = [:]
        var shares: [AnswerID: Double] = [:]
        var totals: [HitKind: Double] = [:]
        for leader in leaders {
            let (answer, rank) = (leader.answer, leader.standing)
            bests[answer] = max(bests[answer] ?? rank, rank)
            let weight = exp(Self.softness * (rank - top))
            shares[answer, default: 0] += weight
            totals[answer.kind, default: 0] += weight
        }
        let unseen = absence * (Self.firstBase - Double(leaders.count))
        totals[.entry, default: 0] += unseen * exp(Self.softness * (Self.usualRival - top))
        for (answer, share) in shares {
            shares[answer] = share / max(totals[answer.kind] ?? 1, 1e-300)
        }
        bestByAnswer = bests
        shareByAnswer = shares
    }

    private static let leaderCount = 50
    /// The texts of a base that is its own measure: in one of five, nothing else is ever found.
    private static let firstBase = 50.0
    /// About what the best wrong candidate reaches.
    private static let usualRival = 2.0

    /// The rank of a rival that is not in the base yet. The less of a candidate the question speaks
    /// of, the nearer comes another one that would fit the question as well.
    private func unseenRival(of item: RankedItem) -> Double? {
        guard absence > 0, item.answer.kind == .entry else { return nil }
        let open = min(1, 2 - 2 * Double(item.best.features[.coverageOfCandidate]))
        let rival = Self.usualRival + open * max(0, item.best.standing - Self.usualRival)
        return rival + log(absence)
    }

    /// How flat the shares of answers are: 1 would follow the ranks fully.
    private static let softness = 0.4

    /// Adds what depends on the others to an item's features.
    func measure(_ item: inout RankedItem) {
        let rank = item.best.standing
        var features = item.best.features
        defer { item.best.features = features }
        features[.questionLength] = log(1 + Float(asked.text.count))
        features[.questionRarity] = asked.wordTotal / 10
        features[.baseSize] = log(Float(max(Int(Self.firstBase), texts)))
        features[.rank] = Float(rank - RankingModel.current.ruled(features))
        features[.margin] = Float(margin(of: item))
        features[.rivals] = Float(rivals(of: item))
        features[.answerShare] = Float(log(min(max(shareByAnswer[item.answer] ?? 0, 1e-4), 1)))
        let union = unionCoverage(of: item)
        features[.coverageByAll] = union.coverage
        features[.missingFromAll] = union.missing / 10
    }

    /// An entry and a passage that say the same do not compete.
    private func isRival(_ answer: AnswerID, of item: RankedItem) -> Bool {
        answer.kind == item.answer.kind && answer != item.answer
    }

    private func margin(of item: RankedItem) -> Double {
        var best = unseenRival(of: item) ?? -.infinity
        for (answer, rank) in bestByAnswer where isRival(answer, of: item) {
            best = max(best, rank)
        }
        return min(max(item.best.standing - best, -1), 12)
    }

    private func rivals(of item: RankedItem) -> Double {
        var sum = unseenRival(of: item).map { exp(min($0 - item.best.standing, 20)) } ?? 0
        for leader in leaders where isRival(leader.answer, of: item) {
            sum += exp(min(max(leader.standing - item.best.standing, -50), 20))
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
