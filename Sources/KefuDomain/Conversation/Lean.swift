/// How a message that cannot stand alone leans on the question before it.
enum Lean: Sendable, Hashable {
    /// 那双枪的呢: the same question of another case.
    case contrast([Fact])
    /// 多少钱？ 安装费呢？ 它多重: something else about the same thing.
    case aspect
    /// 那面包呢: the same question of another thing.
    case thing(Range<Int>)
    /// 它能装户外吗: only the thing is not named.
    case pronoun(Range<Int>)
    /// 为什么？
    case reason
}

extension Lean {
    /// Longer messages say for themselves what they mean.
    private static let maxScalars = 60
    private static let maxContrast = 6

    /// - Parameter known: of the message's words.
    /// - Returns: `nil` for a message that stands alone, and for any that may.
    static func of(_ reading: MessageReading, _ known: KnownWords) -> Lean? {
        guard !reading.body.isEmpty, reading.body.count <= maxScalars,
            !TopicChange.isSignalled(in: reading.text), !reading.aspects.contains(.difference)
        else { return nil }
        if reading.unknownCount > 0 {
            return pronoun(in: reading, known)
                ?? otherCase(in: reading, names: known.names) ?? thing(in: reading)
        }
        guard reading.aspects.isEmpty else { return aspect(in: reading) }
        return contrast(in: reading) ?? thing(in: reading)
    }

    /// Nothing but details, and a sign that they are set against others.
    private static func contrast(in reading: MessageReading) -> Lean? {
        let facts = reading.facts
        guard !facts.isEmpty, let first = reading.solid.first, let last = reading.solid.last else {
            return nil
        }
        if reading.has(.existence) {
            return isWeak(reading) && !reading.has(.thing) ? .aspect : nil
        }
        let isSet =
            reading.has(.opener) || last.kind == .tail || last.kind == .ellipsis
            || (first.kind == .preposition && reading.isLatin)
        return isSet ? .contrast(facts) : nil
    }

    /// Nothing but what is asked, and perhaps details that name no thing.
    private static func aspect(in reading: MessageReading) -> Lean? {
        if reading.has(.thing) || !isWeak(reading) { return nil }
        if reading.aspects.contains(.reason) {
            let others = reading.aspects.filter { $0 != .reason }
            return others.isEmpty && reading.facts.isEmpty ? .reason : nil
        }
        let needsThing = reading.aspects.allSatisfy(\.needsThing)
        if !reading.facts.isEmpty { return needsThing && reading.has(.ellipsis) ? .aspect : nil }
        let pronouns = reading.solid.filter { $0.kind == .pronoun }
        if reading.isLatin, let pronoun = pronouns.first, pronouns.count == 1 {
            return .pronoun(pronoun.range)
        }
        let turns = reading.has(.opener) || reading.has(.tail) || !pronouns.isEmpty
        return turns || needsThing ? .aspect : nil
    }

    /// Whether no detail says which thing is meant.
    private static func isWeak(_ reading: MessageReading) -> Bool {
        !reading.facts.contains(where: \.isStrong)
    }
}

// MARK: - With words of its own

extension Lean {
    /// A sentence about a thing for which only a pronoun stands.
    private static func pronoun(in reading: MessageReading, _ known: KnownWords) -> Lean? {
        let pronouns = reading.solid.filter { $0.kind == .pronoun }
        guard pronouns.count == 1, let pronoun = pronouns.first, !reading.has(.thing),
            isWeak(reading), isOneClause(reading)
        else { return nil }
        let stands =
            reading.isLatin
            ? standsForThing(pronoun, english: reading)
            : standsForThing(pronoun, chinese: reading, known)
        return stands ? .pronoun(pronoun.range) : nil
    }

    private static func isOneClause(_ reading: MessageReading) -> Bool {
        let inside = reading.text.folded[reading.body]
        return !inside.contains { [",", "，", "。", "；", ";", ".", "!", "！"].contains($0) }
            && reading.body.count <= (reading.isLatin ? 50 : 20)
    }

    /// 它 or 这款 at the beginning, and then no noun that it belongs to.
    private static func standsForThing(
        _ pronoun: MessageReading.Piece, chinese reading: MessageReading,
        _ known: KnownWords
    ) -> Bool {
        let before = reading.solid.prefix { $0.range.lowerBound < pronoun.range.lowerBound }
        guard before.allSatisfy({ $0.kind == .opener || $0.kind == .filler }) else { return false }
        let next = reading.text.skippingSpaces(pronoun.range.upperBound)
        return predicates.longest(in: reading.text, at: next) != nil
            || says(known, at: next, of: reading)
    }

