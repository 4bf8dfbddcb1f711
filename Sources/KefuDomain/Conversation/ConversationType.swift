/// What a conversation is about, and so how much of it a new message may refer to (SPEC 4).
public enum ConversationType: String, Codable, CaseIterable, Sendable {
    /// Small talk.
    case chat
    /// Questions about goods and services.
    case inquiry
    /// Something under way: an order, a delivery, a refund, a repair.
    case business

    /// So many of the customer's messages count as context.
    public var turns: Int {
        switch self {
        case .chat: 1
        case .inquiry: 5
        case .business: 3
        }
    }

    /// The type of a message.
    /// - Parameter isAside: it is a greeting or a courtesy.
    public static func of(_ text: String, isAside: Bool = false) -> ConversationType {
        if isAside { return .chat }
        let folded = FoldedText(text)
        if folded.holds(any: businessWords) { return .business }
        if Fact.all(in: folded).contains(where: { $0.kind == .order }) { return .business }
        return folded.holds(any: chatWords) ? .chat : .inquiry
    }

    private static let businessWords = Spellings([
        "订单", "单号", "发货没", "发货了", "发货吗", "还没发货", "没有发货", "没发货", "物流", "快递到", "查快递",
        "到哪了", "到哪里了", "签收", "退款", "退货", "换货", "退钱", "取消订单", "改地址", "催单", "催一下",
        "付款了", "已付款", "转账了", "打款了", "开票", "报修", "工单", "派单", "师傅什么时候", "下单了", "我的货",
        "order", "orders", "shipped", "tracking", "parcel", "refund", "refunded", "returning",
        "my invoice", "ticket", "paid", "cancel",
    ])

    private static let chatWords = Spellings([
        "你好", "您好", "天气", "吃饭了", "吃了吗", "忙不忙", "你是谁", "机器人吗", "真人吗", "讲个笑话", "聊天",
        "哈哈", "呵呵", "嘻嘻", "早上好", "晚上好", "下午好", "新年好", "节日快乐", "辛苦",
        "weather", "joke", "how are you", "who are you", "nice day", "haha", "lol",
    ])
}
