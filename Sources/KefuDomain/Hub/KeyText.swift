/// A normalised text in which words are looked up.
struct KeyText {
    let bytes: [UInt8]

    /// - Parameter key: no upper case, no punctuation outside numbers and codes.
    init(_ key: String) {
        bytes = Array(key.utf8)
    }

    /// Which of some words occur, by their indices. Latin words do so only as a whole, with anything
    /// but a letter at either end (`exw价格`, `fob 2`); Han words anywhere.
    func occurring(_ words: WordFinder) -> Set<Int> {
        var found: Set<Int> = []
        _ = words.search(bytes) { index, range in
            if isWhole(range) { found.insert(index) }
            return false
        }
        return found
    }

    /// Whether any of some words occurs.
    func contains(any words: WordFinder) -> Bool {
        words.search(bytes) { _, range in isWhole(range) }
    }

    private func isWhole(_ range: Range<Int>) -> Bool {
        let (start, end) = (range.lowerBound, range.upperBound)
        let joinsBefore = start > 0 && isLetter(bytes[start - 1]) && isLetter(bytes[start])
        let joinsAfter = end < bytes.count && isLetter(bytes[end]) && isLetter(bytes[end - 1])
        return !joinsBefore && !joinsAfter
    }

    private func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }
}
