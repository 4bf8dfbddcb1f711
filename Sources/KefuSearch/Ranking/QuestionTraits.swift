/// What kind of thing a question asks for, and whether it denies something.
struct QuestionTraits: Sendable, Equatable {
    /// The kinds of answers that questions ask for.
    struct Kinds: OptionSet, Sendable {
        let rawValue: UInt16

        static let who = Kinds(rawValue: 1 << 0)
        static let when = Kinds(rawValue: 1 << 1)
        static let `where` = Kinds(rawValue: 1 << 2)
        static let why = Kinds(rawValue: 1 << 3)
        static let price = Kinds(rawValue: 1 << 4)
        static let amount = Kinds(rawValue: 1 << 5)
        static let how = Kinds(rawValue: 1 << 6)
        static let which = Kinds(rawValue: 1 << 7)
        static let meaning = Kinds(rawValue: 1 << 8)
        static let whether = Kinds(rawValue: 1 << 9)
        static let what = Kinds(rawValue: 1 << 10)
    }

    static let none = QuestionTraits(kinds: [], isNegated: false)

    let kinds: Kinds
    let isNegated: Bool

    /// Whether the answer is a time, an amount or a price.
    var asksForNumber: Bool { !kinds.isDisjoint(with: [.when, .amount, .price]) }

    /// Whether both ask for something, and not for the same.
    func clashes(with other: QuestionTraits) -> Bool {
        !kinds.isEmpty && !other.kinds.isEmpty && kinds.isDisjoint(with: other.kinds)
    }
}

extension QuestionTraits {
    /// - Parameter key: as `Analyzer.key` writes it. Only its beginning is read.
    init(of key: [UInt32]) {
        let key = Array(key.prefix(Self.maxScalars))
        var kinds: Kinds = []
        var isNegated = false
        for place in key.indices {
            for cue in Self.cues[key[place]] ?? [] where cue.matches(key, at: place) {
                kinds.formUnion(cue.kinds)
                if cue.isNegation, !Self.isAlternative(key, at: place) { isNegated = true }
            }
        }
        self.init(kinds: Self.settled(kinds), isNegated: isNegated)
    }

    private static let maxScalars = 400

    /// Takes away the general kinds that a special one explains: 什么 in 什么时候.
    private static func settled(_ found: Kinds) -> Kinds {
        var kinds = found
        if !kinds.isDisjoint(with: [.when, .where, .meaning]) { kinds.remove(.what) }
        if kinds.contains(.price) { kinds.remove(.amount) }
        if kinds.contains(.why) { kinds.remove(.how) }
        return kinds
    }

    /// Whether the negation at a place only offers a choice: 能不能, 有没有.
    private static func isAlternative(_ key: [UInt32], at place: Int) -> Bool {
        place > 0 && place + 1 < key.count && key[place - 1] == key[place + 1]
    }
}

/// A piece of text that tells what is asked.
private struct Cue {
    let text: [UInt32]
    let kinds: QuestionTraits.Kinds
    let isNegation: Bool
    let place: Place
    /// Continuations with which it means something else.
    let exceptions: [[UInt32]]

    enum Place {
        case anywhere, start, end
        /// A whole word of an alphabet.
        case word
    }

    func matches(_ key: [UInt32], at start: Int) -> Bool {
        let end = start + text.count
        guard end <= key.count, key[start..<end].elementsEqual(text) else { return false }
        switch place {
        case .anywhere: break
        case .start: guard start == 0, Self.isBreak(key, at: end) else { return false }
        case .end: guard end == key.count else { return false }
        case .word:
            guard Self.isBreak(key, at: start - 1), Self.isBreak(key, at: end) else { return false }
        }
        return !exceptions.contains { key[end...].starts(with: $0) }
    }

    private static func isBreak(_ key: [UInt32], at place: Int) -> Bool {
        guard key.indices.contains(place) else { return true }
        return !(0x61...0x7A).contains(key[place])
    }
}

extension QuestionTraits {
    /// Every cue, by its first scalar.
    private static let cues: [UInt32: [Cue]] = {
        var cues: [UInt32: [Cue]] = [:]
        for (words, kinds, place) in table {
            for word in words.split(separator: " ") {
                add(String(word), kinds, place, to: &cues)
            }
        }
        for (words, place, exceptions) in negations {
            for word in words.split(separator: " ") {
                let rest = exceptions.split(separator: " ").map { $0.unicodeScalars.map(\.value) }
                add(String(word), [], place, isNegation: true, exceptions: rest, to: &cues)
            }
        }
        return cues
    }()

    private static func add(
        _ word: String, _ kinds: Kinds, _ place: Cue.Place, isNegation: Bool = false,
        exceptions: [[UInt32]] = [], to cues: inout [UInt32: [Cue]]
    ) {
        let text = word.unicodeScalars.map { $0 == "_" ? 0x20 : $0.value }
        guard let head = text.first else { return }
        cues[head, default: []].append(
            Cue(
                text: text, kinds: kinds, isNegation: isNegation, place: place,
                exceptions: exceptions))
    }

    /// Words separated by spaces; `_` is a space inside one.
    private static let table: [(String, Kinds, Cue.Place)] = [
        ("谁 哪位", .who, .anywhere),
        ("who whom whose", .who, .word),
        ("什么时候 何时 几时 几点 多久 多长时间 哪天 几号 哪年 多少天 几天", .when, .anywhere),
        ("when how_long", .when, .word),
        ("哪里 哪儿 在哪 何处 什么地方 哪个地方", .where, .anywhere),
        ("where", .where, .word),
        ("为什么 为何 为啥 怎么会 什么原因 怎么回事 咋回事", .why, .anywhere),
        ("why", .why, .word),
        ("多少钱 价格 什么价 费用", .price, .anywhere),
        ("how_much cost costs fee fees price prices", .price, .word),
        ("多少 几个 几次 几种 多大 多高 多长 多重 几", .amount, .anywhere),
        ("how_many", .amount, .word),
        ("怎么 怎样 如何 咋 方法", .how, .anywhere),
        ("how", .how, .word),
        ("哪个 哪些 哪种 哪一", .which, .anywhere),
        ("which", .which, .word),
        ("什么意思 是什么 什么叫 啥意思 指什么 定义 含义", .meaning, .anywhere),
        ("mean means meaning what_is whats", .meaning, .word),
        ("吗 能不能 可不可以 是否 有没有 是不是 会不会 可以 能否 要不要", .whether, .anywhere),
        ("么", .whether, .end),
        ("can is do are will does could", .whether, .start),
        ("什么 啥", .what, .anywhere),
        ("what", .what, .word),
    ]

    /// Negations, where they stand, and the continuations with which they are none.
    private static let negations: [(String, Cue.Place, String)] = [
        ("不", .anywhere, "同 过 断 仅 但 好意思"),
        ("没 未 无法 拒 失败", .anywhere, ""),
        ("别", .anywhere, "的 人"),
        ("not no never without unable cant dont doesnt didnt isnt arent wont wasnt", .word, ""),
        ("werent couldnt wouldnt shouldnt hasnt havent hadnt aint cannot wrong", .word, ""),
        ("fail fails failed failing failure decline declines declined declining", .word, ""),
    ]
}
