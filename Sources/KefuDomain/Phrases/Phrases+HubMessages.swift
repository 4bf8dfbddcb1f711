/// What taking in messages has to say.
extension Phrase {
    public static let namesNothing = Phrase("an empty id names nothing", "空的标识不指向任何对象")

    public static let answerOfNoThread = Phrase(
        "this answer belongs to no conversation", "该回答不属于任何会话")
    public static let answerOfNoThreadWhy = Phrase(
        "it was asked for with ask, not by a customer's message", "它来自 ask，而不是客户的消息")
    public static let answerOfNoThreadHint = Phrase(
        "give the answer_id that message.receive returned", "请给出 message.receive 返回的 answer_id")

    public static let sentAsTheirs = Phrase(
        "this message is the customer's, not one that was sent", "该消息是客户写的，不是发出的")
    public static let sentAsTheirsWhy = Phrase(
        "message.receive stored it with speaker them", "message.receive 保存它时发言人为 them")
    public static let sentAsTheirsHint = Phrase(
        "give the id that the channel gave the sent message", "请给出渠道为发出的消息分配的编号")
}
