/// Many words, looked for in a text of bytes in one pass.
///
/// A message is looked through for some hundred and fifty words; one after another they cost more
/// than all else that is done with it.
struct WordFinder: Sendable, Equatable {
    private struct Word: Sendable, Equatable {
        /// Where it begins in `letters`.
        let start: Int
        let count: Int
        /// Its place in the list that it came in.
        let index: Int
    }

    /// All words behind each other, by their first byte.
    private let letters: [UInt8]
    private let words: [Word]
    /// For every first byte, where its words begin in `words`; one more for the end.
    private let starts: [Int]

    /// - Parameter words: empty ones are never found; of equal ones only the first is.
    init(_ words: [String]) {
        var known: Set<String> = []
        let all = words.enumerated().filter {
            !$0.element.isEmpty && known.insert($0.element).inserted
        }
        .map { (bytes: Array($0.element.utf8), index: $0.offset) }
        .sorted { ($0.bytes[0], $0.index) < ($1.bytes[0], $1.index) }
        var letters: [UInt8] = []
        var places: [Word] = []
        var starts = [Int](repeating: 0, count: 257)
        for (bytes, index) in all {
            places.append(Word(start: letters.count, count: bytes.count, index: index))
            letters += bytes
            starts[Int(bytes[0]) + 1] += 1
        }
        for byte in 1...256 { starts[byte] += starts[byte - 1] }
        self.letters = letters
        self.words = places
        self.starts = starts
    }

    /// Finds the words wherever they stand, overlapping or not, from left to right.
    /// - Parameter body: gets the index of a word and where it stands; true ends the search.
    /// - Returns: whether the body ended it.
    func search(_ text: [UInt8], _ body: (Int, Range<Int>) -> Bool) -> Bool {
        text.withUnsafeBufferPointer { text in
            letters.withUnsafeBufferPointer { letters in
                for place in text.indices {
                    let first = Int(text[place])
                    for word in words[starts[first]..<starts[first + 1]]
                    where Self.stands(word, letters, text, place) {
                        if body(word.index, place..<place + word.count) { return true }
                    }
                }
                return false
            }
        }
    }

    private static func stands(
        _ word: Word, _ letters: UnsafeBufferPointer<UInt8>, _ text: UnsafeBufferPointer<UInt8>,
        _ place: Int
    ) -> Bool {
        guard place + word.count <= text.count else { return false }
        var offset = 1
        while offset < word.count, letters[word.start + offset] == text[place + offset] {
            offset += 1
        }
        return offset == word.count
    }
}
