import Glibc

/// How much a question without an answer counts: each time it was asked counts 1 then, and half of
/// that two weeks later.
///
/// All fade alike, so their order stays as long as nobody asks. An asking is therefore stored with
/// the weight 2^((t − t0) / two weeks), which never changes and adds up; only showing it looks at
/// the clock. Source: forward decay; Cormode, Shkapenyuk, Srivastava, Xu, ICDE 2009.
public enum GapWeight {
    /// The time in which an asking loses half of its weight.
    public static let halfLife = Duration.seconds(14 * 86_400)
    /// 2026-01-01T00:00:00Z; from 39 years behind it on, weights no longer grow.
    private static let origin = Timestamp(seconds: 1_767_225_600)
    private static let mostHalfLives = 1000.0

    /// The weight of an asking as it is stored, for ever.
    public static func stored(askedAt time: Timestamp) -> Double { exp2(halfLives(at: time)) }

    /// What a sum of stored weights is worth at a moment: 1 for what was asked just then.
    public static func present(_ stored: Double, at now: Timestamp) -> Double {
        stored * exp2(-halfLives(at: now))
    }

    private static func halfLives(at time: Timestamp) -> Double {
        let passed = time.since(origin) / halfLife
        return min(max(passed, -mostHalfLives), mostHalfLives)
    }
}
