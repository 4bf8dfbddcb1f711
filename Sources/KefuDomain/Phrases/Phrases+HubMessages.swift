/// What taking in messages has to say.
extension Phrase {
    public static let namesNothing = Phrase("an empty id names nothing", "空的标识不指向任何对象")

    public static let answerOfNoThread = Phrase(
        "this answer belongs to no conversation", "该回答不属于任何会话")
    public static let answerOfNoThreadWhy = Phrase(
        "it was asked for with ask, not by a customer's message", "它来自 ask，而不是客户的消息")
    public static let answerOfNoThreadHint = Phrase(
        "give the answer_id that message.receive returned", "请给出 message.receive 返回的 answer_id")

    public static let sentBefore = Phrase(
        "the draft was sent as another message", "该草稿已作为另一条消息发出")
    public static let sentBeforeWhy = Phrase(
        "one draft is one message; its id was announced before", "一份草稿只对应一条消息，其编号此前已上报")
    public static let sentBeforeHint = Phrase(
        "announce each draft once, under the id of the message that it became",
        "每份草稿只上报一次，并使用它对应的消息编号")
    public static let sentAsAnother = Phrase(
        "the message is another draft", "该消息对应另一份草稿")
    public static let sentAsAnotherWhy = Phrase(
        "its id was announced for that draft", "该编号此前已为那份草稿上报")
    public static let sentAsTheirs = Phrase(
        "this message is the customer's, not one that was sent", "该消息是客户写的，不是发出的")
    public static let sentAsTheirsWhy = Phrase(
        "message.receive stored it with speaker them", "message.receive 保存它时发言人为 them")
    public static let sentAsTheirsHint = Phrase(
        "give the id that the channel gave the sent message", "请给出渠道为发出的消息分配的编号")
}
