/// That something is so or is not, as an answer says it.
struct Polarity {
    /// Verbs that say the same when they are denied.
    enum Verb: Sendable, Hashable {
        case can, need, have, free, be
    }

    let verb: Verb
    let isPositive: Bool
    /// The pieces of what it is said of.
    let object: Set<String>

    func denies(_ other: Polarity) -> Bool {
        isPositive != other.isPositive && isAbout(other)
    }

    func repeats(_ other: Polarity) -> Bool { isPositive == other.isPositive && isAbout(other) }

    private func isAbout(_ other: Polarity) -> Bool {
        guard verb == other.verb else { return false }
        if object.isEmpty || other.object.isEmpty { return object.isEmpty && other.object.isEmpty }
        let common = Double(object.intersection(other.object).count)
        return common / Double(min(object.count, other.object.count)) > 0.5
    }

    /// Everything an answer says of the kind; questions and conditions left out.
    static func all(in reading: Reading) -> [Polarity] {
        verbs.mentions(in: reading).compactMap { mention in
            guard let verb = mention.tag.verb else { return nil }
            let range = mention.range
            let clause = reading.clause(at: range.lowerBound)
            guard !reading.asks(clause), !isCondition(reading, clause, range),
                !isAlternative(reading, range)
            else { return nil }
            let isDenied =
                mention.tag.isNegative
                != (reading.negation(before: range.lowerBound) != nil
                    || isPreceded(reading, range.lowerBound))
            return Polarity(
                verb: verb, isPositive: !isDenied,
                object: object(reading, clause, range))
        }
    }

    /// Yes or no as the first word of an answer.
    static func head(of reading: Reading) -> Bool? {
        var place = 0
        while place < reading.count {
            if let mention = heads.match(in: reading, at: place),
                ends(reading, at: mention.range.upperBound)
            {
                return mention.tag
            }
            if let lead = AnswerWords.leads.match(in: reading, at: place) {
                place = lead.range.upperBound
            } else if Sign.isHan(reading.folded[place])
                || Sign.isAlphanumeric(reading.folded[place])
            {
                return nil
            } else {
                place += 1
            }
        }
        return nil
    }

    /// The clause is over, particles left aside.
    private static func ends(_ reading: Reading, at place: Int) -> Bool {
        var next = place
        while next < reading.count, AnswerWords.particles.contains(reading.folded[next]) {
            next += 1
        }
        next = reading.skippingSpaces(from: next)
        return next >= reading.count || Sign.isClauseBreak(reading.folded[next])
    }

    private static func isPreceded(_ reading: Reading, _ place: Int) -> Bool {
        place > 0 && "不没未无".unicodeScalars.contains { $0.value == reading.folded[place - 1] }
    }

    /// 能不能, 有没有.
    private static func isAlternative(_ reading: Reading, _ range: Range<Int>) -> Bool {
        let next = range.upperBound
        return next + 1 < reading.count
            && "不没".unicodeScalars.contains { $0.value == reading.folded[next] }
            && reading.folded[next + 1] == reading.folded[range.lowerBound]
    }

    private static func isCondition(
        _ reading: Reading, _ clause: Range<Int>, _ range: Range<Int>
    ) -> Bool {
        conditions.contains(in: reading, clause.lowerBound..<range.lowerBound)
    }

    private static func object(
        _ reading: Reading, _ clause: Range<Int>, _ range: Range<Int>
    ) -> Set<String> {
        let after = Synonyms.pieces(
            reading.words(range.upperBound..<max(range.upperBound, clause.upperBound)))
        if !after.isEmpty { return after }
        return Synonyms.pieces(reading.words(clause.lowerBound..<range.lowerBound))
    }

    private struct Tag: Sendable {
        /// `nil` for words that only look like a verb.
        let verb: Verb?
        var isNegative = false
    }

    private static let verbs = WordTable<Tag>([
        (
            Tag(verb: nil),

            """
            送货|送达|送到|配送|运送|发送|包装|包裹|面包|带走|带电|宽带|提供商|含量|有限|有效|有时|所有|有关|有人|只有|还有|能量|功能|性能|智能
            可能|节能|能源|可是|可靠|可惜|许可|没关系|没问题|没事|有点|有些|可爱|可口|认可
            """
        ),
        (Tag(verb: .be), "is|are|it's|was"),
        (Tag(verb: .be, isNegative: true), "is not|isn't|are not|aren't|it's not"),
        (
            Tag(verb: .can),

            """
            可以|能够|能|支持|允许|可|兼容|适合|适用|can|supports|support|supported|allowed|compatible
            suitable|works
            """
        ),
        (
            Tag(verb: .can, isNegative: true),

            """
            禁止|严禁|无法|不了|不到|不上|不动|不进|cannot|can't|can not|not supported|not possible
            impossible|doesn't support|does not support|unable
            """
        ),
        (
            Tag(verb: .need),
            "需要|必须|务必|需|得先|提前|要提前|要先|要有|要带|要交|要付|要准备|要预约|得提前|need|needs|must|required|have to"
        ),
        (
            Tag(verb: .need, isNegative: true),
            "无需|不必|不用|免去|no need|not required|don't need|do not need|needn't"
        ),
        (
            Tag(verb: .have),
            "含|包含|包括|自带|附带|配有|标配|有|包|送|赠送|提供|带|includes|include|included|comes with|has|have"
        ),
        (
            Tag(verb: .have, isNegative: true),

            """
            没有|不含|不包含|不包括|不包|不带|不送|不提供|无|not included|does not include|doesn't include
            excluded|without
            """
        ),
        (Tag(verb: .free), "免费|不收费|不另收费|不收钱|免运费|包邮|free|free of charge|no charge"),
        (
            Tag(verb: .free, isNegative: true),
            "收费|另收|付费|自费|另外收|不包邮|到付|自理|extra charge|charged|at extra cost|not free"
        ),
    ])

    private static let heads = WordTable<Bool>([
        (true, "可以的|可以|能的|能|支持的|支持|是的|对的|有的|会的|会|需要的|需要|要的|包的|行的|行|yes|yep|sure|of course"),
        (
            false,

            """
            不可以|不能|不支持|不是|不对|没有|不会|不需要|不用|不要|不包|不行|无需|不兼容|no|nope|unfortunately not
            not at the moment|sorry, no
            """
        ),
    ])

    private static let conditions = WordTable<Void>("如果|若|要是|假如|除非|是否|只有|if|unless|whether|when")
}
