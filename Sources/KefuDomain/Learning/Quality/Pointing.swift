/// 这款, 那个, this one: words that stand for a thing which only those present can see.
enum Pointing {
    /// Whether one of them stands alone: 这款能用吗, but not 这款沙发 nor 这种情况.
    static func isBare(in reading: Reading) -> Bool {
        AnswerWords.pointers.mentions(in: reading).contains { mention in
            AnswerWords.plainPointers.match(in: reading, at: mention.range.lowerBound) == nil
                && isAlone(reading, mention.range.upperBound)
                && !isNamed(reading, before: mention.range.lowerBound)
        }
    }

    /// What was said before it names what is meant.
    private static func isNamed(_ reading: Reading, before place: Int) -> Bool {
        place > 60 || AnswerReading.content(of: Reading(reading.words(0..<place))) >= 6
    }

    private static func isAlone(_ reading: Reading, _ end: Int) -> Bool {
        let next = reading.skippingSpaces(from: end)
        guard next < reading.count, !Sign.isClauseBreak(reading.folded[next]) else { return true }
        return AnswerWords.behindPointers.match(in: reading, at: next) != nil
    }
}
