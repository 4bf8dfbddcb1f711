/// Why a message opens another topic than the one before it (SPEC 4).
public enum TopicChange: String, Codable, CaseIterable, Sendable {
    /// It says so: 对了, 另外, 还有个问题, by the way.
    case signal
    /// It is of another type than the conversation.
    case type
    /// Too few of its key words were said before.
    case words

    /// Below this share of known key words the topic is another one.
    public static let enoughOverlap = 0.3

    /// Whether a message begins with a phrase by which people turn to something else.
    static func isSignalled(in text: FoldedText) -> Bool {
        let start = text.firstWord
        return signals.longest(in: text, at: start) != nil
    }

    /// The share of a message's key words that were said before; 1 for a message without any.
    static func overlap(of words: Set<String>, with known: Set<String>) -> Double {
        if words.isEmpty { return 1 }
        return Double(words.intersection(known).count) / Double(words.count)
    }

    private static let signals = Spellings([
        "对了", "另外", "还有个问题", "还有一个问题", "还有个事", "还有件事", "再问一个", "再问个", "再问一下", "再请教",
        "还想问", "还想请教", "换个话题", "换个问题", "换一个问题", "问个别的", "问点别的", "问下别的", "顺便问",
        "顺便", "话说", "哦对", "噢对", "啊对了", "哦对了", "别的问题", "另一个问题", "另外一个问题", "题外话",
        "by the way", "btw", "another question", "one more question", "one more thing",
        "different question", "different topic", "something else", "another thing",
        "also a question",
        "on another note", "unrelated", "separately", "changing the subject",
    ])
}
