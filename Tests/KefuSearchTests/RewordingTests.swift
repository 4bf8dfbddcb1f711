import KefuText
import Testing

@testable import KefuSearch

struct KeyWordsTests {
    private let analyzer = Analyzer()

    @Test(arguments: [
        "充电桩怎么安装", "120kW直流充电桩的尺寸是多少", "故障代码E103是什么意思", "How do I reset the charger?",
        "支持CCS2接口吗", "充電樁１２３号", "a", "退",
    ])
    func giveTheKeyAgain(text: String) {
        let key = analyzer.key(text)
        let words = KeyWords(key)
        #expect(analyzer.key(words.text) == key)
        #expect(words.count > 0 && !words.isEmpty)
    }

    @Test func knowWhatTheyAre() {
        #expect(KeyWords(analyzer.key("充电桩怎么安装")).isHan)
        #expect(!KeyWords(analyzer.key("how do I reset it")).isHan)
        #expect(KeyWords("").isEmpty && KeyWords("").text.isEmpty)
        #expect(KeyWords("reset the charger").slice(1..<3).text == "the charger")
    }

    @Test func changeInPlace() {
        var words = KeyWords("reset the charger")
        words.swap(0)
        #expect(words.text == "the reset charger")
        words.remove(at: 0)
        words.prepend("can you tell me")
        words.append("谢谢")
        #expect(words.text == "can you tell me reset charger谢谢")
        #expect(words.isHan(at: words.count - 1) && !words.isHan(at: 0))
    }
}

struct RewordingTests {
    private let analyzer = Analyzer()

    private func rewordings(seed: UInt64) -> [String?] {
        var rewording = Rewording(seed: seed)
        return (0..<10).flatMap { _ in
            Base.questions.map { rewording.reworded($0, analyzer: analyzer) }
        }
    }

    @Test func areTheSameForTheSameSeed() {
        #expect(rewordings(seed: 3) == rewordings(seed: 3))
        #expect(rewordings(seed: 3) != rewordings(seed: 4))
    }

    @Test func areNeverTheSameQuestion() {
        var count = 0
        for (place, reworded) in rewordings(seed: 9).enumerated() {
            guard let reworded else { continue }
            count += 1
            let question = Base.questions[place % Base.questions.count]
            #expect(!reworded.isEmpty)
            #expect(analyzer.key(reworded) != analyzer.key(question), "\(question)")
        }
        #expect(count > 100)
    }

    @Test func nothingComesOfNothing() {
        var rewording = Rewording(seed: 1)
        for text in ["", " ", "？？？", "\n"] {
            #expect(rewording.reworded(text, analyzer: analyzer) == nil)
        }
        for _ in 0..<200 {
            for text in ["a", "退", "👍", "1"] {
                _ = rewording.reworded(text, analyzer: analyzer)
            }
        }
    }
}

struct CuttingTests {
    private let analyzer = Analyzer()
    private static let chinese =
        "安装前请确认接地电阻不大于四欧姆，并由持证电工检查配电箱的容量是否足够。整机自安装之日起质保三年，人为损坏除外。"
    private static let english =
        "Before mounting the charger, check that the breaker can carry forty amperes. "
        + "The warranty begins on the day of installation and lasts three years."

    private func cut(_ text: String) -> [String] {
        (0..<40).compactMap { seed in
            var cutting = Cutting(seed: UInt64(seed))
            return cutting.question(from: text, analyzer: analyzer)
        }
    }

    @Test func chineseClausesBecomeChineseQuestions() {
        let questions = cut(Self.chinese)
        #expect(questions.count > 30)
        let asked = ["什么", "谁", "哪", "多少", "怎么"]
        let asking = questions.filter { question in asked.contains { question.contains($0) } }
        #expect(asking.count > questions.count / 2)
        let known = Set(Self.chinese + "什么谁哪里时候多少个怎么")
        for question in questions {
            #expect(question.count >= 3)
            #expect(question.allSatisfy { known.contains($0) }, "\(question)")
        }
        #expect(Set(questions).count > 5)
    }

    @Test func englishClausesBecomeEnglishQuestions() {
        let questions = cut(Self.english)
        #expect(questions.count > 20)
        let asked = ["what", "who", "where", "when", "how", "which"]
        let asking = questions.filter { question in asked.contains { question.contains($0) } }
        #expect(asking.count > questions.count / 2)
        for question in questions {
            #expect(question.split(separator: " ").count >= 3, "\(question)")
            #expect(question.allSatisfy { $0.isASCII })
        }
    }

    @Test(arguments: ["", "短句。", "好。不行。嗯。", "。，；", "abcdefghijkl", "一二三四五六七。"])
    func tooShortGivesNone(text: String) {
        #expect(cut(text).isEmpty)
    }

    @Test func theSameSeedCutsTheSame() {
        #expect(cut(Self.chinese) == cut(Self.chinese))
    }
}
