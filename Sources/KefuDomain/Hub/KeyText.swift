/// A normalised text in which words are looked up.
struct KeyText {
    let bytes: [UInt8]

    /// - Parameter key: no upper case, no punctuation outside numbers and codes.
    init(_ key: String) {
        bytes = Array(key.utf8)
    }

    /// Whether a word occurs. Latin words do so only as a whole, with anything but a letter at
    /// either end (`exw价格`, `fob 2`); Han words anywhere.
    func contains(_ word: String) -> Bool {
        let word = Array(word.utf8)
        guard let first = word.first, word.count <= bytes.count else { return false }
        for start in 0...bytes.count - word.count where bytes[start] == first {
            let end = start + word.count
            if bytes[start..<end].elementsEqual(word), isWhole(start, end) { return true }
        }
        return false
    }

    private func isWhole(_ start: Int, _ end: Int) -> Bool {
        let joinsBefore = start > 0 && isLetter(bytes[start - 1]) && isLetter(bytes[start])
        let joinsAfter = end < bytes.count && isLetter(bytes[end]) && isLetter(bytes[end - 1])
        return !joinsBefore && !joinsAfter
    }

    private func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }
}
