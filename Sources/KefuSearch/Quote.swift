import KefuText

/// The sentences of a text that a citation shows.
public enum Quote {
    /// The sentence that shares the most with the query, with those after it that add to that and
    /// still fit. Without anything in common it is the beginning of the text.
    /// - Parameter limit: the most Unicode scalars in the quote, three at least; a longer sentence is
    ///   cut and ends (or begins) with an ellipsis.
    public static func best(in text: String, for query: String, limit: Int = 160) -> String {
        let scalars = Array(text.unicodeScalars.prefix(maxScalars))
        let pairs = QueryPairs(query)
        let sentences = sentences(of: scalars)
        guard var best = sentences.first else { return "" }
        var bestWeight = -1.0
        for sentence in sentences {
            let weight = pairs.weight(in: scalars[sentence])
            if weight > bestWeight { (best, bestWeight) = (sentence, weight) }
        }
        best = grown(best, among: sentences, in: scalars, pairs: pairs, limit: limit)
        return cut(scalars[best], pairs: pairs, limit: max(limit, 3))
    }

    /// Enough for any passage and most answers; a longer text is quoted from its beginning.
    private static let maxScalars = 20_000

    /// Adds the next sentences as long as they say more about the query, or the quote is very short.
    private static func grown(
        _ start: Range<Int>, among sentences: [Range<Int>], in scalars: [Unicode.Scalar],
        pairs: QueryPairs, limit: Int
    ) -> Range<Int> {
        var quote = start
        for next in sentences where next.lowerBound == quote.upperBound {
            let longer = quote.lowerBound..<next.upperBound
            guard longer.count <= limit else { break }
            let adds = pairs.weight(in: scalars[longer]) > pairs.weight(in: scalars[quote])
            guard adds || quote.count < 12 else { break }
            quote = longer
        }
        return quote
    }

    /// The text of a range without the spaces around it, at most `limit` scalars long.
    private static func cut(
        _ sentence: ArraySlice<Unicode.Scalar>, pairs: QueryPairs, limit: Int
    ) -> String {
        var range = trimmed(sentence)
        guard range.count > limit else { return string(range) }
        let first = pairs.firstMatch(in: range) ?? range.startIndex
        let start = max(range.startIndex, min(first - limit / 4, range.endIndex - limit + 1))
        let isCutInFront = start > range.startIndex
        range = range[start..<min(range.endIndex, start + limit - 2)]
        return (isCutInFront ? "…" : "") + string(trimmed(range)) + "…"
    }

    private static func sentences(of scalars: [Unicode.Scalar]) -> [Range<Int>] {
        var sentences: [Range<Int>] = []
        var start = 0
        for (index, scalar) in scalars.enumerated() where isEnd(scalar, at: index, of: scalars) {
            sentences.append(start..<index + 1)
            start = index + 1
        }
        if start < scalars.count { sentences.append(start..<scalars.count) }
        return sentences.filter { range in scalars[range].contains { !isSpace($0) } }
    }

    private static func isEnd(
        _ scalar: Unicode.Scalar, at index: Int, of scalars: [Unicode.Scalar]
    ) -> Bool {
        switch scalar {
        case "。", "！", "？", "；", "\n", "!", "?": true
        // A full stop inside a number or a name (1.5, kefu.sock) ends nothing.
        case ".", ";": index + 1 == scalars.count || isSpace(scalars[index + 1])
        default: false
        }
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace
    }

    private static func trimmed(_ range: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        var range = range
        while let first = range.first, isSpace(first) { range.removeFirst() }
        while let last = range.last, isSpace(last) { range.removeLast() }
        return range
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }
}

/// The pairs of neighbouring letters of a query, weighted by how rare they are in general.
private struct QueryPairs {
    private var weights: [UInt64: Double] = [:]

    init(_ query: String) {
        var previous: Unicode.Scalar?
        for scalar in query.unicodeScalars.prefix(400) {
            defer { previous = scalar }
            guard let previous, let pair = Self.pair(previous, scalar) else { continue }
            weights[pair] = Lexicon.rarity(of: String(previous) + String(scalar))
        }
    }

    /// The weights of the distinct pairs that a text holds.
    func weight(in text: ArraySlice<Unicode.Scalar>) -> Double {
        var seen: Set<UInt64> = []
        var sum = 0.0
        for index in text.indices.dropFirst() {
            guard let pair = Self.pair(text[index - 1], text[index]), let weight = weights[pair],
                seen.insert(pair).inserted
            else { continue }
            sum += weight
        }
        return sum
    }

    func firstMatch(in text: ArraySlice<Unicode.Scalar>) -> Int? {
        text.indices.dropFirst().first { index in
            Self.pair(text[index - 1], text[index]).map { weights[$0] != nil } ?? false
        }.map { $0 - 1 }
    }

    private static func pair(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> UInt64? {
        guard let first = folded(first), let second = folded(second) else { return nil }
        return UInt64(first) << 32 | UInt64(second)
    }

    /// Simplified, half width and lower case; `nil` for anything but letters and digits.
    private static func folded(_ scalar: Unicode.Scalar) -> UInt32? {
        var value = Lexicon.simplified(scalar).value
        if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
        if (0x41...0x5A).contains(value) { return value + 0x20 }
        if value < 0x80 {
            return (0x30...0x39).contains(value) || (0x61...0x7A).contains(value) ? value : nil
        }
        return scalar.properties.isAlphabetic ? value : nil
    }
}
