/// A customer's text, ready to be scanned: folded scalar by scalar, so that a place in the folded
/// text is the same place in the words as they were written, and cut into clauses and lines.
struct Reading: Sendable {
    private let original: [Unicode.Scalar]
    /// Half width, lower case, simplified.
    let folded: [UInt32]
    private let clauses: Runs
    private let runsOfLines: Runs

    init(_ text: String) {
        original = Array(text.unicodeScalars)
        let folded = original.map(Folding.fold)
        self.folded = folded
        clauses = Runs(folded, limit: 160, isBreak: Self.endsClause)
        runsOfLines = Runs(folded, isBreak: { folded, place in folded[place] == Sign.lineFeed })
    }

    var count: Int { folded.count }

    /// The folded scalar at a place; `nil` behind the end.
    func scalar(_ place: Int) -> UInt32? { place < count ? folded[place] : nil }

    /// The customer's own words, without spaces around them.
    func words(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: original[trimmed(range)])
        return String(view)
    }

    /// The customer's own words with the spaces around them.
    func exactWords(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: original[range])
        return String(view)
    }

    /// The folded text of a range: digits are ASCII's, letters small.
    func foldedWords(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: folded[range].compactMap(Unicode.Scalar.init))
        return String(view)
    }

    /// The clause that holds a place: no comma, full stop or line feed is inside.
    func clause(at place: Int) -> Range<Int> { clauses.run(at: place) }

    /// The line that holds a place.
    func line(at place: Int) -> Range<Int> { runsOfLines.run(at: place) }

    /// Every line, first to last.
    var lines: [Range<Int>] { runsOfLines.all }

    /// The part of a clause that spaces cut off around a range: in Chinese they stand for commas.
    func piece(around range: Range<Int>) -> Range<Int> {
        let clause = clause(at: range.lowerBound)
        guard folded[clause].contains(where: { Sign.isHan($0) }) else { return clause }
        var start = range.lowerBound
        while start > clause.lowerBound, !isCut(start - 1) { start -= 1 }
        var end = range.upperBound
        while end < clause.upperBound, !isCut(end) { end += 1 }
        return start..<end
    }

    /// The clauses 做…的, by which people say what they do.
    func clausesOfTrade() -> [Range<Int>] {
        clauses.all.map(trimmed).filter {
            $0.count > 3 && $0.count < 24 && folded[$0.lowerBound] == 0x505A
                && folded[$0.upperBound - 1] == 0x7684
        }
    }

    /// A space beside a Han character, but none between a number and its unit.
    private func isCut(_ place: Int) -> Bool {
        guard Sign.isSpace(folded[place]), place > 0, place + 1 < count,
            Sign.isHan(folded[place - 1]) || Sign.isHan(folded[place + 1])
        else { return false }
        return !Sign.isDigit(folded[place - 1]) && !Sign.isDigit(folded[place + 1])
            || AmountUnit.table.match(in: self, at: place + 1) == nil
                && !Sign.isDigit(folded[place + 1])
    }

    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, Sign.isSpace(folded[start]) { start += 1 }
        while end > start, Sign.isSpace(folded[end - 1]) { end -= 1 }
        return start..<end
    }

    /// Whether the character behind a clause, or in it, makes it a question.
    func asks(_ clause: Range<Int>) -> Bool {
        clause.upperBound < count && folded[clause.upperBound] == Sign.questionMark
            || CommonWords.questions.contains(in: self, clause)
    }

    private static func endsClause(_ folded: [UInt32], _ place: Int) -> Bool {
        let scalar = folded[place]
        guard Sign.isClauseBreak(scalar) else { return false }
        if scalar == Sign.comma { return !isGrouped(folded, place) }
        guard scalar == Sign.point else { return true }
        return place + 1 >= folded.count || Sign.isSpace(folded[place + 1])
            || folded[place + 1] > 0x7F || folded[place + 1] == Sign.lineFeed
    }

    /// Whether a comma only groups the digits of a number, as in `1,000`.
    private static func isGrouped(_ folded: [UInt32], _ place: Int) -> Bool {
        guard place > 0, place + 3 < folded.count, Sign.isDigit(folded[place - 1]) else {
            return false
        }
        let next = folded[(place + 1)...].prefix { Sign.isDigit($0) }.prefix(4).count
        return next == 3
    }
}

/// A text cut at some places; the breaks themselves belong to no run but end one.
private struct Runs: Sendable {
    private(set) var all: [Range<Int>] = []
    /// Of every scalar, which run it ends or is in.
    private var numbers: [Int32] = []

    /// - Parameter limit: a longer run is cut, so that looking around in one is cheap.
    init(_ folded: [UInt32], limit: Int = .max, isBreak: ([UInt32], Int) -> Bool) {
        numbers.reserveCapacity(folded.count + 1)
        var start = 0
        for place in folded.indices {
            if place - start >= limit {
                all.append(start..<place)
                start = place
            }
            numbers.append(Int32(truncatingIfNeeded: all.count))
            guard isBreak(folded, place) else { continue }
            all.append(start..<place)
            start = place + 1
        }
        numbers.append(Int32(truncatingIfNeeded: all.count))
        all.append(start..<folded.count)
    }

    func run(at place: Int) -> Range<Int> { all[Int(numbers[place])] }
}
