/// By what a text is recognised as a question.
///
/// Generous: in doubt it is one, so that no customer is passed over. It looks for a question mark
/// anywhere; for Chinese question words, choices (`能不能`, `有没有`) and closing particles; and for
/// English texts and sentences that begin with a question word or an auxiliary verb. Words are looked
/// for in the first 4,000 characters.
public enum QuestionSigns {
    private static let maxLength = 4000

    public static func isQuestion(_ text: String) -> Bool {
        if text.unicodeScalars.contains(where: { marks.contains($0) }) { return true }
        var plain = String(String.UnicodeScalarView(text.unicodeScalars.prefix(maxLength)))
            .lowercased()
        for index in KeyText(plain).occurring(statementFinder).sorted() {
            plain = plain.replacing(statements[index], with: " ")
        }
        let key = KeyText(plain)
        return key.contains(any: wordFinder) || endsInParticle(plain)
            || key.contains(any: numberWords) && asksForNumber(plain)
            || key.bytes.contains(where: { $0 &- 0x61 < 26 })
                && sentences(of: plain).contains { asksInEnglish($0) }
    }

    private static let wordFinder = WordFinder(words)
    private static let statementFinder = WordFinder(statements)
    private static let numberWords = WordFinder(["几", "幾"])

    private static let marks: Set<Unicode.Scalar> = ["?", "？", "؟", "⁇", "❓", "❔"]

    /// Simplified and traditional.
    private static let words = [
        "吗", "嗎", "怎么", "怎麼", "怎样", "怎樣", "咋", "如何", "多少", "什么", "什麼", "啥", "哪", "谁", "誰",
        "为何", "為何", "是否", "能否", "可否", "多久", "多长", "多長", "多大", "多重", "多远", "多遠", "何时", "何時",
        "请问", "請問", "是不是", "能不能", "可不可以", "可以不可以", "有没有", "有沒有", "会不会", "會不會", "要不要",
        "行不行", "好不好", "对不对", "對不對", "用不用", "需不需要", "支不支持", "贵不贵",
    ]

    /// Hold a question word and ask nothing.
    private static let statements = [
        "没什么", "沒什麼", "没啥", "不怎么", "不怎麼", "没多少", "无论如何", "無論如何", "哪怕", "哪里哪里", "没多久", "谁知道",
    ]

    private static let particles: Set<Character> = ["么", "麼", "呢", "不", "没", "嘛"]

    private static func endsInParticle(_ text: String) -> Bool {
        guard let last = text.last(where: { $0.isLetter }) else { return false }
        return particles.contains(last) && !text.hasSuffix("要不") && text.count > 1
    }

    /// `几台`, `几天`, but not `好几天`, `十几台`.
    private static func asksForNumber(_ text: String) -> Bool {
        let letters = Array(text)
        for (place, letter) in letters.enumerated() where letter == "几" || letter == "幾" {
            if place > 0, "好这那這十".contains(letters[place - 1]) { continue }
            if place + 1 < letters.count, counted.contains(letters[place + 1]) { return true }
        }
        return false
    }

    private static let counted = Set("台套天点點个個号號米把年月小周路钱錢块塊时時种種位次相级級")

    private static func sentences(of text: String) -> [[Substring]] {
        text.split { ".!;,\n。！；，".contains($0) }.map { sentence in
            sentence.split { !($0.isLetter || $0.isNumber || $0 == "'" || $0 == "’") }
        }
    }

    private static func asksInEnglish(_ words: [Substring]) -> Bool {
        let courtesies = [
            "hi", "hello", "hey", "so", "and", "please", "sorry", "ok", "but", "dear",
        ]
        let rest = words.drop { courtesies.contains(String($0)) }
        guard rest.count > 1 || rest.first.map({ openers.contains($0) }) == true,
            let first = rest.first
        else { return false }
        return openers.contains(first)
            || (rest.count > 2 && inverters.contains(first)
                && rest.dropFirst().first.map(subjects.contains) == true)
            || zip(rest, rest.dropFirst()).contains { $0 == "how" && measures.contains($1) }
    }

    private static let openers: Set<Substring> = [
        "what", "what's", "what’s", "whats", "how", "how's", "why", "when", "where", "where's",
        "which", "who", "who's", "whose",
    ]
    private static let inverters: Set<Substring> = [
        "can", "could", "do", "does", "did", "is", "are", "was", "were", "will", "would", "should",
        "may", "shall", "have", "has", "any",
    ]
    private static let subjects: Set<Substring> = [
        "you", "i", "we", "it", "they", "he", "she", "there", "this", "that", "these", "those",
        "the", "your", "my", "our", "a", "an", "any", "anyone", "someone", "anybody", "discount",
        "chance", "idea", "news", "update", "stock", "warranty", "delivery",
    ]
    private static let measures: Set<Substring> = [
        "much", "many", "long", "far", "soon", "often", "big", "fast", "to", "do", "can",
    ]
}
