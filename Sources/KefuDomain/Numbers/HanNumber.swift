/// A number in Chinese characters, simplified: 十二, 两千三百, 一百二 (120), 二零二六, 几十, 两三, 半.
///
/// The one reader of such numbers: forms, facts of a conversation and hard evidence all use it.
struct HanNumber: Sendable, Equatable {
    /// How many characters it takes.
    let count: Int
    /// `nil` where there are more digits than anything has that is counted here.
    let value: Double?
    /// The higher end of 两三.
    let upper: Double?
    /// 几, 十几: the value is no more than a hint.
    let isVague: Bool

    /// Whether it is one number and a whole one.
    var whole: Int? {
        guard !isVague, upper == nil, let value else { return nil }
        return Int(exactly: value)
    }

    static func begins(_ scalar: UInt32) -> Bool { kinds[scalar] != nil }

    /// The longest number that begins at a place.
    /// - Parameter scalar: the text; `nil` behind its end.
    static func read(at start: Int, _ scalar: (Int) -> UInt32?) -> HanNumber? {
        var sum = HanSum()
        var place = start
        while place - start < longest, let next = scalar(place), let kind = kinds[next],
            !beginsUnit(at: place, scalar), sum.take(kind)
        {
            place += 1
        }
        guard place > start else { return nil }
        return HanNumber(
            count: place - start, value: sum.total, upper: sum.upper, isVague: sum.isVague)
    }

    private static let longest = 16

    /// 万, 千 and 百 behind a number, unless they begin a unit.
    static func multiplier(at place: Int, _ scalar: (Int) -> UInt32?) -> Double? {
        guard let next = scalar(place), case .multiplier(let factor)? = kinds[next], factor > 10,
            !beginsUnit(at: place, scalar)
        else { return nil }
        return factor
    }

    /// What one character adds.
    enum Kind {
        case digit(Double), multiplier(Double), some, half, zero
    }

    private static let kinds: [UInt32: Kind] = {
        var kinds: [UInt32: Kind] = [:]
        let digits = "一二三四五六七八九两俩壹贰叁肆伍陆柒捌玖"
        let values: [Double] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 2, 2, 1, 2, 3, 4, 5, 6, 7, 8, 9]
        for (scalar, value) in zip(digits.unicodeScalars, values) {
            kinds[scalar.value] = .digit(value)
        }
        let factors: [Double] = [10, 100, 1000, 1e4, 10, 100, 1000]
        for (scalar, factor) in zip("十百千万拾佰仟".unicodeScalars, factors) {
            kinds[scalar.value] = .multiplier(factor)
        }
        for scalar in "零〇".unicodeScalars { kinds[scalar.value] = .zero }
        kinds[0x51E0] = .some  // 几
        kinds[0x534A] = .half  // 半
        return kinds
    }()

    /// The 千 of 千瓦 counts for the unit: 七千瓦 is 7 kW either way, 一百二十千瓦 only so.
    private static func beginsUnit(at place: Int, _ scalar: (Int) -> UInt32?) -> Bool {
        guard let first = scalar(place) else { return false }
        return units.contains { unit in
            unit[0] == first && unit.indices.allSatisfy { scalar(place + $0) == unit[$0] }
        }
    }

    private static let units: [[UInt32]] =
        ["千瓦", "千伏", "千米", "千克", "百分", "万一", "万能", "百度", "千万别"]
        .map { $0.unicodeScalars.map(\.value) }
}
