/// A physical unit in its one normal spelling, with what people write for it behind a number.
struct Unit {
    let symbol: String
    /// Latin spellings besides the symbol.
    let words: [String]
    /// Chinese spellings; the first is emitted as a term beside the symbol.
    let chinese: [String]

    static let celsius = "c"

    /// Every unit that is unified behind a number. 度 alone stays: it may be degrees or kWh.
    static let all: [Unit] = [
        Unit("w", ["watt", "watts"], ["瓦", "瓦特"]),
        Unit("kw", ["kws", "kilowatt", "kilowatts"], ["千瓦", "千瓦特"]),
        Unit("mw", ["megawatt", "megawatts"], ["兆瓦"]),
        Unit("wh", [], ["瓦时"]),
        Unit("kwh", ["kwhs"], ["千瓦时", "度电"]),
        Unit("mwh", [], ["兆瓦时"]),
        Unit("v", ["volt", "volts"], ["伏", "伏特"]),
        Unit("kv", [], ["千伏"]),
        Unit("mv", [], ["毫伏"]),
        Unit("a", ["amp", "amps", "ampere", "amperes"], ["安", "安培"]),
        Unit("ma", [], ["毫安"]),
        Unit("ah", [], ["安时"]),
        Unit("mah", [], ["毫安时"]),
        Unit("va", [], ["伏安"]),
        Unit("kva", [], ["千伏安"]),
        Unit("ohm", ["ohms", "ω"], ["欧", "欧姆"]),
        Unit("hz", ["hertz"], ["赫兹", "赫"]),
        Unit("khz", [], ["千赫"]),
        Unit("mhz", [], ["兆赫"]),
        Unit("ghz", [], ["吉赫"]),
        Unit("mm", ["millimeter", "millimeters", "millimetre", "millimetres"], ["毫米"]),
        Unit("cm", ["centimeter", "centimeters", "centimetre", "centimetres"], ["厘米", "公分"]),
        Unit("m", ["meter", "meters", "metre", "metres"], ["米"]),
        Unit("km", ["kilometer", "kilometers", "kilometre", "kilometres"], ["公里", "千米"]),
        Unit("m2", ["sqm"], ["平方米", "平米"]),
        Unit("mm2", [], ["平方毫米"]),
        Unit("m3", [], ["立方米"]),
        Unit("g", ["gram", "grams"], ["克"]),
        Unit("kg", ["kgs", "kilogram", "kilograms"], ["公斤", "千克"]),
        Unit("t", ["ton", "tons", "tonne", "tonnes"], ["吨"]),
        Unit("ml", ["milliliter", "milliliters", "millilitre", "millilitres"], ["毫升"]),
        Unit("l", ["liter", "liters", "litre", "litres"], ["升"]),
        Unit("s", ["sec", "secs", "second", "seconds"], ["秒", "秒钟"]),
        Unit("ms", [], ["毫秒"]),
        Unit("min", ["mins", "minute", "minutes"], ["分钟"]),
        Unit("h", ["hr", "hrs", "hour", "hours"], ["小时"]),
        Unit(celsius, [], ["摄氏度"]),
        Unit("nm", [], []),
        Unit("pa", [], []),
        Unit("kpa", [], []),
        Unit("mpa", [], []),
        Unit("db", [], ["分贝"]),
        Unit("kb", [], []),
        Unit("mb", [], []),
        Unit("gb", [], []),
        Unit("tb", [], []),
    ]

    private init(_ symbol: String, _ words: [String], _ chinese: [String]) {
        self.symbol = symbol
        self.words = words
        self.chinese = chinese
    }
}

/// The unit table by what it is looked up with.
struct UnitTable: Sendable {
    static let shared = UnitTable()

    /// Latin spelling to symbol.
    private let latin: [[UInt32]: [UInt32]]
    /// Chinese spelling to symbol.
    private let chinese: [[UInt32]: [UInt32]]
    /// Symbol to the Chinese term that stands beside it.
    private let names: [[UInt32]: [UInt32]]
    /// The most letters that a unit has.
    let longestLatin: Int
    private let longestChinese: Int
    private let chineseStarts: Set<UInt32>

    private init() {
        var latin: [[UInt32]: [UInt32]] = [:]
        var chinese: [[UInt32]: [UInt32]] = [:]
        var names: [[UInt32]: [UInt32]] = [:]
        for unit in Unit.all {
            let symbol = unit.symbol.scalarValues
            for word in unit.words + [unit.symbol] { latin[word.scalarValues] = symbol }
            for word in unit.chinese { chinese[word.scalarValues] = symbol }
            if let name = unit.chinese.first { names[symbol] = name.scalarValues }
        }
        self.latin = latin
        self.chinese = chinese
        self.names = names
        longestLatin = latin.keys.map(\.count).max() ?? 0
        longestChinese = chinese.keys.map(\.count).max() ?? 0
        chineseStarts = Set(chinese.keys.compactMap(\.first))
    }

    /// The symbol for a unit in Latin letters, as "kilowatts" for `kw`.
    func symbol(for letters: [UInt32]) -> [UInt32]? {
        letters.count <= longestLatin ? latin[letters] : nil
    }

    /// The Chinese name of a unit, as 千瓦 for `kw`.
    func name(of symbol: ArraySlice<UInt32>) -> [UInt32]? {
        symbol.count <= longestLatin ? names[Array(symbol)] : nil
    }

    /// The longest Chinese unit that begins at a place, and where it ends. Separators between its
    /// characters count for nothing, as in the key.
    ///
    /// A unit whose last character begins another word is none: 升 in 升级 is no litre, but 米 in
    /// 米线缆 is a metre, because 线缆 is a word as well.
    func chineseUnit(in text: Folded, at place: Int) -> (symbol: [UInt32], end: Int)? {
        guard place < text.count, chineseStarts.contains(text.scalars[place]) else { return nil }
        var characters: [UInt32] = []
        var ends: [Int] = []
        var next = place
        while characters.count < longestChinese + 2, text.has(.han, at: next) {
            characters.append(text.scalars[next])
            ends.append(next + 1)
            next = text.skippingSeparators(from: next + 1)
        }
        for length in stride(from: min(longestChinese, characters.count), through: 1, by: -1) {
            guard let symbol = chinese[Array(characters[..<length])] else { continue }
            if !Self.runsOn(characters, at: length) { return (symbol, ends[length - 1]) }
        }
        return nil
    }

    private static func runsOn(_ characters: [UInt32], at end: Int) -> Bool {
        guard end < characters.count, Lexicon.isWord(characters[end - 1...end]) else {
            return false
        }
        return end + 1 >= characters.count || !Lexicon.isWord(characters[end...end + 1])
    }
}
