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
    private let person: [RuleWord]
    private let complaint: [RuleWord]
    private let harmless: [RuleWord]
    private let sensitive: [RuleWord]
    /// The words of persons and complaints.
    private let requests: WordFinder
    private let greetings: Set<String>
    private let courtesies: Set<String>
    /// What courtesies begin with: most messages begin with something else.
    private let courtesyLetters: Set<Character>

    /// - Parameter key: the normalisation that message keys went through.
    public init(_ words: RuleWords, key: (String) -> String) {
        func keys(_ list: [String]) -> [String] { list.map(key).filter { !$0.isEmpty } }
        person = keys(words.person).map(RuleWord.init)
        complaint = keys(words.complaint).map(RuleWord.init)
        requests = WordFinder(keys(words.person) + keys(words.complaint))
        harmless = keys(words.harmless).map(RuleWord.init)
        sensitive = keys(words.sensitive).map(RuleWord.init)
        greetings = Set(keys(words.greetings))
        courtesies = Set(keys(words.courtesies))
        courtesyLetters = Set(courtesies.compactMap(\.first))
    }

    /// What the rules say of a message; `nil` when they are silent.
    /// - Parameters:
    ///   - key: the normalised message.
    ///   - isBlank: the message has neither letters nor digits (emoji, punctuation): a courtesy.
    public func match(key: String, isBlank: Bool = false) -> RuleMatch? {
        if isBlank || isCourtesy(key) { return .courtesy }
        if greetings.contains(key) { return .greeting }
        // Most messages hold none of the words.
        guard requests.search(Array(key.utf8), { _, _ in true }) else { return nil }
        var rest = key
        for word in harmless where word.isPart(of: Array(rest.utf8)) {
            rest = rest.replacing(word.text, with: " ")
        }
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
        let bytes = Array(key.utf8)
        return sensitive.filter { $0.isSaid(in: bytes) }.map(\.text)
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
            guard courtesyLetters.contains(letters[start]) else { continue }
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

    /// The longest of the words that a message says.
    private func firstHit(_ words: [RuleWord], in key: String) -> String? {
        let bytes = Array(key.utf8)
        return words.filter { $0.isSaid(in: bytes) }.map(\.text).max { $0.count < $1.count }
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

/// A rule's word, ready to be looked for in the bytes of a key: a search through characters would
/// cost more than all else that is done with a message.
private struct RuleWord: Sendable {
    let text: String
    private let bytes: [UInt8]
    /// The bytes with a space on either side, for words of Latin letters.
    private let whole: [UInt8]?

    init(_ text: String) {
        self.text = text
        bytes = Array(text.utf8)
        let isLatin = bytes.allSatisfy { $0 < 0x80 } && !text.allSatisfy(\.isNumber)
        whole = isLatin ? [0x20] + bytes + [0x20] : nil
    }

    /// Whether a key holds it: Latin words as whole words only, Han words and numbers anywhere.
    func isSaid(in key: [UInt8]) -> Bool {
        guard isPart(of: key) else { return false }
        return whole.map { Self.holds([0x20] + key + [0x20], $0) } ?? true
    }

    /// Whether its bytes stand anywhere in a key.
    func isPart(of key: [UInt8]) -> Bool { Self.holds(key, bytes) }

    private static func holds(_ text: [UInt8], _ part: [UInt8]) -> Bool {
        guard let first = part.first, text.count >= part.count else { return false }
        return text.withUnsafeBufferPointer { text in
            part.withUnsafeBufferPointer { part in
                for start in 0...text.count - part.count where text[start] == first {
                    var length = 1
                    while length < part.count, text[start + length] == part[length] { length += 1 }
                    if length == part.count { return true }
                }
                return false
            }
        }
    }
}
