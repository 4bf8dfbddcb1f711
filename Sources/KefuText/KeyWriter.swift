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
    /// Whether those letters are all ASCII; kept along, so that a long word is not read again.
    private var lettersAreASCII = true
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
            lettersAreASCII = true
        }
        lettersAreASCII = lettersAreASCII && Self.isASCII(letters)
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
            return Self.isASCII(letters) && lettersAreASCII
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
        var reader = NumberReader(text, at: start)
        var number = reader.readNumber()
        let unit = reader.readUnit(isGlued: isGlued)
        place = reader.place
        let isTemperature =
            unit == Unit.celsius.scalarValues || (unit == nil && reader.isBeforeDegree)
        if isTemperature, hasMinus(before: start) { number.insert(Signs.hyphen, at: 0) }
        if let unit { number += unit }
        let joins = isGlued || (unit == nil && followsPrefix(number))
        if endsInWord, !joins { key.append(Signs.space) }
        key += number
        finish(unit == nil ? .number : .measure)
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
}
