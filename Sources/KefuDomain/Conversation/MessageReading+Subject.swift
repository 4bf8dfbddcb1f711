/// The thing that a message is about.
extension MessageReading {
    /// The thing that a question is about, as it was written.
    /// - Parameter facts: details of other kinds than these only.
    func subject(without facts: [Fact]) -> String? {
        guard let run = subjectRun else { return nil }
        let kept = pieces[run].filter { piece in
            guard case .fact(let fact) = piece.kind else { return true }
            return !facts.contains { $0.replaces(fact) }
        }
        let words = kept.filter { $0.kind != .blank || !isLatin }
        let texts = words.map { text.text($0.range) }
        let subject = isLatin ? texts.joined(separator: " ") : texts.joined()
        return subject.contains { $0 != " " } ? subject : nil
    }

    /// The one detail by which a thing goes among people of the trade: 120kW of 120kW 双枪直流桩.
    /// `nil` where the thing has no such name, or nothing else.
    var name: String? {
        guard let run = subjectRun, !isLatin else { return nil }
        let strong = pieces[run].filter { namesThing($0.kind) && $0.kind != .thing }
        let others = pieces[run].filter { $0.kind != .blank }.count - strong.count
        guard strong.count == 1, others > 0, let piece = strong.first else { return nil }
        return text.text(piece.range)
    }

    /// Whether its thing can be asked what a follow-up asks: a fault code has neither price nor size.
    func canBeAsked(_ followUp: MessageReading) -> Bool {
        guard let run = subjectRun else { return false }
        let isCode = pieces[run].allSatisfy { piece in
            switch piece.kind {
            case .fact(let fact): fact.kind == .code
            default: ![.thing, .noun, .unknown].contains(piece.kind)
            }
        }
        if !isCode { return true }
        return !followUp.aspects.isEmpty && followUp.aspects.allSatisfy(\.suitsCode)
    }

    /// The first run of pieces that names a thing: a model, a power, a code, a charger; else the
    /// first with a noun; else all of what is asked about, where that is in one piece.
    var subjectRun: Range<Int>? {
        runs { isOfSubject($0) }.first { run in pieces[run].contains { namesThing($0.kind) } }
            .map(trimmed) ?? nounRun ?? askedRun
    }

    private var nounRun: Range<Int>? {
        guard !isLatin else { return nil }
        return runs { isOfSubject($0) || $0 == .noun }
            .first { run in pieces[run].contains { $0.kind == .noun } }.map(trimmed)
            .flatMap { isMatter($0) ? nil : $0 }
    }

    /// Whether what a run names is no thing that could be bought: 客服电话 has neither weight nor price.
    private func isMatter(_ run: Range<Int>) -> Bool {
        let words = text.plain(
            pieces[run.lowerBound].range.lowerBound..<pieces[run.upperBound - 1].range.upperBound)
        return Self.matters.contains { words.hasSuffix($0) }
    }

    private static let matters = [
        "电话", "客服", "人工", "公司", "地址", "门店", "老板", "师傅", "老师", "发票", "合同", "订单", "快递", "物流", "微信",
        "小程序", "公众号", "网站", "时间", "费用", "流程", "政策", "问题",
    ]

    /// 美式 in 美式多少钱: whatever word it is, the price of it is asked.
    private var askedRun: Range<Int>? {
        guard !isLatin, !has(.pronoun), aspects.contains(where: \.needsThing) else { return nil }
        let found = runs { isOfSubject($0) || $0 == .unknown }
            .filter { run in pieces[run].contains { $0.kind == .unknown } }.map(trimmed)
        guard found.count == 1, let run = found.first, !isMatter(run) else { return nil }
        let length = pieces[run].reduce(0) { $0 + $1.range.count }
        return (2...Self.longestName).contains(length) ? run : nil
    }

    private static var longestName: Int { 8 }

    /// The longest runs of pieces of some kinds, first to last.
    private func runs(of isInside: (Kind) -> Bool) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var start = 0
        while start < pieces.count {
            var end = start
            while end < pieces.count, isInside(pieces[end].kind) { end += 1 }
            if end > start { runs.append(start..<end) }
            start = end + 1
        }
        return runs
    }

    private func isOfSubject(_ kind: Kind) -> Bool {
        switch kind {
        case .fact, .thing, .ellipsis, .joint, .blank: true
        default: false
        }
    }

    private func namesThing(_ kind: Kind) -> Bool {
        if case .fact(let fact) = kind { return fact.isStrong }
        return kind == .thing
    }

    private func trimmed(_ run: Range<Int>) -> Range<Int> {
        func isEdge(_ kind: Kind) -> Bool { kind == .blank || kind == .joint || kind == .ellipsis }
        var run = run
        while let first = run.first, isEdge(pieces[first].kind) { run = first + 1..<run.upperBound }
        while let last = run.last, isEdge(pieces[last].kind) { run = run.lowerBound..<last }
        return run
    }

    /// Where the message says what it asks, without the words that turn to it and without pronouns.
    var stripped: Range<Int> {
        let kept = solid.drop {
            $0.kind == .opener || $0.kind == .pronoun || $0.kind == .ellipsis
                || ($0.kind == .filler && !isLatin)
        }
        let end = kept.reversed().drop { $0.kind == .tail || $0.kind == .pronoun }.first
        guard let first = kept.first, let end else { return 0..<0 }
        return first.range.lowerBound..<max(end.range.upperBound, first.range.upperBound)
    }

    /// What a question says beside what it asks and how politely.
    var withoutAspects: String {
        let said = pieces.filter { piece in
            if case .aspect = piece.kind { false } else { true }
        }
        func isEdge(_ piece: Piece) -> Bool {
            [.blank, .opener, .tail, .filler].contains(piece.kind)
        }
        let kept = said.drop(while: isEdge).reversed().drop(while: isEdge).reversed()
        return kept.map { text.text($0.range) }.joined()
    }
}
