/// Words that mean the same in every form.
enum CommonWords {
    static let questions = WordTable<Void>(
        """
        吗|么|嘛|呢|多少|多久|多长|多大|几天|几年|怎么|怎样|如何|什么|哪|是否|能不能|可不可以|有没有|要不要|需不需要|送不送|带不带|含不含|包不包
        配不配|用不用|开不开
        how|what|when|which|where|do you|can you|could you|does|is it|are there
        """)

    /// A line with one of these takes back what was said before.
    static let corrections = WordTable<Void>(
        "改成|改为|改到|改一下|换成|更正|说错|写错|打错|搞错|不对|应该是|而是|还是要|还是用"
            + "|correction|instead|actually|change to|change it to|make it|i meant")

    static let negations = WordTable<Void>(
        "不需要|不要|不用|不需|无需|不必|不含|不带|不开|不包|没有|没|无|免|先别|就别|别要|别开|别给我|别给|非|除了|不|不是|不想要"
            + "|no need for|no need of|don't need|do not need|don't want|not need|without|no|not")

    /// What may stand between a negation and the thing.
    static let fillers = WordTable<Void>(
        "带|开|含|给|送|包|配|提供|再|的|什么|任何|有|要|很|太|那么|提供|那个|你们|这个|any|a|an|the|need|to")

    /// Negations behind the thing: 发票不要了.
    static let laterNegations = WordTable<Void>(
        "就不要了|就不用了|就不要|就不用|都不要|都不用|也不要|也不用|不要了|不用了|不要|不用|不需要了|不需要|免了|算了"
            + "|is not needed|not needed|not required|not necessary")
}

extension Reading {
    /// Where the negation before a place begins, as in 不要 before 发票; `nil` where it is none, or
    /// asks (要不要).
    func negation(before place: Int) -> Int? {
        let start = clause(at: place).lowerBound
        var end = place
        for _ in 0..<4 {
            if let no = CommonWords.negations.match(in: self, endingAt: end, after: start) {
                return isAlternative(no.range) ? nil : no.range.lowerBound
            }
            guard let filler = CommonWords.fillers.match(in: self, endingAt: end, after: start)
            else { return nil }
            end = filler.range.lowerBound
        }
        return nil
    }

    /// Where the negation behind a place ends, as in 发票不要了.
    func negation(after place: Int) -> Int? {
        let end = clause(at: min(place, count)).upperBound
        var next = place
        while next < end, isSpace(at: next) { next += 1 }
        return CommonWords.laterNegations.match(in: self, at: next, before: end)?.range.upperBound
    }

    func isNegated(_ range: Range<Int>) -> Bool {
        negation(before: range.lowerBound) != nil || negation(after: range.upperBound) != nil
    }

    private func isSpace(at place: Int) -> Bool { Sign.isSpace(folded[place]) }

    /// 要不要, 有没有, 带不带: what stands before the 不 stands behind it as well.
    private func isAlternative(_ negation: Range<Int>) -> Bool {
        let verb = negation.lowerBound + 1
        return negation.lowerBound > 0 && verb < count && Sign.isHan(folded[verb])
            && folded[negation.lowerBound - 1] == folded[verb]
    }

    /// The first place at or behind a place that holds no space.
    func skippingSpaces(from place: Int, atMost limit: Int = 2) -> Int {
        var next = place
        while next < count, next < place + limit, Sign.isSpace(folded[next]) { next += 1 }
        return next
    }

    /// Whether one of the words stands in the clause, at most so many scalars before a place.
    func has<Tag>(_ table: WordTable<Tag>, before place: Int, within distance: Int) -> Bool {
        let start = max(clause(at: place).lowerBound, place - distance)
        return start < place && table.contains(in: self, start..<place)
    }

    /// Whether one of the words stands in the clause, at most so many scalars behind a place.
    func has<Tag>(_ table: WordTable<Tag>, after place: Int, within distance: Int) -> Bool {
        let end = min(clause(at: place).upperBound, place + distance)
        return place < end && table.contains(in: self, place..<end)
    }

    /// Whether a word of the table begins at a place, spaces and 的 before it allowed.
    func begins<Tag>(_ table: WordTable<Tag>, at place: Int) -> Bool {
        var next = skippingSpaces(from: place)
        if next < count, folded[next] == 0x7684 { next = skippingSpaces(from: next + 1) }
        return table.match(in: self, at: next) != nil
    }
}
