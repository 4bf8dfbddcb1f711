import CText

/// What a folded scalar is to the analyser; the raw values are those of `ktext_kind`.
enum ScalarKind: UInt8 {
    /// Separates: space, punctuation, symbol, emoji, control.
    case other
    /// A letter of any script without a kind of its own.
    case letter
    /// Belongs to the letter before it.
    case mark
    /// An ASCII digit.
    case digit
    case han, kana, hangul

    init(of scalar: UInt32) {
        self = ScalarKind(rawValue: UInt8(truncatingIfNeeded: ktext_kind(scalar))) ?? .other
    }

    /// Written without spaces: a separator beside it carries no meaning.
    var isIdeographic: Bool { self == .han || self == .kana }
    /// Part of a run of letters.
    var isLetter: Bool { self == .letter || self == .hangul }
}

/// A text folded character by character, before spaces and punctuation are judged.
struct Folded {
    let scalars: [UInt32]
    let kinds: [ScalarKind]

    /// Unicode NFKC_Casefold, decimal digits of every script to ASCII, traditional to simplified.
    init(_ text: String) {
        var text = text
        let folded = text.withUTF8 { utf8 in
            utf8.withMemoryRebound(to: CChar.self) { bytes in
                Self.fold(bytes, capacity: bytes.count)
            }
        }
        self.init(scalars: folded)
    }

    /// Scalars that are folded already.
    init(scalars: [UInt32]) {
        self.scalars = scalars
        var kinds: [ScalarKind] = []
        kinds.reserveCapacity(scalars.count)
        for scalar in scalars { kinds.append(ScalarKind(of: scalar)) }
        self.kinds = kinds
    }

    private static func fold(_ bytes: UnsafeBufferPointer<CChar>, capacity: Int) -> [UInt32] {
        var needed = 0
        let scalars = [UInt32](unsafeUninitializedCapacity: capacity) { buffer, count in
            needed = ktext_fold(bytes.baseAddress, bytes.count, buffer.baseAddress, capacity)
            count = min(needed, capacity)
        }
        return needed > capacity ? fold(bytes, capacity: needed) : scalars
    }

    var count: Int { scalars.count }

    /// The kind at a place, `nil` outside the text.
    func kind(_ place: Int) -> ScalarKind? {
        kinds.indices.contains(place) ? kinds[place] : nil
    }

    func has(_ kind: ScalarKind, at place: Int) -> Bool {
        place < kinds.count && place >= 0 && kinds[place] == kind
    }

    func isLetter(at place: Int) -> Bool {
        place < kinds.count && place >= 0 && kinds[place].isLetter
    }

    /// The first place from here on that is no separator; the end when there is none.
    func skippingSeparators(from start: Int) -> Int {
        var place = start
        while place < kinds.count, kinds[place] == .other || kinds[place] == .mark { place += 1 }
        return place
    }

    func endOfDigits(from start: Int) -> Int {
        var place = start
        while place < kinds.count, kinds[place] == .digit { place += 1 }
        return place
    }

    /// The end of the letters that begin here: with their marks, over apostrophes inside a word.
    func endOfLetters(from start: Int) -> Int {
        var place = start
        while place < kinds.count {
            switch kinds[place] {
            case .letter, .hangul, .mark: place += 1
            case .other where Signs.isApostrophe(scalars[place]):
                guard has(.letter, at: place - 1), has(.letter, at: place + 1) else { return place }
                place += 1
            default: return place
            }
        }
        return place
    }
}
