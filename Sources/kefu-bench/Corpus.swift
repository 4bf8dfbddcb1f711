import KefuText

/// A generated base: questions as customers ask a shop, answers of about a hundred characters.
struct Corpus {
    struct Entry {
        /// The question in pieces, so that paraphrases of it can be made.
        let pieces: [String]
        let answer: String
        var question: String { pieces.joined() }
    }

    let entries: [Entry]
    private let vocabulary: Vocabulary

    /// The same base for the same numbers, on every machine.
    init(count: Int, seed: UInt64) {
        vocabulary = Vocabulary()
        var random = Random(seed: seed)
        var entries: [Entry] = []
        var questions: Set<String> = []
        while entries.count < count {
            let pieces = Self.question(vocabulary, &random)
            guard questions.insert(pieces.joined()).inserted else { continue }
            entries.append(Entry(pieces: pieces, answer: Self.answer(vocabulary, &random)))
        }
        self.entries = entries
    }

    /// Rows of FAQ in JSON Lines; no text holds what JSON would escape.
    var jsonLines: [String] {
        entries.map { #"{"question":"\#($0.question)","answer":"\#($0.answer)"}"# }
    }

    /// A question, and the place of the entry that it was made of.
    struct Query {
        let text: String
        /// `nil` for one that the base has no answer to.
        let entry: Int?
    }

    /// Questions as customers would put them: four of five say what an entry says in other words,
    /// one of five asks for something else.
    func queries(_ count: Int, seed: UInt64) -> [Query] {
        var random = Random(seed: seed)
        var queries: [Query] = []
        for number in 0..<count {
            if number % 5 == 4 {
                let pieces = Self.question(vocabulary, &random)
                queries.append(Query(text: pieces.joined(), entry: nil))
            } else {
                let place = random.number(below: entries.count)
                let text = Self.paraphrase(entries[place].pieces, vocabulary, &random)
                queries.append(Query(text: text, entry: place))
            }
        }
        return queries
    }
}

extension Corpus {
    private static let openings = ["", "", "", "", "请问", "你好，", "我想问一下", "麻烦问下", "你们的"]
    private static let links = ["", "", "的", "的", "和", "在", "用", "跟"]
    private static let askings = [
        "怎么办", "多少钱", "怎么设置", "在哪里看", "能不能退", "坏了怎么修", "要多久", "支持吗", "需要什么材料",
        "可以开发票吗", "为什么连不上", "保修几年", "怎么安装", "是什么意思", "有什么区别", "能便宜点吗",
        "什么时候发货", "怎么取消", "没有反应", "报错了", "",
    ]
    private static let joints = ["，", "，", "；", "。", "。", "请", "可以", "需要", "在", "的", "并"]

    private static func question(_ words: Vocabulary, _ random: inout Random) -> [String] {
        var pieces = [random.one(of: openings)]
        for index in 0..<2 + random.number(below: 3) {
            if index > 0 { pieces.append(random.one(of: links)) }
            pieces.append(words.pick(&random))
        }
        if random.number(below: 8) == 0 { pieces.append(code(&random)) }
        pieces.append(random.one(of: askings))
        return pieces
    }

    private static func code(_ random: inout Random) -> String {
        let letter = random.one(of: ["E", "F", "K", "A", "TX", "V"])
        return "\(letter)\(100 + random.number(below: 900))"
    }

    private static func answer(_ words: Vocabulary, _ random: inout Random) -> String {
        var text = ""
        var length = 0
        while length < 96 {
            let word = words.pick(&random) + random.one(of: joints)
            text += word
            length += word.count
        }
        return text + "。"
    }

    /// Drops a piece, swaps two, or asks for it otherwise; sometimes two of these.
    private static func paraphrase(
        _ pieces: [String], _ words: Vocabulary, _ random: inout Random
    ) -> String {
        var pieces = pieces
        for _ in 0...random.number(below: 2) {
            let place = random.number(below: pieces.count)
            switch random.number(below: 4) {
            case 0 where pieces.count > 3: pieces.remove(at: place)
            case 1: pieces.swapAt(place, random.number(below: pieces.count))
            case 2: pieces[pieces.count - 1] = random.one(of: askings)
            default: pieces[0] = random.one(of: openings)
            }
        }
        let text = pieces.joined()
        return text.isEmpty ? words.pick(&random) : text
    }
}

/// Words of two characters that the lexicon knows, commonest first.
private struct Vocabulary {
    private let words: [String]
    /// Sums of the shares of the words up to each place.
    private let sums: [Double]

    /// So many common characters are paired.
    private static let characters = 1_000
    private static let size = 20_000

    init() {
        var characters: [(text: String, rarity: Double)] = []
        for value in UInt32(0x4E00)...0x9FFF {
            guard let scalar = Unicode.Scalar(value), Lexicon.simplified(scalar) == scalar else {
                continue
            }
            characters.append((String(scalar), Lexicon.rarity(of: String(scalar))))
        }
        characters.sort { ($0.rarity, $0.text) < ($1.rarity, $1.text) }
        let common = characters.prefix(Self.characters).map(\.text)
        var found: [(text: String, rarity: Double)] = []
        for first in common {
            for second in common where Lexicon.isWord(first + second) {
                found.append((first + second, Lexicon.rarity(of: first + second)))
            }
        }
        found.sort { ($0.rarity, $0.text) < ($1.rarity, $1.text) }
        words = found.prefix(Self.size).map(\.text)
        // Zipf's law, flattened at its head as in speech about one trade.
        var sum = 0.0
        var sums: [Double] = []
        for rank in words.indices {
            sum += 1 / (Double(rank) + 20)
            sums.append(sum)
        }
        self.sums = sums
    }

    func pick(_ random: inout Random) -> String {
        let wanted = random.fraction() * (sums.last ?? 0)
        var (low, high) = (0, sums.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] < wanted { low = middle + 1 } else { high = middle }
        }
        return words[low]
    }
}
