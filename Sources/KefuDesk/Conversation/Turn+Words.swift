import KefuDomain
import KefuText

extension Turn {
    /// A message with its key words.
    init(
        _ speaker: Speaker, _ text: String, understoodAs: String? = nil, action: Action? = nil,
        source: String? = nil, isAside: Bool = false, at: Timestamp
    ) {
        let words = speaker == .them && !isAside ? KeyWords(of: understoodAs ?? text) : KeyWords()
        self.init(
            speaker, text, words: words.all, known: words.known, understoodAs: understoodAs,
            action: action, source: source, isAside: isAside, at: at)
    }
}

/// The words of a text that carry its meaning.
struct KeyWords: Sendable {
    private(set) var all: Set<String> = []
    private(set) var known = KnownWords()

    init() {}

    /// Only the beginning of a long text is read.
    init(of text: String) {
        let start = String.UnicodeScalarView(text.unicodeScalars.prefix(Turn.maxScalars))
        for term in Analyzer().analyze(String(start)).terms where !Self.empty.contains(term.text) {
            switch term.kind {
            case .word: addHan(term.text)
            case .latin, .code: all.insert(term.text)
            case .unigram, .bigram: break
            }
        }
    }

    private mutating func addHan(_ word: String) {
        switch Lexicon.wordClass(of: word.unicodeScalars.map(\.value)[...]) {
        case .function: return
        case .name: known.names.insert(word)
        case .noun: known.nouns.insert(word)
        case .verb: known.verbs.insert(word)
        case .quality: known.qualities.insert(word)
        case .number: break
        }
        all.insert(word)
    }

    /// Words that every question may hold.
    private static let empty: Set<String> = [
        "多少", "什么", "怎么", "怎么样", "怎样", "如何", "为什么", "哪个", "哪些", "哪里", "几个", "可以", "需要", "是不是",
        "有没有", "能不能", "请问", "你们", "我们", "一个", "一下", "现在", "这个", "那个", "一台", "知道", "问题",
        "a", "an", "the", "is", "are", "be", "do", "doe", "does", "did", "can", "could", "will",
        "would",
        "have", "has", "how", "what", "which", "where", "when", "whi", "why", "who", "much", "mani",
        "many",
        "i", "me", "my", "we", "our", "you", "your", "it", "this", "that", "there", "of", "to",
        "in", "on",
        "at", "for", "with", "and", "or", "if", "by", "from", "about", "get", "need", "pleas",
        "please",
    ]
}
