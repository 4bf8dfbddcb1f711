/// 发票要求: which invoice at which rate, or that none is wanted.
enum InvoiceField {
    static func value(_ reading: Reading, _ amounts: [Amount]) -> FormValue {
        var all: [Finding] = []
        for mention in table.mentions(in: reading) {
            guard let finding = finding(mention, reading) else { continue }
            if isRefusal(finding, mention), !all.isEmpty { all = [] }
            all.append(finding)
        }
        all += amounts.compactMap { rate($0, reading) }
        all.sort { $0.range.lowerBound < $1.range.lowerBound }
        return reading.joined(all, glue: glue, atMost: 3)
    }

    private static let glue = WordTable<Void>("的|增值税|专|含税|税点|税率|税|开|发票|点|vat|)")

    private enum Kind: Sendable {
        /// Says by itself what is wanted.
        case kind
        /// 发票, 开票: only with a verb, or refused.
        case bare
        /// 含税: of the price, an invoice goes with it.
        case tax
        case refusal
    }

    private static let table = WordTable<Kind>([
        (.kind, "增值税专用发票|增值税普通发票|增值税专票|增值税普票|专用发票|普通发票|专票|普票|增票|电子发票|电子普票|电子专票|电子普通发票"),
        (
            .kind,
            """
            全电发票|数电发票|数电票|数电专票|纸质发票|全额发票|增值税发票|增值税票|13专票|vat invoice required|vat invoice
            special vat invoice|tax invoice
            """
        ),
        (
            .kind,
            """
            commercial invoice|proforma invoice|pro forma invoice|invoice required
            official invoice
            """
        ),
        (.bare, "发票|开票|票|invoice|fapiao"),
        (.tax, "含税|带税|含增值税|不含税|未税|tax included|including vat|incl vat|excl vat|excluding vat"),
    ])

    private static func finding(
        _ mention: WordTable<Kind>.Mention, _ reading: Reading
    ) -> Finding? {
        let range = mention.range
        if let end = reading.negation(after: range.upperBound) {
            return Finding(range.lowerBound..<end)
        }
        if let start = reading.negation(before: range.lowerBound) {
            return Finding(start..<range.upperBound)
        }
        switch mention.tag {
        case .kind, .refusal: return Finding(range)
        case .bare: return bare(range, reading)
        case .tax:
            let clause = reading.clause(at: range.lowerBound)
            return asksWhether(range, clause, reading) ? nil : Finding(range)
        }
    }

    /// 含税不, 含税吗, 是否含税.
    private static func asksWhether(
        _ range: Range<Int>, _ clause: Range<Int>, _ reading: Reading
    ) -> Bool {
        reading.asks(clause) || reading.has(whether, after: range.upperBound, within: 3)
    }

    private static let whether = WordTable<Void>("不|没|吗|还是")

    /// 开发票, 要发票: from the verb on.
    private static func bare(_ range: Range<Int>, _ reading: Reading) -> Finding? {
        let start = range.lowerBound
        let clause = reading.clause(at: start)
        guard !reading.begins(otherUse, at: range.upperBound) else { return nil }
        if range.count > 1, reading.folded[start] == 0x5F00 { return Finding(range) }
        guard let verb = verbs.match(in: reading, endingAt: start, after: clause.lowerBound) else {
            return nil
        }
        let isAlternative =
            verb.range.lowerBound > clause.lowerBound
            && reading.folded[verb.range.lowerBound - 1] == 0x4E0D
        return isAlternative ? nil : Finding(verb.range.lowerBound..<range.upperBound)
    }

    private static let verbs = WordTable<Void>(
        """
        开|要|需要|带|有|提供|含|要开|需要开|给开|能开|要提供|附|can provide|need|need an|with|with an|require
        require an|provide|issue|issue an
        """
    )
    private static let otherUse = WordTable<Void>("什么时候|寄|抬头|信息|号|丢|数|据|开错|到了|已|收到|price")

    private static func isRefusal(_ finding: Finding, _ mention: WordTable<Kind>.Mention) -> Bool {
        finding.range.count > mention.range.count
            && finding.range.upperBound > mention.range.upperBound
    }

    /// 13%, 13个点: of a tax, not of a discount or an advance payment.
    private static func rate(_ amount: Amount, _ reading: Reading) -> Finding? {
        guard amount.unit == .percent, [1, 3, 6, 9, 13, 16, 17].contains(amount.high) else {
            return nil
        }
        let range = amount.range
        let isTax =
            reading.has(taxes, before: range.lowerBound, within: 8)
            || reading.has(taxes, after: range.upperBound, within: 6)
        if !isTax {
            guard amount.high == 13, !reading.has(otherRates, before: range.lowerBound, within: 8),
                !reading.has(otherRates, after: range.upperBound, within: 6)
            else { return nil }
        }
        return Finding(range)
    }

    private static let taxes = WordTable<Void>("税|票|vat|tax|invoice")
    private static let otherRates = WordTable<Void>(
        "预付|首付|定金|订金|折|优惠|返|下浮|提成|利润|降|涨|尾款|质保金|off|discount|deposit")
}
