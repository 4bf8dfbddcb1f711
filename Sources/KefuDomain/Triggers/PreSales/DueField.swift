/// 期望交期: by when the customer wants the goods, not a call, a quotation or a visit.
enum DueField {
    static func value(_ reading: Reading, _ times: [TimeMention]) -> FormValue {
        var best: (rank: Int, findings: [Finding]) = (0, [])
        for time in times {
            let rank = rank(of: time, in: reading)
            guard rank > 0, rank >= best.rank else { continue }
            if rank > best.rank { best = (rank, []) }
            best.findings.append(Finding(time.range))
        }
        return reading.first(best.findings)
    }

    /// 3: of a delivery; 2: a time ahead, of nothing else; 1: in a hurry.
    private static func rank(of time: TimeMention, in reading: Reading) -> Int {
        guard time.kind != .past else { return 0 }
        let clause = reading.clause(at: time.range.lowerBound)
        let isDelivery = deliveries.contains(in: reading, clause)
        let isOther = others.contains(in: reading, clause)
        switch time.kind {
        case .urgent:
            if isOther && !isDelivery { return 0 }
            return isDelivery || hurries.match(in: reading, at: time.range.lowerBound) != nil
                ? 1 : 0
        case .span: return isLabelled(time, clause, reading) ? 3 : 0
        default: break
        }
        if isDelivery { return 3 }
        if isOther || reading.negation(before: time.range.lowerBound) != nil { return 0 }
        if time.isDeadline { return 2 }
        guard !time.isPartOfDay else { return 0 }
        return time.kind == .future || wants.contains(in: reading, clause)
            || isAlone(time, clause, reading)
            ? 2 : 0
    }

    private static let deliveries = WordTable<Void>(
        """
        交货|到货|发货|交付|交期|送到|送达|送货|供货|要货|到位|进场|投运|投产|开业|上线|验收|完工|通电|装好|装完|安装|施工|要用|使用
        用上|拿货|提货|运到|发到|发出|收到货|投入|运营|装上|建好|工期|给货|出货|运抵
        deliver|delivery|delivered|ship|shipped|shipping|arrive|install|installed|operational
        on site|in operation|lead time|need it|need them
        """)
    private static let others = WordTable<Void>(
        """
        报价|回复|答复|联系|电话|打给|回电|拜访|考察|参观|过来|过去|去你|来你|开会|面谈|看样|付款|尾款|账期|质保|保修|有效|活动|优惠|买的|买过|问过|聊|说的
        发的|签的|开标|投标|截标|有空|来公司|报个价|给价|方案|发我|资料|涨价|价格|付|结|月结|发票|见面|出差|培训
        call|reply|quote|quotation|visit|meeting|warranty|payment|tender|bid|deadline|price
        credit|talk
        """)
    private static let hurries = WordTable<Void>(
        "越快越好|马上要|加急|急用|急需|急要|asap|as soon as possible|urgently")
    private static let wants = WordTable<Void>("要|需要|用|need|want|required")

    /// 交期30天, 30天交货.
    private static func isLabelled(
        _ time: TimeMention, _ clause: Range<Int>, _ reading: Reading
    ) -> Bool {
        let start = time.range.lowerBound
        return !others.contains(in: reading, clause)
            && (reading.has(terms, before: start, within: 12)
                || reading.begins(termsBehind, at: time.range.upperBound))
    }

    private static let terms = WordTable<Void>(
        "交期|工期|交货期|交货时间|交付周期|货期|lead time|delivery time|delivery")
    private static let termsBehind = WordTable<Void>("交货|到货|交期|发货|货期|能到|要到|送到|delivery")

    /// Nothing else in the clause, spaces taken as breaks.
    private static func isAlone(
        _ time: TimeMention, _ clause: Range<Int>, _ reading: Reading
    ) -> Bool {
        let range = reading.trimmed(time.range)
        let opens =
            range.lowerBound <= clause.lowerBound
            || Sign.isSpace(reading.folded[range.lowerBound - 1])
        let closes =
            range.upperBound >= clause.upperBound
            || Sign.isSpace(reading.folded[range.upperBound])
        return opens && closes
    }
}
