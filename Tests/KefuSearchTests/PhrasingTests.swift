import KefuText
import Testing

@testable import KefuSearch

struct PhrasingTests {
    private static let analyzer = Analyzer()

    private static func text(_ text: String) -> MatchText {
        MatchText(question: analyzer.analyze(text).scalars)
    }

    @Test(arguments: [
        ("如何退款", "怎么退款"), ("咋退款", "怎样退款"), ("何时发货", "什么时候发货"), ("为啥不发货", "为什么不发货"),
        ("可以退款吗", "能不能退款吗"), ("要多久到账", "多长时间到账"), ("怎么处理", "如何解决"), ("登陆账户", "登录帐号"),
    ])
    func phrasesOfOneMeaningGiveTheSameAtoms(one: String, other: String) {
        #expect(Self.text(one).atoms.ids == Self.text(other).atoms.ids)
        #expect(!Self.text(one).atoms.ids.isEmpty)
    }

    @Test(arguments: [("怎么样", "怎么"), ("不能退款", "能退款"), ("没有现货", "有没有现货")])
    func phrasesOfAnotherMeaningStayApart(one: String, other: String) {
        #expect(Self.text(one).atoms.ids != Self.text(other).atoms.ids)
    }

    @Test func aFillerCountsForLessAndAWordThatBeginsWithOneDoesNot() {
        let urgent = Self.text("怎么退款急")
        #expect(urgent.emphasis == [1, 1, 1, 1, Phrasing.fillerWeight])
        let stop = Self.text("急停按钮")
        #expect(stop.emphasis == [1, 1, 1, 1])
        let courteous = Self.text("请问充电桩多少钱")
        #expect(courteous.emphasis.prefix(2) == [Phrasing.fillerWeight, Phrasing.fillerWeight])
        #expect(courteous.emphasis.dropFirst(2).allSatisfy { $0 == 1 })
    }

    @Test(arguments: ["请问", "你好谢谢", "急", "please", "thank you"])
    func fillersAloneCountInFull(text: String) {
        let text = Self.text(text)
        #expect(!text.emphasis.isEmpty)
        #expect(text.emphasis.allSatisfy { $0 == 1 })
    }

    @Test func rarityFallsWithEmphasis() {
        let text = Self.text("请问退款")
        let even = Rarities(
            atoms: [1, 1, 1, 1], pairs: [1, 1, 1], words: [1, 1])
        let found = even.emphasised(text.emphasis, words: text.atoms.words)
        #expect(found.atoms == [0.2, 0.2, 1, 1])
        #expect(found.pairs == [0.2, 0.2, 1])
        #expect(found.words == [0.2, 1])
    }

    @Test func synonymsNameWhatStandsInTheText() {
        let found = Phrasing.synonyms(in: "这个东西什么时候能到")
        let times = found.first { $0.phrase == "什么时候" }
        #expect(times?.others.contains("何时") == true)
        #expect(found.allSatisfy { !$0.others.contains($0.phrase) })
        #expect(Phrasing.synonyms(in: "充电桩").isEmpty)
    }
}

/// What stands between the matches of two texts.
struct GapTests {
    @Test func anotherWordInItsPlaceIsASubstitution() {
        let swapped = ComparisonTests.features("退款多久到账", "退货多久到账")
        #expect(swapped[.substituted] > 0)
        #expect(swapped[.dropped] == 0 && swapped[.added] == 0)
        #expect(ComparisonTests.features("退款多久到账", "退款多久到账")[.substituted] == 0)
    }

    @Test func aWordThatOnlyOneHasIsNone() {
        let dropped = ComparisonTests.features("申请退款多久到账", "退款多久到账")
        #expect(dropped[.substituted] == 0)
        #expect(dropped[.dropped] > 0 && dropped[.added] == 0)
        let added = ComparisonTests.features("退款多久到账", "申请退款多久到账")
        #expect(added[.substituted] == 0)
        #expect(added[.added] == dropped[.dropped] && added[.dropped] == 0)
    }

    @Test func aWordAtAnotherPlaceHasMoved() {
        #expect(ComparisonTests.features("到账退款多久", "退款多久到账")[.moved] > 0)
        #expect(ComparisonTests.features("退款多久到账", "退款多久到账")[.moved] == 0)
    }

    @Test func theRarerSubstitutionCountsForMore() {
        let rare = ComparisonTests.features("燃气灶怎么安装", "充电桩怎么安装")
        let common = ComparisonTests.features("他们怎么安装", "我们怎么安装")
        #expect(rare[.substituted] > common[.substituted])
    }
}

/// What is measured of a passage by its headings and numbers.
struct PassageFeatureTests {
    @Test func aHeadingIsNamedOrNot() {
        let passage = "不大于四欧姆，每年复测一次。"
        let named = ComparisonTests.features(
            "接地电阻是多少", passage: passage, heading: "接地电阻")
        #expect(named[.headingShare] == 1)
        let half = ComparisonTests.features(
            "电阻是多少", passage: passage, heading: "接地\n电阻")
        #expect(half[.headingShare] > 0 && half[.headingShare] < 1)
        let other = ComparisonTests.features("接地电阻是多少", passage: passage, heading: "安装")
        #expect(other[.headingShare] == 0)
        #expect(ComparisonTests.features("接地电阻", "接地电阻")[.headingShare] == 0)
    }

    @Test(arguments: [
        ("整机保修多久", "整机保修3年。", Float(1)), ("整机保修多久", "整机保修期限见合同。", -1),
        ("怎么申请整机保修", "整机保修3年。", 0),
    ])
    func aNumberStandsNearWhereOneIsAskedFor(
        question: String, passage: String, expected: Float
    ) {
        let features = ComparisonTests.features(question, passage: passage, heading: "服务")
        #expect(features[.numberNear] == expected)
    }

    @Test func aNumberFarAwayIsNone() {
        let filler = String(repeating: "其他内容请参见说明书的有关章节。", count: 20)
        let far = ComparisonTests.features(
            "整机保修多久", passage: "整机保修期限见合同。" + filler + "共3页。", heading: "服务")
        #expect(far[.numberNear] == -1)
    }
}
