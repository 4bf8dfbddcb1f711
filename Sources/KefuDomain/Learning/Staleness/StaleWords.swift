/// The words of prices, stock, lead times and promotions.
enum StaleWords {
    static func speaks(_ reading: Reading, of cause: Staleness.Cause) -> Bool {
        let all = 0..<reading.count
        switch cause {
        case .date: return false
        case .price: return namesPrice(reading)
        case .stock: return stock.contains(in: reading, all)
        case .leadTime: return leadTime.contains(in: reading, all) && namesSpan(reading)
        case .promotion:
            return promotions.mentions(in: reading).contains { mention in
                noPromotions.match(in: reading, at: mention.range.lowerBound) == nil
            }
        }
    }

    private static func namesPrice(_ reading: Reading) -> Bool {
        Measure.all(in: reading).contains { $0.dimension == .money || $0.dimension == .discount }
    }

    private static func namesSpan(_ reading: Reading) -> Bool {
        Measure.all(in: reading).contains { [.time, .months, .workdays].contains($0.dimension) }
    }

    private static let stock = WordTable<Void>(

        """
        现货|还剩|仅剩|只剩|剩最后|到货了|有货|缺货|无货|没货|断货|库存|售罄|补货|到新货|in stock|out of stock|sold out
        restock|restocked
        """
    )
    private static let leadTime = WordTable<Void>(

        """
        交期|货期|交货|发货|出货|到货|排产|备货|排队|生产周期|工期|发出|寄出|lead time|ships|shipped|dispatch|dispatched
        delivery|production time
        """
    )
    static let promotions = WordTable<Void>(

        """
        活动|优惠|特价|促销|满减|立减|买一送|赠送|限时|秒杀|大促|双十一|双11|双十二|618|折扣|打折|折|promotion|discount|on sale
        coupon|special offer|% off|off
        """
    )
    private static let noPromotions = WordTable<Void>(
        "活动范围|活动区|活动板|活动量|活动性|优惠券|优惠码|优惠卷|折叠|折旧|折射|折算|折痕|折弯|折断|折返|折合|促销员|off grid|off road|off the")
}