    /// Whether a verb stands at a place, or an adjective that belongs to no noun behind it.
    private static func says(_ known: KnownWords, at place: Int, of reading: MessageReading) -> Bool
    {
        func stands(_ word: String) -> Bool {
            reading.text.has(Array(word.unicodeScalars), at: place)
        }
        if known.verbs.contains(where: stands) { return true }
        guard let quality = known.qualities.filter(stands).max(by: { $0.count < $1.count }) else {
            return false
        }
        let end = place + quality.unicodeScalars.count
        return !reading.pieces.contains { $0.kind == .noun && $0.range.lowerBound == end }
    }

    /// `is it …`, `does that one …`: right behind the words that open a question.
    private static func standsForThing(
        _ pronoun: MessageReading.Piece, english reading: MessageReading
    ) -> Bool {
        let text = reading.text
        guard definite.contains(text.plain(pronoun.range)) else { return false }
        let words = text.plain(reading.body.lowerBound..<pronoun.range.lowerBound)
            .split(separator: " ").map(String.init)
        guard (1...4).contains(words.count), words.allSatisfy(questionWords.contains) else {
            return false
        }
        let next = text.skippingSpaces(pronoun.range.upperBound)
        return impersonal.longest(in: text, at: next) == nil
    }

    /// 那180的呢: a bare number is of what the question counts; without a word on it, a power, as
    /// people of that trade say it.
    private static func power(in range: Range<Int>, of reading: MessageReading) -> Fact? {
        guard (1...4).contains(range.count), range.allSatisfy(reading.text.isDigit) else {
            return nil
        }
        return Fact(kind: .power, value: reading.text.plain(range) + "kw", range: range)
    }

    /// 那面包呢: nothing but a thing, between the words that turn to it.
    private static func thing(in reading: MessageReading) -> Lean? {
        let solid = reading.solid
        guard !reading.isLatin, solid.first?.kind == .opener, solid.last?.kind == .tail else {
            return nil
        }
        let words = solid.dropFirst().dropLast()
        guard let first = words.first, let last = words.last,
            words.allSatisfy({ $0.kind == .thing || $0.kind == .noun })
        else { return nil }
        let range = first.range.lowerBound..<last.range.upperBound
        return (2...maxContrast).contains(range.count) ? .thing(range) : nil
    }

    /// 那租的车位呢: words that no list knows, set against those before; a place without 的 too.
    private static func otherCase(in reading: MessageReading, names: Set<String>) -> Lean? {
        let solid = reading.solid
        let isOpened = solid.first?.kind == .opener
        guard !reading.isLatin, solid.last?.kind == .tail, !reading.has(.pronoun),
            reading.aspects.isEmpty
        else { return nil }
        let inner = solid.dropFirst(isOpened ? 1 : 0).dropLast()
        let isElliptic = inner.last?.kind == .ellipsis
        let words = isElliptic ? inner.dropLast() : inner
        guard let first = words.first, let last = words.last else { return nil }
        let range = first.range.lowerBound..<last.range.upperBound
        let value = reading.text.plain(range)
        if let power = power(in: range, of: reading) { return .contrast([power]) }
        guard isOpened else { return nil }
        if names.contains(value) {
            return .contrast([Fact(kind: .place, value: value, range: range)])
        }
        guard isElliptic, (2...maxContrast).contains(range.count) else { return nil }
        return .contrast([Fact(kind: .other, value: value, range: range)])
    }

    /// What may follow a pronoun that stands alone; a noun behind it would own it: 这个小程序.
    private static let predicates = Spellings(
        words: """
            能 可以 可不可以 会 要 有 是 多 怎么 咋 为什么 为啥 需要 支持 保修 质保 什么 啥 好 贵 带 防 几 的重量 的价格 的尺寸 的功率 \
            在 用 耐 安全 适合 质量 功率 价格 能不能 有没有 是不是 和 跟 比 包 送 卖 够 该 得 应该 可 也 还 最
            """)

    private static let definite: Set<String> = ["it", "that one", "this one", "they", "them"]

    private static let questionWords: Set<String> = [
        "is", "are", "does", "do", "did", "can", "could", "will", "would", "has", "have", "was",
        "and",
        "how", "what", "when", "where", "why", "which", "much", "many", "long", "big", "heavy",
        "fast",
        "often", "far", "but", "so", "should", "i", "you", "use", "install", "charge", "need",
        "get",
    ]

    /// Behind an `it` that stands for nothing.
    private static let impersonal = Spellings([
        "possible", "necessary", "true", "raining", "rains", "rain", "ok to", "okay to", "safe to",
        "legal", "better to", "allowed to", "take to", "cost to", "make sense", "matter", "that",
        "time",
        "a problem to", "hard to", "easy to", "mean", "normal", "late", "too late", "worth",
    ])
}
