/// A 64-bit digest of texts, to find equal ones by a small index. Not for guarding anything.
///
/// FNV-1a. Source: Fowler, Noll, Vo; draft-eastlake-fnv, 64-bit parameters.
struct Digest {
    private var state: UInt64 = 0xcbf2_9ce4_8422_2325

    /// As it is stored: SQLite's integers are signed.
    var value: Int64 { Int64(bitPattern: state) }

    /// Takes a text and its end, so that ("ab", "c") and ("a", "bc") differ.
    mutating func add(_ text: String) {
        for byte in text.utf8 { add(byte) }
        add(0xFF)  // never a byte of UTF-8
    }

    /// Takes a text without its ASCII white space.
    mutating func addIgnoringSpace(_ text: String) {
        for byte in text.utf8 where byte != 0x20 && !(0x09...0x0D).contains(byte) { add(byte) }
        add(0xFF)
    }

    private mutating func add(_ byte: UInt8) {
        state = (state ^ UInt64(byte)) &* 0x100_0000_01b3
    }
}

extension Digest {
    /// Of a key, as text: it tells equal questions apart from others without their words.
    static func of(_ key: String) -> String {
        var digest = Digest()
        digest.add(key)
        return String(UInt64(bitPattern: digest.value), radix: 36)
    }

    /// Of an answer: equal for answers that differ in white space only.
    static func ofAnswer(_ answer: String) -> Int64 {
        var digest = Digest()
        digest.addIgnoringSpace(answer)
        return digest.value
    }
}
