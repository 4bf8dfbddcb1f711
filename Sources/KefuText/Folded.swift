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

/// The punctuation that means something inside numbers, codes and words.
enum Signs {
    static let space: UInt32 = 0x20
    static let hyphen: UInt32 = 0x2D
    static let point: UInt32 = 0x2E
    static let comma: UInt32 = 0x2C
    static let percent: UInt32 = 0x25
    static let zero: UInt32 = 0x30
    static let cross: UInt32 = 0x78

    static func isApostrophe(_ scalar: UInt32) -> Bool { scalar == 0x27 || scalar == 0x2019 }

    /// `-`, `_`, the Unicode dashes, the minus sign, and the tildes that write ranges.
    static func isDash(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2D, 0x7E, 0x2010...0x2015, 0x2212, 0x223C, 0x301C: true
        default: false
        }
    }

    static func isHyphen(_ scalar: UInt32) -> Bool { isDash(scalar) || scalar == 0x5F }

    /// `×` and `*`.
    static func isTimes(_ scalar: UInt32) -> Bool { scalar == 0xD7 || scalar == 0x2A }

    /// What joins the parts of a unit such as kW·h.
    static func isUnitJoint(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xB7, 0x22C5, 0x2219, point: true
        default: isTimes(scalar) || isHyphen(scalar)
        }
    }

    /// How a sign between two digits without spaces is kept; `nil` when it separates them.
    static func insideNumber(_ scalar: UInt32) -> UInt32? {
        switch scalar {
        case point, 0x3A, 0x2F, 0x2B: scalar
        case 0x2044: 0x2F
        case _ where isDash(scalar): hyphen
        case _ where isTimes(scalar): cross
        default: nil
        }
    }
}
