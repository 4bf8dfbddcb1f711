import Testing

@testable import KefuText

@Suite struct StabilityTests {
    private let analyzer = Analyzer()

    /// Pieces whose neighbourhood decides what stays of them.
    private static let pieces: [String] = [
        "1", "20", "103", "1,000", ".5", "3.14", "-", "–", "~", "_", "/", ":", ".", ",", "'", "’",
        "*",
        "×", "x", "X", "%", "°", "°C", "+", " ", "  ", "\n", "\u{3000}", "，", "。", "！", "(", ")",
        "a",
        "A", "e", "kf", "KW", "kW·h", "m", "m2", "m²", "h", "hours", "hour's", "type", "the",
        "don't",
        "千瓦", "千瓦时", "伏", "安", "升", "级", "米", "度", "度电", "小时", "时间", "摄氏度", "平方米", "充",
        "电", "樁", "開", "か", "\u{3099}", "ー", "한", "\u{1100}", "\u{1161}", "\u{11A8}", "é",
        "e\u{301}", "\u{301}", "\u{20E3}", "ß", "İ", "я", "ก", "ำ", "क", "ि", "א", "ب", "٣", "½",
        "①",
        "㎾", "℃", "Ω", "ﷺ", "😀", "👨‍👩‍👧", "\u{200B}", "\u{200D}", "\u{202E}", "\u{FEFF}", "\u{0}",
        "\u{85}", "𠮷", "豈", "ｶﾞ", "々", "〇", "&", "@", "#",
    ]

    private func text(_ random: inout SeededGenerator) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 1...12, using: &random) {
            text += Self.pieces.randomElement(using: &random) ?? ""
        }
        return text
    }

    private func anyText(_ random: inout SeededGenerator) -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 1...20, using: &random) {
            let limit: UInt32 = Bool.random(using: &random) ? 0x3000 : 0x32000
            if let scalar = Unicode.Scalar(UInt32.random(in: 0..<limit, using: &random)) {
                text.append(scalar)
            }
        }
        return String(text)
    }

    @Test(arguments: 0..<8)
    func theKeyOfAKeyIsThatKey(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for round in 0..<4000 {
            let text = round % 4 == 0 ? anyText(&random) : text(&random)
            let key = analyzer.key(text)
            let again = analyzer.key(key)
            #expect(again == key, "\(text.debugDescription)")
        }
    }

    @Test(arguments: 0..<4)
    func theFastPathAgreesWithICU(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<2000 {
            let text = text(&random)
            // ICU drops a zero-width space, and nothing else happens to it.
            #expect(Folded(text).scalars == Folded("\u{200B}" + text).scalars)
        }
    }

    @Test func everyCharacterFoldsAlikeOnBothPaths() {
        for value in UInt32(0)...0x1FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = String(scalar)
            #expect(Folded(text).scalars == Folded("\u{200B}" + text).scalars, "U+\(value)")
        }
    }

    /// Anything worse than linear would take hours.
    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "电", "a", "1", " ", "-", "。", "1 x ", "a'", "10 - ", "\u{301}", "한", "👍", ".5",
            "1,000,",
            "3 k-", "5 a ", "e-", "1%",
        ])
    func endsSoonOnTheLongestText(piece: String) {
        let count = 100_000 / piece.unicodeScalars.count
        let text = analyzer.analyze(String(repeating: piece, count: count))
        #expect(text.scalars.count <= 200_000)
    }
}

/// SplitMix64, so that a failing text comes back with its seed.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed &* 0xD134_2543_DE82_EF95 &+ 1
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
