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
