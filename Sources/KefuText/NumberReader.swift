/// Reads a number and its unit from a folded text.
struct NumberReader {
    let text: Folded
    /// Where the next thing is read.
    private(set) var place: Int

    init(_ text: Folded, at place: Int) {
        self.text = text
        self.place = place
    }

    /// The number at this place, with what belongs to its inside; leaves `place` behind it.
    mutating func readNumber() -> [UInt32] {
        var number: [UInt32] = []
        if text.scalars[place] == Signs.point {
            number = [Signs.zero, Signs.point]
            place += 1
        }
        var canGroup = number.isEmpty
        while true {
            let end = text.endOfDigits(from: place)
            let digits = text.scalars[place..<end]
            number += digits
            place = end
            if canGroup, digits.count <= 3 { readGroups(into: &number) }
            guard let (sign, next) = insideSign(at: place) else { return number }
            number.append(sign)
            canGroup = sign == Signs.hyphen || sign == Signs.cross
            place = next
        }
    }

    /// Whether a comma and exactly three digits stand at a place.
    private func hasGroup(at place: Int) -> Bool {
        place < text.count && text.scalars[place] == Signs.comma
            && text.endOfDigits(from: place + 1) == place + 4
    }

    private mutating func readGroups(into number: inout [UInt32]) {
        while hasGroup(at: place) {
            number += text.scalars[place + 1...place + 3]
            place += 4
        }
    }

    /// The sign between two numbers that makes them one, and where the second begins.
    private func insideSign(at place: Int) -> (sign: UInt32, next: Int)? {
        guard place < text.count else { return nil }
        if text.has(.digit, at: place + 1), let sign = Signs.insideNumber(text.scalars[place]) {
            return (sign, place + 1)
        }
        return spacedSign(at: place)
    }

    /// A dash or a multiplication sign between numbers, spaces around it allowed.
    private func spacedSign(at place: Int) -> (sign: UInt32, next: Int)? {
        let middle = skippingSpaces(from: place)
        guard middle < text.count else { return nil }
        let sign = text.scalars[middle]
        let isTimes = Signs.isTimes(sign)
        let next = skippingSpaces(from: middle + 1)
        guard isTimes || Signs.isDash(sign), text.has(.digit, at: next) else {
            return letterSign(at: place)
        }
        return (isTimes ? Signs.cross : Signs.hyphen, next)
    }

    /// A lone letter `x` between numbers. The key has only spaces there: any separator counts.
    private func letterSign(at place: Int) -> (sign: UInt32, next: Int)? {
        let middle = text.skippingSeparators(from: place)
        guard middle < text.count, text.scalars[middle] == Signs.cross else { return nil }
        let next = text.skippingSeparators(from: middle + 1)
        return text.has(.digit, at: next) ? (Signs.cross, next) : nil
    }

    private func skippingSpaces(from start: Int) -> Int {
        var end = start
        while end < text.count, text.scalars[end] == Signs.space { end += 1 }
        return end
    }
}

// MARK: - Units

extension NumberReader {
    /// Whether 度 follows.
    var isBeforeDegree: Bool {
        let next = text.skippingSeparators(from: place)
        return next < text.count && text.scalars[next] == 0x5EA6
    }

    /// The unit behind a number, if there is one; leaves `place` behind it.
    ///
    /// - Parameter isGlued: the number belongs to a code, and so does its unit: at most a hyphen
    ///   stands between them.
    mutating func readUnit(isGlued: Bool) -> [UInt32]? {
        let start = text.skippingSeparators(from: place)
        if let percent = (place..<start).first(where: { text.scalars[$0] == Signs.percent }) {
            place = percent + 1
            return [Signs.percent]
        }
        guard
            let (symbol, end) = UnitTable.shared.chineseUnit(in: text, at: start)
                ?? latinUnit(at: start, isGlued: isGlued)
        else { return nil }
        place = end
        return symbol
    }

    /// The longest unit in Latin letters, its parts joined as in `kW·h` or not.
    private func latinUnit(at start: Int, isGlued: Bool) -> (symbol: [UInt32], end: Int)? {
        let isNear =
            start == place || (start == place + 1 && Signs.isHyphen(text.scalars[place]))
        guard text.isLetter(at: start), isNear || !isGlued else { return nil }
        var letters: [UInt32] = []
        var found: (symbol: [UInt32], end: Int)?
        var next = start
        repeat {
            let end = text.endOfLetters(from: next)
            letters += text.scalars[next..<end].filter { !Signs.isApostrophe($0) }
            found = unit(of: letters, from: start, to: end) ?? found
            guard end < text.count, Signs.isUnitJoint(text.scalars[end]) else { break }
            next = end + 1
        } while text.isLetter(at: next) && letters.count < UnitTable.shared.longestLatin
        return found
    }

    /// The unit that some letters name, alone or with one digit behind them, as in `m2`.
    private func unit(
        of letters: [UInt32], from start: Int, to end: Int
    ) -> (symbol: [UInt32], end: Int)? {
        if isLoneDigit(at: end) {
            let symbol = UnitTable.shared.symbol(for: letters + [text.scalars[end]])
            return symbol.map { ($0, end + 1) }
        }
        guard !text.has(.digit, at: end), !isArticle(letters, from: start, to: end) else {
            return nil
        }
        return UnitTable.shared.symbol(for: letters).map { ($0, end) }
    }

    /// Whether one digit stands at a place and no longer number or word begins with it.
    private func isLoneDigit(at place: Int) -> Bool {
        guard text.endOfDigits(from: place) == place + 1, !text.isLetter(at: place + 1),
            !hasGroup(at: place + 1)
        else { return false }
        return !text.has(.digit, at: place + 2)
            || Signs.insideNumber(text.scalars[place + 1]) == nil
    }

    /// Whether a lone `a` between spaces is the English article: `10 a day`.
    private func isArticle(_ letters: [UInt32], from start: Int, to end: Int) -> Bool {
        guard letters == [0x61], start > place else { return false }
        let next = text.skippingSeparators(from: end)
        return next > end && text.isLetter(at: next)
    }
}
