import KefuDomain
import KefuStore
import Testing

@testable import KefuSearch

/// Texts that nobody expects, asked of bases that nobody expects.
struct RobustnessTests {
    static let odd = [
        "", " ", "退", "a", "1", "？", "。。。！！", "?!,;:", "()[]{}<>\"'\\", "👍", "👨‍👩‍👧‍👦🎉🎉",
        "充电桩 charger зарядка شاحن 充電器 충전기", "e\u{301}\u{301}\u{301}", "\u{200B}\u{FEFF}",
        "١٢٣ ⅷ ㊙ ﷺ", String(repeating: "退", count: 100_000),
        String(repeating: "a", count: 100_000), String(repeating: "👍", count: 50_000),
        String(repeating: "怎么退款？", count: 20_000), String(repeating: "1 ", count: 50_000),
    ]

    /// Asks everything odd; each answer must be a probability, in order, and come soon.
    private func askEverything(_ base: Base) throws {
        for text in Self.odd {
            let start = ContinuousClock.now
            let found = try base.search(text)
            #expect(ContinuousClock.now - start < .seconds(20), "\(text.prefix(20))")
            for candidate in found { #expect((0...1).contains(candidate.confidence)) }
            for (one, next) in zip(found, found.dropFirst()) {
                #expect(one.confidence >= next.confidence)
            }
        }
    }

    @Test func anEmptyBaseTakesAnything() throws {
        let base = try Base()
        try base.startAndSettle()
        for text in Self.odd { #expect(try base.search(text).isEmpty) }
        base.engine.recalibrate()
        #expect(base.awaits { base.engine.isCalibrated })
        #expect(try base.engine.calibrationState().calibration.examination?.questions ?? 0 == 0)
    }

    @Test func oneEntryTakesAnything() throws {
        let base = try Base()
        try base.add("怎么退款")
        try base.startAndSettle()
        try askEverything(base)
        for text in Self.odd where !text.contains("退") {
            #expect((try base.best(text)?.confidence ?? 0) < 0.55, "\(text.prefix(20))")
        }
    }

    @Test func oddQuestionsAreFoundAgain() throws {
        let base = try Base()
        try base.addQuestions()
        for text in ["退", "👨‍👩‍👧‍👦🎉🎉", "充电桩 charger зарядка شاحن 充電器 충전기"] {
            try base.add(text)
        }
        try base.startAndSettle()
        try askEverything(base)
        for text in ["退", "👨‍👩‍👧‍👦🎉🎉", "充电桩 charger зарядка شاحن 充電器 충전기"] {
            #expect(try base.best(text)?.wording == text)
        }
    }

    @Test func twoThousandIdenticalWordingsLeaveItUnsure() throws {
        let base = try Base()
        try base.store.write { connection in
            for number in 1...2000 {
                let draft = EntryDraft(
                    question: "编号\(number)", answer: "第\(number)种办法", variants: ["怎么退款"])
                try connection.insert(draft, ChangeOrigin(.imported, at: Base.now))
            }
        }
        try base.startAndSettle()
        let start = ContinuousClock.now
        let found = try base.search("怎么退款")
        #expect(ContinuousClock.now - start < .seconds(20))
        #expect(found.count == 10)
        #expect((found.first?.confidence ?? 1) < 0.75)
    }

    @Test func identicalPassagesOfManyFilesAreFound() throws {
        let base = try Base()
        let draft = PassageDraft(title: "退款", section: [], text: "退款在七个工作日内到账。")
        for file in 0..<200 { try base.addPassages([draft], file: "manual\(file).md") }
        try base.startAndSettle()
        let found = try base.search("退款多久到账")
        #expect(!found.isEmpty)
        for candidate in found { #expect((0...1).contains(candidate.confidence)) }
    }
}
