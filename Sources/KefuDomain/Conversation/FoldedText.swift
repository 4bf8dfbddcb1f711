/// A text beside its folded form, scalar for scalar: what is found in the one can be cut out of the
/// other.
///
/// Folding: lower case for ASCII, half for full width, simplified for the traditional characters that
/// the word lists hold.
struct FoldedText: Sendable {
    let original: [Unicode.Scalar]
    let folded: [Unicode.Scalar]

    init(_ text: String) {
        original = Array(text.unicodeScalars.prefix(Turn.maxScalars))
        folded = original.map(Self.fold)
    }

    var count: Int { folded.count }

    /// The folded scalar at a place; `nil` behind the end.
    func scalar(_ place: Int) -> UInt32? { place < count ? folded[place].value : nil }

    /// What a person wrote at some places.
    func text(_ range: Range<Int>) -> String {
        String(String.UnicodeScalarView(original[range]))
    }

    /// The folded form of some places.
    func plain(_ range: Range<Int>) -> String {
        String(String.UnicodeScalarView(folded[range]))
    }

    /// Where the first letter, digit or character stands.
    var firstWord: Int { folded.firstIndex { !Self.isBlank($0) } ?? count }

    /// Whether a letter or digit of ASCII stands there.
    func isLatin(_ place: Int) -> Bool {
        folded.indices.contains(place) && Self.isLatin(folded[place])
    }

    func isDigit(_ place: Int) -> Bool {
        folded.indices.contains(place) && ("0"..."9").contains(folded[place])
    }

    /// Whether no Latin word runs across a place.
    func isBoundary(_ place: Int) -> Bool { !(isLatin(place - 1) && isLatin(place)) }

    func holds(any words: Spellings) -> Bool {
        folded.indices.contains { words.longest(in: self, at: $0) != nil }
    }

    /// Whether a word stands at a place and ends there.
    func has(_ word: [Unicode.Scalar], at place: Int) -> Bool {
        let end = place + word.count
        return end <= count && isBoundary(end) && folded[place..<end].elementsEqual(word)
    }

    func skippingSpaces(_ place: Int) -> Int {
        var place = place
        while place < count, folded[place] == " " { place += 1 }
        return place
    }

    static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
    }

    /// Spaces and punctuation; a currency sign or % is none.
    static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x24, 0x25, 0xA5: false
        case 0x00..<0x30, 0x3A...0x60, 0x7B...0xBF: true
        case 0x2000...0x206F, 0x3000...0x303F: true
        default: scalar.value > 0xFF && scalar.properties.isEmoji
        }
    }

    /// Blanks, and the marks that end a sentence, in any width.
    static func isBlankOrMark(_ scalar: Unicode.Scalar) -> Bool { isBlank(fold(scalar)) }

    private static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x41...0x5A: return Unicode.Scalar(scalar.value + 0x20) ?? scalar
        case 0xFFE5: return "\u{A5}"
        case 0xFF01...0xFF5E:
            return Unicode.Scalar(scalar.value - 0xFEE0).map(fold) ?? scalar
        case 0x3000, 0x09, 0x0A, 0x0D, 0xA0: return " "
        case 0x2010...0x2015, 0x2212: return "-"
        case 0x2018, 0x2019: return "'"
        case 0x4E00...0x9FFF: return simplified[scalar] ?? scalar
        default: return scalar
        }
    }

    private static let simplified: [Unicode.Scalar: Unicode.Scalar] = {
        let pairs = """
            這这 個个 麼么 嗎吗 為为 還还 價价 錢钱 槍枪 雙双 單单 電电 樁桩 車车 費费 幾几 貴贵 長长 寬宽 \
            裝装 貨货 運运 郵邮 顏颜 紅红 藍蓝 綠绿 銀银 質质 壓压 規规 參参 數数 實实 戶户 內内 裡里 裏里 \
            種种 款款 樣样 訂订 單单 號号 發发 對对 話话 問问 題题 換换 會会 點点 時时 間间 無无 沒没 買买 賣卖 \
            寶宝 區区 別别 轉转 線线 徑径 級级 燈灯 壞坏 應应 處处 東东 廣广 灣湾 澳澳 門门 島岛 慶庆 龍龙 兩两
            """
        var table: [Unicode.Scalar: Unicode.Scalar] = [:]
        for pair in pairs.split(separator: " ") {
            let scalars = Array(pair.unicodeScalars)
            table[scalars[0]] = scalars[1]
        }
        return table
    }()
}

/// Words that can be found in a text, each with what it stands for; those in Latin letters match
/// whole words only.
struct SpellingTable<Value: Sendable>: Sendable {
    /// By first scalar, longest first.
    private let words: [Unicode.Scalar: [(word: [Unicode.Scalar], value: Value)]]

    init(_ lists: [(value: Value, words: [String])]) {
        var words: [Unicode.Scalar: [(word: [Unicode.Scalar], value: Value)]] = [:]
        for (value, list) in lists {
            for word in list {
                let scalars = Array(word.unicodeScalars)
                guard let head = scalars.first else { continue }
                // Of two meanings of a word the first counts.
                if words[head]?.contains(where: { $0.word == scalars }) ?? false { continue }
                words[head, default: []].append((scalars, value))
            }
        }
        self.words = words.mapValues { $0.sorted { $0.word.count > $1.word.count } }
    }

    /// The longest word at a place.
    /// - Parameter isGlued: letters or digits may stand right before it, as before a unit.
    func longest(
        in text: FoldedText, at place: Int, isGlued: Bool = false
    ) -> (value: Value, length: Int)? {
        guard place < text.count, isGlued || text.isBoundary(place),
            let found = words[text.folded[place]]?.first(where: { text.has($0.word, at: place) })
        else { return nil }
        return (found.value, found.word.count)
    }
}

/// A list of words that can be found in a text.
struct Spellings: Sendable {
    private let table: SpellingTable<Bool>

    init(_ words: [String]) {
        table = SpellingTable([(true, words)])
    }

    /// Words separated by white space.
    init(words: String) {
        self.init(words.split(whereSeparator: \.isWhitespace).map(String.init))
    }

    /// How many scalars the longest word at a place has; `nil` where none stands.
    func longest(in text: FoldedText, at place: Int) -> Int? {
        table.longest(in: text, at: place)?.length
    }
}
