import Support
import Testing

@testable import KefuDomain

private func score(_ score: Int, _ hours: Int) -> BestScore {
    BestScore(score: score, at: Timestamp(seconds: 1_760_000_000 + 3600 * Int64(hours)))
}

@Test(
    arguments: [
        (score(50, 0), nil, .replace(score(50, 0))),
        (nil, nil, .keep),
        (score(50, 1), score(60, 0), .keep),
        (score(60, 1), score(60, 0), .replace(score(60, 1))),
        (score(60, 0), score(60, 1), .keep),
        (score(70, 1), score(60, 0), .replace(score(70, 1))),
        (score(70, -720), score(60, 0), .replace(score(70, -720))),
        (score(70, -721), score(60, 0), .keep),
        (score(50, 720), score(60, 0), .keep),
        (score(50, 721), score(60, 0), .rescan),
        (score(60, 721), score(60, 0), .replace(score(60, 721))),
    ] as [(BestScore?, BestScore?, BestScoreChange)])
func theBestOfThirtyDays(new: BestScore?, kept: BestScore?, change: BestScoreChange) {
    let newest = [new?.at, kept?.at, Timestamp(seconds: 1_760_000_000)].compactMap(\.self).max()
    #expect(
        BestScore.change(
            new, kept: kept, newestAt: newest ?? Timestamp(seconds: 0), days: 30) == change)
}

@Test func ourMessageCanMakeTheBestTooOld() {
    let newest = score(0, 721).at
    #expect(BestScore.change(nil, kept: score(60, 0), newestAt: newest, days: 30) == .rescan)
}

/// Whatever comes in whatever order, what is kept is the best of the messages that count.
@Test func whatIsKeptIsTheBestThereIs() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<300 {
        var all: [BestScore] = []
        var kept: BestScore?
        for step in 0..<25 {
            let hours = step * 100 + Int.random(in: -500...200, using: &random)
            let new = score(Int.random(in: 0...5, using: &random) * 20, hours)
            all.append(new)
            guard let newestAt = all.map(\.at).max() else { continue }
            let recent = all.filter { $0.at >= BestScore.oldest(newestAt: newestAt, days: 30) }
            let best = recent.max { ($0.score, $0.at) < ($1.score, $1.at) }
            switch BestScore.change(new, kept: kept, newestAt: newestAt, days: 30) {
            case .keep: break
            case .replace(let replacement): kept = replacement
            case .rescan: kept = best
            }
            #expect(kept == best)
        }
    }
}
