/// What a returning customer's conversation is summed up with.
extension Phrase {
    static let betweenItems = Phrase("; ", "；")

    static func saidBefore(_ items: String) -> Phrase {
        Phrase("Earlier: \(items)", "之前聊到：\(items)")
    }

    static func askedAnswered(_ question: String, _ answer: String) -> Phrase {
        Phrase("“\(question)” - \(answer)", "“\(question)”，答：\(answer)")
    }

    static func askedOpen(_ question: String) -> Phrase {
        Phrase("“\(question)” - still open", "“\(question)”，尚未答复")
    }

    /// Before the question that a follow-up was taken to be.
    public static let understoodAs = Phrase("understood as", "理解为")
}
