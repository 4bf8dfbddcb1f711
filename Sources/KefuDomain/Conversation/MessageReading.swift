/// A message laid out in pieces that say how it leans on what was said before.
struct MessageReading: Sendable {
    enum Kind: Sendable, Hashable {
        /// 那, 如果, what about: turns to another case.
        case opener
        /// 呢 at the end.
        case tail
        /// Stands for a thing that was named: 它, 这款, it.
        case pronoun
        case aspect(Aspect)
        /// What is asked about: 充电桩, charger.
        case thing
        /// A word that no list here has, and of which the language knows that it names a thing.
        case noun
        case fact(Fact)
        /// 的, one: what it modifies is left out.
        case ellipsis
        /// in, for, with.
        case preposition
        /// Joins two things: 和, and.
        case joint
        /// 有, 有没有.
        case existence
        case filler
        /// Punctuation and spaces.
        case blank
        /// Words that mean something of their own.
        case unknown
    }

    struct Piece: Sendable {
        let kind: Kind
        var range: Range<Int>
    }

    let text: FoldedText
    let pieces: [Piece]

    init(_ text: String, nouns: Set<String> = []) {
        self.init(FoldedText(text), nouns: nouns)
    }

    /// - Parameter nouns: of the text's words those that name things, of whatever trade.
    init(_ text: FoldedText, nouns: Set<String> = []) {
        self.text = text
        let nouns = SpellingTable([(Kind.noun, Array(nouns))])
        var pieces: [Piece] = []
        var place = 0
        while place < text.count {
            let piece = Self.piece(
                in: text, at: place, isFirst: !pieces.contains { $0.kind != .blank }, nouns)
            place = piece.range.upperBound
            if let last = pieces.last, last.kind == piece.kind,
                piece.kind == .unknown || piece.kind == .blank
            {
                pieces[pieces.count - 1].range = last.range.lowerBound..<place
            } else {
                pieces.append(piece)
            }
        }
        self.pieces = pieces
    }

    var facts: [Fact] {
        pieces.compactMap { if case .fact(let fact) = $0.kind { fact } else { nil } }
    }

    var aspects: [Aspect] {
        pieces.compactMap { if case .aspect(let aspect) = $0.kind { aspect } else { nil } }
    }

    func has(_ kind: Kind) -> Bool { pieces.contains { $0.kind == kind } }

    /// Without blanks.
    var solid: [Piece] { pieces.filter { $0.kind != .blank } }

    /// How many scalars say something that no list knows.
    var unknownCount: Int {
        pieces.filter { $0.kind == .unknown || $0.kind == .noun }
            .reduce(0) { $0 + $1.range.count }
    }

    /// From the first to the last piece that is no blank.
    var body: Range<Int> {
        guard let first = solid.first, let last = solid.last else { return 0..<0 }
        return first.range.lowerBound..<last.range.upperBound
    }

    /// Whether it holds no Han character.
    var isLatin: Bool { !text.folded.contains { (0x3400...0x9FFF).contains($0.value) } }

    private static func piece(
        in text: FoldedText, at place: Int, isFirst: Bool, _ nouns: SpellingTable<Kind>
    ) -> Piece {
        if FoldedText.isBlank(text.folded[place]), !text.isLatin(place) {
            return Piece(kind: .blank, range: place..<place + 1)
        }
        var best = Piece(kind: .unknown, range: place..<endOfWord(in: text, from: place))
        var length = 0
        if let fact = FactReader(text).fact(at: place) {
            best = Piece(kind: .fact(fact), range: fact.range)
            length = fact.range.count
        }
        if let found = Aspect.words.longest(in: text, at: place), found.length > length {
            best = Piece(kind: .aspect(found.value), range: place..<place + found.length)
            length = found.length
        }
        let lexicon = isFirst ? openers : lexicon
        if let found = lexicon.longest(in: text, at: place), found.length > length {
            best = Piece(kind: found.value, range: place..<place + found.length)
        }
        if best.kind == .unknown, let found = nouns.longest(in: text, at: place) {
            best = Piece(kind: .noun, range: place..<place + found.length)
        }
        return best
    }

    private static func endOfWord(in text: FoldedText, from place: Int) -> Int {
        var end = place + 1
        while !text.isBoundary(end) { end += 1 }
        return end
    }
}

extension MessageReading {
    private static let lexicon = SpellingTable(lists.map { ($0, words(of: $1, $2)) })

    /// With the words that only open a message.
    private static let openers = SpellingTable(
        ([opening] + lists).map { ($0, words(of: $1, $2)) })

    private static func words(of chinese: String, _ english: String) -> [String] {
        chinese.split(whereSeparator: \.isWhitespace).map(String.init)
            + english.split { $0 == "," || $0 == "\n" }.map {
                String($0.drop(while: \.isWhitespace))
            }
    }

    private static let opening: (Kind, String, String) = (
        .opener,
        """
        那 那么 那如果 那如果是 那要是 那要 那换成 那改成 那换 那假如 如果 如果是 要是 要是换成 如果换成 如果要 换成 改成 \
        假如 若是 以及 然后
        """,
        """
        what about, how about, and what about, and how about, and, and for, what if, what if it's, what if it is, \
        then, ok and, so, and the
        """
    )

    /// Words in Chinese, separated by spaces, and in English, by commas.
    private static let lists: [(Kind, String, String)] = [
        (.tail, "呢 呐 捏 咧 呢亲", ""),
        (
            .pronoun,
            """
            它 它们 这个 那个 这款 那款 这种 那种 这台 那台 这一款 那一款 该款 此款 这些 那些 这个桩 那个桩 这款桩 那款桩 这台桩 \
            这个充电桩 这款充电桩 那款充电桩 这种充电桩 这种桩 这个型号 这款产品 这个产品 那个型号 那个产品 这东西
            """, "it, that one, this one, that, this, they, them, these, those, its"
        ),
        (
            .thing,
            "充电桩 桩 桩子 充电器 充电枪 枪 枪线 充电线 线 设备 机器 机子 产品 版本 版 款式 主机 终端 模块 充电堆 一体机",
            "charger, chargers, unit, units, wallbox, station, gun, plug, device, product"
        ),
        (.ellipsis, "的 款", "one, ones, version, model"),
        (.preposition, "", "in, with, for, at, on, of, to, during, from"),
        (.joint, "和 跟 与 或 或者 还是 、", "and, or"),
        (.existence, "有 有没有 有无 还有", "have, have you got, got, is there, are there"),
        (
            .filler,
            """
            吗 么 啊 呀 吧 哦 噢 哈 嘛 了 呗 哎 诶 嗯 请问 问下 问一下 想问 想问下 想问一下 我想问 我想问下 我想问一下 我想知道 \
            麻烦问下 麻烦问一下 请教 请教下 请教一下 一下 一台 一个 一套 每台 台 个 是 大概 大约 你们 你们家 你家 您们 咱们 咱家 \
            现在 也 都 又 一般 亲 您好 你好 最 别的 其他 其它 另一种 这边 哈喽
            """,
            """
            the, a, an, is, are, do, does, you, please, too, also, then, instead, about, any, there, me, my, your, \
            be, will, would, can, i, get, it's, hi, hello, ok, if, need, it is, what, what are, what is the, what's the, tell me
            """
        ),
    ]
}
