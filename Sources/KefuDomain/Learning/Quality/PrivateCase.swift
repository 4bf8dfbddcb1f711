/// One customer's own case: true for nobody else.
enum PrivateCase {
    /// Whether a question is about it: 我的快递到哪了.
    static func isAsked(in reading: Reading) -> Bool {
        asked.contains(in: reading, 0..<reading.count)
    }

    /// Whether an answer is about it: 您的订单已发出; but not 已经发出的可以转寄.
    static func isAnswered(in reading: Reading) -> Bool {
        answered.mentions(in: reading).contains { mention in
            conditions.match(in: reading, at: mention.range.upperBound) == nil
        } || isTold(in: reading) || isDone(in: reading)
    }

    /// 您的报告已经出了: something of the customer's, and how it stands with it.
    private static func isTold(in reading: Reading) -> Bool {
        owned.mentions(in: reading).contains { mention in
            let end = mention.range.upperBound
            return (1...5).contains { length in
                let place = end + length
                return place < reading.count
                    && (end..<place).allSatisfy { Sign.isHan(reading.folded[$0]) }
                    && states.match(in: reading, at: place).map {
                        conditions.match(in: reading, at: $0.range.upperBound) == nil
                    } ?? false
            }
        }
    }

    /// 给您开通了: done for this customer.
    private static func isDone(in reading: Reading) -> Bool {
        favours.mentions(in: reading).contains { mention in
            let end = mention.range.upperBound
            let verb = reading.folded[end...].prefix(4).prefix { Sign.isHan($0) }
            guard let place = verb.firstIndex(of: 0x4E86) else { return false }
            return place > end
        }
    }

    private static let favours = WordTable<Void>("给您|给你|帮您|帮你|为您")
    private static let owned = WordTable<Void>("您的|你的|您家|您那")
    private static let states = WordTable<Void>("已经|已|好了|到了|出了|通过了|还没|正在|没通过|修好|办好|寄出")

    private static let asked = WordTable<Void>(
        """
        我的订单|我的快递|我的货|我的包裹|我的单|我的退款|我的钱|我那单|我这单|我那个单|我昨天|我前天|我上周|我上个月|我今天|我刚下|我刚拍|我刚付|我已经付|到哪了
        到哪里了|到哪儿了|发货了吗|发货了没|发货没|发了吗|发了没|还没发货|没发货|怎么还不发|什么时候给我|还没到|还没收到|没收到货|退款到了吗|退款到账了吗|退款还没
        还没退|师傅什么时候|师傅几点|师傅到哪|师傅怎么还|几点到我|帮我查|帮我看看|查一下我|帮我催|催一下|催单|帮我改|帮我取消|取消我|帮我退|我付款了|已付款|已经付款
        已下单|我家那|我那台|我们公司那|我们那批|我的预约|我的会员|我的积分|我的课|我的快件|我的包|my parcel|my package|my booking
        my appointment|my payment|where is my|i ordered|i bought|i paid|been shipped yet
        arrived yet
        """)

    private static let answered = WordTable<Void>(
        """
        您的订单已|您的订单在|您的订单今|您的订单明|您的订单是|您的订单号|您的快递|您的包裹|您的单|您这单|您那单|您的货|您那台|您这台|您家的|您的退款|您的发票已
        您的预约是|您的预约已|您的会员已|您的账号是|你的订单已|你的快递|你这单|您的车|骑手|离您|给您发了|给您发过去|给您寄了|给您寄过去|给您退了|给您补了|给您换了
        给您安排|给您改|给您查|给您登记|给您申请|给您备注|给您预留|给您留|帮您改|帮您退|帮您催|帮您安排|帮您取消|帮您备注|帮您申请|帮你改|帮你查|已发货|已经发货
        已经发出|已发出|已寄出|已经寄|已退款|已经退|已安排|已经安排|已签收|已经签收|已取消|已经取消|已改|已经改|已处理|查到您|系统显示|后台显示|物流显示|显示您
        到您那|到您家|您那边师傅|正在派送|派送中|运输中|师傅明天|师傅今天|师傅下午|师傅上午|明天上门|今天上门|下午上门|明天给您|今天给您|下午给您|这次给您|特批|破例
        your order has|your order is|your order was|your parcel|your package|your refund has
        your refund is|your booking is|your appointment is|has been shipped|has shipped
        have refunded|has been refunded|i've cancelled|i have cancelled|on its way to you
        out for delivery|we've sent|i've sent|i have sent|i've changed|i have changed
        just this once|is ready for you|is ready, you|is ready to collect|is ready for pickup
        has arrived at
        """)

    /// Right behind: what is said is a case that may occur.
    private static let conditions = WordTable<Void>("的|后|才|之后|以后|但|且|不能|就|时")
}
