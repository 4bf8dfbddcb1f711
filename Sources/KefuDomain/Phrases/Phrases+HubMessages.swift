/// What taking in messages has to say.
extension Phrase {
    public static let namesNothing = Phrase("an empty id names nothing", "空的标识不指向任何对象")

    public static let answerOfNoThread = Phrase(
        "this answer belongs to no conversation", "该回答不属于任何会话")
    public static let answerOfNoThreadWhy = Phrase(
        "it was asked for with ask, not by a customer's message", "它来自 ask，而不是客户的消息")
    public static let answerOfNoThreadHint = Phrase(
        "give the answer_id that message.receive returned", "请给出 message.receive 返回的 answer_id")
}
