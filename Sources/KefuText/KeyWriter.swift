/// Writes the key of a folded text: what stays of it when spelling and layout are taken away.
///
/// - Between Han or kana characters and anything else nothing stays; two words, codes or numbers of
///   other scripts keep one space between them, so that different sentences have different keys.
/// - Numbers keep their inside: `1.5`, `10-20`, `9:00`, `1/2`, `2+1`, `4x6`, `30%`; thousands lose
///   their comma; a minus sign stays before a temperature.
/// - A unit behind a number is joined and unified: `320 KW`, `320千瓦` -> `320kw` (see `Unit`).
/// - Codes lose their hyphen: `E-103`, `E 103` -> `e103`. A hyphen (or `_`) joins short letter groups
///   (up to three letters beside a number, two beside letters) that are no English words; a space does
///   so for two letters before a number of two digits; all other hyphens become spaces.
/// - Apostrophes between letters vanish: `don't` -> `dont`.
///
/// Writing the key of a key changes nothing.
struct KeyWriter {
    /// What the key ends with.
    private enum Tail {
        case start, ideograph, letters, number
        /// A number with its unit, or with %: nothing joins it from behind.
        case measure
    }

    let text: Folded
    private(set) var key: [UInt32] = []
    private var place = 0
    private var tail = Tail.start
    /// Where in the text the last piece ended.
    private var tailEnd = 0
    /// Where in the key the letters at its end begin.
    private var lettersStart = 0
    /// Whether those letters are at the start of their word.
    private var lettersAreFirst = false

    static func key(of text: Folded) -> [UInt32] {
        var writer = KeyWriter(text: text)
        writer.write()
        return writer.key
    }

    private init(text: Folded) {
        self.text = text
        key.reserveCapacity(text.count)
    }

    private mutating func write() {
        while place < text.count {
            switch text.kinds[place] {
            case .han, .kana: writeIdeograph()
            case .letter, .hangul: writeLetters()
            case .digit: writeNumber()
            case .other where startsFraction: writeNumber()
            case .other, .mark: place += 1
            }
        }
    }

    private mutating func writeIdeograph() {
        key.append(text.scalars[place])
        place += 1
        finish(.ideograph)
    }

    private mutating func finish(_ kind: Tail) {
        tail = kind
        tailEnd = place
    }

    private var endsInWord: Bool { tail != .start && tail != .ideograph }
}

// MARK: - Words

extension KeyWriter {
    private mutating func writeLetters() {
        let end = text.endOfLetters(from: place)
        let letters = text.scalars[place..<end]
        let joins = endsInWord && joinsLetters(letters)
        if endsInWord, !joins { key.append(Signs.space) }
        if !(joins && tail == .letters) {
            lettersStart = key.count
            lettersAreFirst = !joins
        }
        for letter in letters where !Signs.isApostrophe(letter) { key.append(letter) }
        place = end
        finish(.letters)
    }

    /// Whether the letters here continue the word at the key's end.
    private func joinsLetters(_ letters: ArraySlice<UInt32>) -> Bool {
        if tailEnd == place { return tail != .measure }
        guard isHyphenated else { return false }
        switch tail {
        case .number: return Self.isAffix(letters, limit: 3)
        case .letters:
            return Self.isASCII(letters) && Self.isASCII(key[lettersStart...])
                && (Self.isAffix(letters, limit: 2) || Self.isAffix(key[lettersStart...], limit: 2))
        case .start, .ideograph, .measure: return false
        }
    }

    /// Whether one hyphen, and nothing else, stands between the key's end and this place.
    private var isHyphenated: Bool {
        tailEnd + 1 == place && Signs.isHyphen(text.scalars[tailEnd])
    }

    private static func isASCII(_ letters: ArraySlice<UInt32>) -> Bool {
        !letters.contains { $0 >= 0x80 }
    }

    /// Whether letters are a short code rather than a word.
    private static func isAffix(_ letters: ArraySlice<UInt32>, limit: Int) -> Bool {
        letters.count <= limit && isASCII(letters) && !Lexicon.isWord(letters)
    }
}

// MARK: - Numbers

extension KeyWriter {
    /// `.5` after no digit, letter, Han character or other point.
    private var startsFraction: Bool {
        guard text.scalars[place] == Signs.point, text.has(.digit, at: place + 1) else {
            return false
        }
        return place == 0
            || (text.kinds[place - 1] == .other && text.scalars[place - 1] != Signs.point)
    }

    private mutating func writeNumber() {
        let isGlued = continuesWord
        let start = place
        var number = readNumber()
        let unit = readUnit(isGlued: isGlued)
        if let unit {
            number += unit
            if unit == Unit.celsius.scalarValues, hasMinus(before: start) {
                number.insert(Signs.hyphen, at: 0)
            }
        } else if isDegree, hasMinus(before: start) {
            number.insert(Signs.hyphen, at: 0)
        }
        let joins = isGlued || (unit == nil && followsPrefix(number))
        if endsInWord, !joins { key.append(Signs.space) }
        key += number
        finish(unit == nil ? .number : .measure)
    }

    /// Whether 度 follows.
    private var isDegree: Bool {
        let next = text.skippingSeparators(from: place)
        return next < text.count && text.scalars[next] == 0x5EA6
    }

    /// Whether the number here belongs to the letters at the key's end, a hyphen between them or not.
    private var continuesWord: Bool {
        guard tail == .letters else { return false }
        return tailEnd == place || (isHyphenated && Self.isAffix(key[lettersStart...], limit: 3))
    }

    /// Whether the key ends in one or two letters to which the number belongs, as in `E 103`.
    private func followsPrefix(_ number: [UInt32]) -> Bool {
        tail == .letters && lettersAreFirst && number.count >= 2 && number.first != Signs.hyphen
            && Self.isAffix(key[lettersStart...], limit: 2)
    }

    /// Whether a minus sign, neither a hyphen nor the dash of a range, stands before a place.
    private func hasMinus(before place: Int) -> Bool {
        guard place > 0, tail != .number, Signs.isDash(text.scalars[place - 1]) else {
            return false
        }
        let before = text.kind(place - 2)
        return before == nil || before == .other || before == .han || before == .kana
    }

    /// The number at this place, with what belongs to its inside; leaves `place` behind it.
    private mutating func readNumber() -> [UInt32] {
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

extension KeyWriter {
    /// Reads the unit behind a number, if there is one, and leaves `place` behind it.
    private mutating func readUnit(isGlued: Bool) -> [UInt32]? {
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
    ///
    /// - Parameter isGlued: the number belongs to a code, and so does its unit: at most a hyphen
    ///   stands between them.
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
