import CText

/// Cuts a run of Han characters into the words of the lexicon.
///
/// The cut is the one whose product of word probabilities is highest (a shortest path over costs);
/// a character that is no word costs `unknown`. Linear in the length of the run.
struct Segmenter {
    private static let longest = Int(ktext_longest_word)
    /// -ln of the probability, in twelfths, of a character that the word list lacks as a word.
    private static let unknown: UInt32 = 200

    private var costs: [UInt32] = []
    private var lengths: [Int] = []

    /// Calls `body` with each word of two characters or more, first to last.
    mutating func forEachWord(
        in scalars: UnsafeBufferPointer<UInt32>, _ run: Range<Int>, _ body: (Range<Int>) -> Void
    ) {
        solve(scalars, run)
        var place = run.lowerBound
        while place < run.upperBound {
            let length = lengths[place - run.lowerBound]
            if length > 1 { body(place..<place + length) }
            place += length
        }
    }

    /// Fills `lengths` with the best word length at each place, from the end of the run.
    private mutating func solve(_ scalars: UnsafeBufferPointer<UInt32>, _ run: Range<Int>) {
        costs = [UInt32](repeating: 0, count: run.count + 1)
        lengths = [Int](repeating: 1, count: run.count)
        // 200 a character may add up beyond 32 bits only past twenty million characters.
        for offset in stride(from: run.count - 1, through: 0, by: -1) {
            let rest = run.count - offset
            let start = UnsafeBufferPointer(
                rebasing: scalars[run.lowerBound + offset..<run.upperBound]
            ).baseAddress
            let single = ktext_word_cost(start, 1)
            var best = (single == 0 ? Self.unknown : single) + costs[offset + 1]
            for length in 2..<max(3, min(Self.longest, rest) + 1) where length <= rest {
                let word = ktext_word_cost(start, length)
                guard word != 0, word &+ costs[offset + length] < best else { continue }
                best = word + costs[offset + length]
                lengths[offset] = length
            }
            costs[offset] = best
        }
    }
}
