/// 交付地: where the piles are to go; failing that, where the site is, then where the customer is.
enum DeliveryField {
    static func value(_ reading: Reading, _ places: [Reading.Place]) -> FormValue {
        var best: (rank: Int, findings: [Finding]) = (0, [])
        for place in places {
            let rank = rank(of: place, in: reading)
            guard rank > 0, rank >= best.rank else { continue }
            if rank > best.rank { best = (rank, []) }
            best.findings.append(Finding(place.range))
        }
        if best.rank < 4, let address = address(in: reading) {
            return .text(reading.words(address))
        }
        return reading.first(best.findings)
    }

    /// 4: delivered there; 3: the site; 2: named alone; 1: where the customer's company is.
    private static func rank(of place: Reading.Place, in reading: Reading) -> Int {
        let start = place.range.lowerBound
        let end = place.range.upperBound
        if reading.negation(before: start) != nil { return 0 }
        let isDelivery =
            deliveries.match(
                in: reading, endingAt: start, after: reading.clause(at: start).lowerBound) != nil
            || reading.has(deliveries, before: start, within: 4)
        if isDelivery { return 4 }
        guard place.kind == .place, !isElsewhere(place.range, reading) else { return 0 }
        if reading.has(sites, before: start, within: 8)
            || reading.has(siteBehind, after: end, within: 5)
        {
            return 3
        }
        return reading.has(companies, before: start, within: 6) ? 1 : 2
    }

    /// Your factory there, or goods that come from there.
    private static func isElsewhere(_ range: Range<Int>, _ reading: Reading) -> Bool {
        reading.has(yours, before: range.lowerBound, within: 6)
            || reading.has(yoursBehind, after: range.upperBound, within: 5)
    }

    private static let deliveries = WordTable<Void>(
        """
        送到|发到|发往|运到|运往|寄到|寄往|送货到|发货到|交货到|交付到|到货地|交货地|交货地:|交付地|交付地:|交货地点:|交付地点:|收货地:|收货地址:|收货地址
        送货地址:|地址:|地址|送去|发去|送至|发至|运至|交货至|交付至|货到|交货至|送|发|寄|收货|送往|拉到|交到|安装在|装在|安装地点|安装地点:|安装地:
        安装地址:
        deliver to|delivered to|delivery to|ship to|shipped to|shipping to|shipment to|sent to
        send to|cif|ddp|dap|cfr
        destination|destination:|delivery address|delivery address:|install in|installed in
        installation in
        """)
    private static let sites = WordTable<Void>(
        """
        项目在|项目位于|场地在|站点在|站在|工地在|现场在|用在|建在|放在|位于|project in|site in|project is in
        site is in|located in|项目地|项目地:|项目地点:
        """
    )
    private static let siteBehind = WordTable<Void>(
        "项目|场站|的站|工地|的场地|这边要|新建|的充电站|交货|到货|project|site")
    private static let companies = WordTable<Void>(
        "公司在|总部在|公司是|我们是|我是|本公司|我司|我们公司|company in|based in|we are from|from")
    private static let yours = WordTable<Void>(
        "你们|贵司|贵公司|你家|厂家在|从|由|来自|去|在你|fob|exw|from your|your|去过|飞")
    private static let yoursBehind = WordTable<Void>(
        "发货|出货|工厂|厂家|厂|总部|展会|自提|出发|有厂|有仓|分公司|仓库发|提货|时间")

    /// An address without a place of the table: 送到渝城工业园3号仓库.
    private static func address(in reading: Reading) -> Range<Int>? {
        for mention in carried.mentions(in: reading) {
            let start = reading.skippingSpaces(from: mention.range.upperBound)
            let clause = reading.clause(at: start)
            guard start < clause.upperBound else { continue }
            let limit = min(clause.upperBound, start + 24)
            var end = start
            var place = start
            while place < limit {
                if Sign.isSpace(reading.folded[place]) { break }
                if let suffix = addressEnds.match(in: reading, at: place, before: limit) {
                    end = suffix.range.upperBound
                    place = end
                } else {
                    place += 1
                }
            }
            if end > start + 1 { return start..<end }
        }
        return nil
    }

    private static let carried = WordTable<Void>(
        "送到|发到|发往|运到|运往|送货到|发货到|交货到|交付到|送至|发至|运至|交货地点:|交付地点:|收货地址:|收货地址|送货地址:|安装地点:|地址:|交付地:"
    )
    private static let addressEnds = WordTable<Void>(
        "区|县|镇|乡|村|路|街|号|园|园区|工业园|厂|工厂|站|服务区|小区|仓库|仓|工地|码头|港|港口|车库|停车场|广场|大厦|公司|库|县城")
}
