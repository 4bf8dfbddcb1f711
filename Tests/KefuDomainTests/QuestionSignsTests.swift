import Testing

@testable import KefuDomain

@Test(arguments: [
    "多少钱", "能不能开票", "有没有现货", "价格是多少", "怎么安装", "可以发货吗", "可以發貨嗎", "在么", "那双枪的呢", "几天能到", "什么时候到货",
    "请问你们支持OCPP", "真的?", "好的？", "what is the price", "How much is it", "hi, how long does it take",
    "Can you ship to Germany", "do you have stock", "is there a warranty", "Where's my order",
    "ok. which one fits", "您好，如何下单", "谁负责售后", "想问下啥时候发",
])
func textsThatAskAreQuestions(text: String) {
    #expect(QuestionSigns.isQuestion(text))
}

@Test(arguments: [
    "", "好的", "收到，谢谢", "没什么", "我已经付款了", "等了好几天", "来了十几个", "今天发货", "thanks a lot", "ok",
    "I will pay tomorrow", "the price is fine", "无论如何谢谢你", "不怎么样", "show me", "somehow", "么",
    "cannot",
    "do it", "几",
])
func textsThatStateAreNone(text: String) {
    #expect(!QuestionSigns.isQuestion(text))
}
