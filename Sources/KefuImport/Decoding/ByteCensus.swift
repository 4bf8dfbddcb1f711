/// Counts the kinds of byte pairs in a file, to tell GB18030 from Big5 and both from other data.
///
/// Nearly every Big5 file is also valid GB18030 and the reverse, so validity decides nothing. What
/// does: both sets put their few thousand common characters into one block (GB 2312 level 1, Big5
/// level 1), and ordinary text stays inside the block of its own set: more than 0.9 of the pairs
/// against less than 0.8 for the other set, from some eight characters on.
struct ByteCensus {
    private var pairs = 0
    private var gbCommon = 0
    private var gbRare = 0
    private var big5Common = 0
    private var big5Rare = 0
    /// Bytes beyond ASCII that are neither a pair nor a four-byte character of GB18030.
    private(set) var broken = 0

    init(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { _ = take($0, isLast: true) }
    }

    init(_ bytes: ByteView) {
        bytes.scan { piece, _, isLast in take(piece, isLast: isLast) }
    }

    /// How much the pairs look like text in GB18030, 0 to 1.
    var gb18030: Double { share(gbCommon, gbRare) }

    /// How much the pairs look like text in Big5, 0 to 1.
    var big5: Double { share(big5Common, big5Rare) }

    /// Too little to tell two charsets apart.
    var isShort: Bool { pairs < 8 }

    /// The charset of text that is not UTF-8; `nil` when it looks like neither.
    var verdict: Charset? {
        if Double(broken) > 0.1 * Double(pairs) + 1 { return nil }
        if !isShort, big5 >= 0.9, big5 - gb18030 >= 0.45 { return .big5 }
        return gb18030 >= 0.45 ? .gb18030 : nil
    }

    private func share(_ common: Int, _ rare: Int) -> Double {
        pairs == 0 ? 0 : (Double(common) + 0.3 * Double(rare)) / Double(pairs)
    }

    /// - Returns: how many bytes were counted: all but a character that the next piece completes.
    private mutating func take(_ piece: UnsafeBufferPointer<UInt8>, isLast: Bool) -> Int {
        var place = 0
        while place < piece.count {
            if !isLast, piece.count - place < 4, place > 0 { return place }
            place += piece[place] < 0x80 ? 1 : take(at: place, in: piece)
        }
        // Four bytes of GB18030 may reach over the end.
        return min(place, piece.count)
    }

    /// Counts the character at a place and returns its length.
    private mutating func take(at place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let lead = bytes[place]
        let trail = place + 1 < bytes.count ? bytes[place + 1] : 0
        guard (0x81...0xFE).contains(lead) else {
            broken += 1
            return 1
        }
        if (0x30...0x39).contains(trail), place + 3 < bytes.count { return 4 }
        guard (0x40...0xFE).contains(trail), trail != 0x7F else {
            broken += 1
            return 1
        }
        pairs += 1
        count(lead, trail)
        return 2
    }

    private mutating func count(_ lead: UInt8, _ trail: UInt8) {
        if trail >= 0xA1 {
            // Rows 1 to 3: punctuation, numerals, full-width letters. Rows 16 to 55: level 1.
            switch lead {
            case 0xA1...0xA3, 0xB0...0xD7: gbCommon += 1
            case 0xD8...0xF7: gbRare += 1
            default: break
            }
        }
        if trail <= 0x7E || trail >= 0xA1 {
            switch lead {
            case 0xA1...0xC6: big5Common += 1
            case 0xC9...0xF9: big5Rare += 1
            default: break
            }
        }
    }
}
