/// What the rules beside retrieval say of a message.
public enum RuleMatch: Sendable, Hashable {
    case greeting
    case courtesy
    /// It asks for a person; `word` is the normalised word that says so.
    case person(word: String, isWholeMessage: Bool)
    case complaint(word: String, isWholeMessage: Bool)
}

/// The configured rule words in normalised form, ready to be matched against message keys.
///
/// A key is what the text pipeline makes of a message: no punctuation, Latin words separated by
/// single spaces.
public struct RuleBook: Sendable {
    private let person: [String]
    private let complaint: [String]
    private let harmless: [String]
    private let sensitive: [String]
    private let greetings: Set<String>
    private let courtesies: Set<String>

    /// - Parameter key: the normalisation that message keys went through.
    public init(_ words: RuleWords, key: (String) -> String) {
        func keys(_ list: [String]) -> [String] { list.map(key).filter { !$0.isEmpty } }
        person = keys(words.person)
        complaint = keys(words.complaint)
        harmless = keys(words.harmless)
        sensitive = keys(words.sensitive)
        greetings = Set(keys(words.greetings))
        courtesies = Set(keys(words.courtesies))
    }

    /// What the rules say of a message; `nil` when they are silent.
    /// - Parameters:
    ///   - key: the normalised message.
    ///   - isBlank: the message has neither letters nor digits (emoji, punctuation): a courtesy.
    public func match(key: String, isBlank: Bool = false) -> RuleMatch? {
        if isBlank || isCourtesy(key) { return .courtesy }
        if greetings.contains(key) { return .greeting }
        var rest = key
        for word in harmless { rest = rest.replacing(word, with: " ") }
        if let word = firstHit(complaint, in: rest) {
            return .complaint(word: word, isWholeMessage: isRequest(key, for: word))
        }
        if let word = firstHit(person, in: rest), !isDeclined(word, in: rest) {
            return .person(word: word, isWholeMessage: isRequest(key, for: word))
        }
        return nil
    }

    /// The sensitive words in a message; its answer is then only a draft.
    public func sensitiveWords(in key: String) -> [String] {
        sensitive.filter { contains($0, in: key) }
    }

    /// A courtesy, or several of them one after another (`好的谢谢`, `ok thanks`), with particles
    /// behind (`谢谢啦`).
    private func isCourtesy(_ key: String) -> Bool {
        guard !key.isEmpty, key.count <= 24 else { return false }
        let letters = Array(key)
        var isReachable = [Bool](repeating: false, count: letters.count + 1)
        isReachable[0] = true
        for start in letters.indices where isReachable[start] {
            if start > 0, Self.particles.contains(letters[start]) { isReachable[start + 1] = true }
            for end in start + 1...letters.count
            where courtesies.contains(String(letters[start..<end])) {
                isReachable[end] = true
            }
        }
        return isReachable[letters.count]
    }

    /// Nothing but the word and what surrounds a plain request for it.
    private func isRequest(_ key: String, for word: String) -> Bool {
        var rest = key.replacing(word, with: "")
        for filler in Self.requestFillers { rest = rest.replacing(filler, with: "") }
        return rest.allSatisfy { $0 == " " }
    }

    private func firstHit(_ words: [String], in key: String) -> String? {
        words.filter { contains($0, in: key) }.max { $0.count < $1.count }
    }

    /// Latin words match whole words only; Han words match anywhere.
    private func contains(_ word: String, in key: String) -> Bool {
        guard word.utf8.allSatisfy({ $0 < 0x80 }) else { return key.contains(word) }
        return " \(key) ".contains(" \(word) ")
            || (word.allSatisfy(\.isNumber) && key.contains(word))
    }

    private func isDeclined(_ word: String, in key: String) -> Bool {
        guard let place = key.firstRange(of: word) else { return false }
        let before = String(key[..<place.lowerBound].suffix(4))
        return Self.refusals.contains { before.hasSuffix($0) || before.contains($0 + "转") }
    }

    private static let refusals = ["不用", "不要", "不需要", "别", "无需", "不想"]

    private static let particles: Set<Character> = [
        " ", "啦", "呀", "哈", "哦", "啊", "了", "哟", "呢", "喔",
    ]

    /// Longest first, so that the shorter ones do not break them.
    private static let requestFillers = [
        "麻烦帮我", "please", "i want to", "i want a", "i need a", "can i", "let me", "make a",
        "帮我", "请帮", "我要", "我想", "给我", "麻烦", "客服", "服务", "你们", "转接", "处理", "一下", "请",
        "转", "接", "找", "叫", "要", "来", "个", "你", "我", "的", "了", "吧", "啊", "呢", "吗", "to", "a", "i",
    ]
}
