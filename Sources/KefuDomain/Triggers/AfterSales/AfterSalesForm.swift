/// The 售后 form.
enum AfterSalesForm {
    static func values(_ reading: Reading, pictures: Int, now: Timestamp) -> [FormValue] {
        let amounts = Amount.all(in: reading)
        let times = reading.times(amounts, now: now)
        let codes = CodeFields.values(reading)
        let symptom = SymptomField.value(reading, times)
        return [
            codes.serial, codes.firmware,
            SpokenFields.surroundings(reading, amounts), symptom,
            SpokenFields.time(reading, times),
            SpokenFields.frequency(reading, amounts), codes.alarm, SpokenFields.tried(reading),
            SpokenFields.pictures(reading, amounts, sent: pictures),
            Urgency.value(reading, isFaulty: !symptom.isNull || codes.holdsAlarm),
        ]
    }
}

extension CodeFields.Values {
    /// A code, not the word that there is none.
    var holdsAlarm: Bool {
        guard case .text(let text) = alarm else { return false }
        return text.utf8.contains { (0x30...0x39).contains($0) }
    }
}

/// 紧急程度 as sizes: L large (danger, a whole site, a car held fast, or so said), M medium (a
/// fault), S small (no hurry, or so said); null where nothing is broken and nothing said.
enum Urgency {
    static func value(_ reading: Reading, isFaulty: Bool) -> FormValue {
        if isDangerous(reading) || isSaid(outages, reading) { return .text("L") }
        if calm.contains(in: reading, 0..<reading.count) { return .text("S") }
        if isSaid(hurries, reading) { return .text("L") }
        return isFaulty ? .text("M") : .null
    }

    /// Whether the pile must not be touched.
    static func isDangerous(_ reading: Reading) -> Bool { isSaid(dangers, reading) }

    private static func isSaid(_ words: WordTable<Void>, _ reading: Reading) -> Bool {
        words.mentions(in: reading).contains {
            reading.negation(before: $0.range.lowerBound) == nil
                && !reading.begins(names, at: $0.range.lowerBound)
        }
    }

    private static let dangers = WordTable<Void>(
        """
        冒烟|起火|着火|焦味|糊味|烧焦|漏电|触电|麻手|电人|火花|打火|爆炸|进水|泡水|被淹|smoke|fire|burning|electric shock
        sparks|flooded
        """)
    private static let outages = WordTable<Void>(
        """
        全站|整站|整个站|所有桩|所有的桩|全部停|都停了|全停|都充不了|都不能充|全都充不了|瘫痪|停运|停业|拔不出|拔不下|拔不了|枪卡死
        whole site|all chargers|entire site|can't unplug|cannot unplug|won't unlock|stuck in
        """)
    private static let hurries = WordTable<Void>(
        """
        急|紧急|马上|立刻|立即|赶紧|赶快|尽快|十万火急|等着用|等着走|加急|催|快点|速来|urgent|urgently|asap|immediately
        as soon as possible|right away|emergency
        """
    )
    /// Things that are called so.
    private static let names = WordTable<Void>("急停|急刹")
    private static let calm = WordTable<Void>(
        "不急|不着急|不紧急|有空再|方便的时候|不影响使用|不影响|慢慢来|not urgent|no rush|no hurry|when you have time")
}
