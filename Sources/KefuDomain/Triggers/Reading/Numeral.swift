/// A number as it is written: in digits, in Chinese or in English.
struct Numeral: Sendable {
    let range: Range<Int>
    /// `nil` where there are more digits than anything has that is counted here.
    let value: Double?
    /// The higher end of 两三台.
    var upper: Double?
    var isVague = false
    /// No digits: nothing that touches it makes it a code.
    var isWord = false

    /// The longest number that begins at a place.
    static func read(in reading: Reading, at place: Int) -> Numeral? {
        guard place < reading.count else { return nil }
        let scalar = reading.folded[place]
        if Sign.isDigit(scalar) { return digits(in: reading, at: place) }
        if HanNumber.begins(scalar) { return han(in: reading, at: place) }
        guard Sign.isLetter(scalar), let word = words.match(in: reading, at: place) else {
            return nil
        }
        return Numeral(range: word.range, value: word.tag, isWord: true)
    }

    private static let words = WordTable<Double>([
        (1, "one"), (2, "two|a pair of"), (3, "three"), (4, "four"), (5, "five"),
        (6, "six"), (7, "seven"), (8, "eight"), (9, "nine"), (10, "ten"), (11, "eleven"),
        (12, "twelve|a dozen|dozen"), (15, "fifteen"), (16, "sixteen"), (18, "eighteen"),
        (20, "twenty"), (24, "two dozen"), (25, "twenty five"), (30, "thirty"), (40, "forty"),
        (50, "fifty"), (60, "sixty"), (80, "eighty"), (100, "a hundred|one hundred|hundred"),
        (120, "one hundred and twenty|one hundred twenty"), (200, "two hundred"),
    ])

    private static func han(in reading: Reading, at place: Int) -> Numeral? {
        HanNumber.read(at: place, reading.scalar).map { number in
            Numeral(
                range: place..<place + number.count, value: number.value, upper: number.upper,
                isVague: number.isVague, isWord: true)
        }
    }

    /// `1,200`, `0.12`, 1.5万.
    private static func digits(in reading: Reading, at start: Int) -> Numeral {
        var text: [UInt8] = []
        var place = start
        while place < reading.count {
            let scalar = reading.folded[place]
            let isInside =
                scalar == Sign.point && !text.contains(UInt8(ascii: "."))
                || scalar == Sign.comma && isGroup(in: reading, at: place)
            if Sign.isDigit(scalar)
                || scalar == Sign.point && isInside && hasDigit(reading, place + 1)
            {
                text.append(UInt8(scalar))
            } else if !(scalar == Sign.comma && isInside) {
                break
            }
            place += 1
            if text.count > 12 { return tooLong(in: reading, from: start, to: place) }
        }
        let value = Double(String(decoding: text, as: UTF8.self))
        return multiplied(Numeral(range: start..<place, value: value), in: reading)
    }

    private static func tooLong(in reading: Reading, from start: Int, to end: Int) -> Numeral {
        var end = end
        while end < reading.count, Sign.isDigit(reading.folded[end]) { end += 1 }
        return Numeral(range: start..<end, value: nil)
    }

    private static func hasDigit(_ reading: Reading, _ place: Int) -> Bool {
        place < reading.count && Sign.isDigit(reading.folded[place])
    }

    private static func isGroup(in reading: Reading, at place: Int) -> Bool {
        (1...3).allSatisfy { hasDigit(reading, place + $0) } && !hasDigit(reading, place + 4)
    }

    /// 2万, 3千: but 5千瓦 is 5 kW.
    private static func multiplied(_ number: Numeral, in reading: Reading) -> Numeral {
        let end = number.range.upperBound
        guard end < reading.count, let value = number.value,
            let factor = HanNumber.multiplier(at: end, reading.scalar)
        else { return number }
        return Numeral(range: number.range.lowerBound..<end + 1, value: value * factor)
    }
}
