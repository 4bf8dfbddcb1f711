/// Why a candidate is worth what it is.
extension Phrase {
    /// What a low value of a feature means.
    public static func qualityAgainst(_ feature: QualityFeature) -> Phrase {
        switch feature {
        case .isQuestion: Phrase("the customer asks nothing", "客户没有提问")
        case .standsAlone:
            Phrase("the question leans on what was said before", "问题依赖前文")
        case .isInformative:
            Phrase("the reply says nothing that answers", "回复没有实质内容")
        case .decides: Phrase("the reply asks back", "回复是反问")
        case .isSelfContained:
            Phrase(
                "the answer needs a picture, a file or what was said elsewhere", "答案依赖图片、文件或别处的内容")
        case .isGeneral: Phrase("it is about one customer's own case", "只针对这位客户自己的情况")
        case .isCurrent: Phrase("it is out of date, or soon will be", "内容已过期或即将过期")
        case .fits: Phrase("the answer speaks of something else", "答非所问")
        case .satisfied: Phrase("the customer was not content", "客户之后仍不满意")
        case .asked: Phrase("asked only once", "只问过一次")
        case .agrees: Phrase("it contradicts the base", "与知识库矛盾")
        }
    }

    /// What a high value of a feature means.
    public static func qualityFor(_ feature: QualityFeature) -> Phrase {
        switch feature {
        case .isQuestion: Phrase("a question", "是提问")
        case .standsAlone: Phrase("the question stands alone", "问题完整")
        case .isInformative: Phrase("the answer says something", "答案有内容")
        case .decides: Phrase("the answer decides", "答案明确")
        case .isSelfContained: Phrase("the answer needs nothing else", "答案自足")
        case .isGeneral: Phrase("it holds for everybody", "对所有客户都适用")
        case .isCurrent: Phrase("it is up to date", "内容有效")
        case .fits: Phrase("the answer speaks of what was asked", "答案切题")
        case .satisfied: Phrase("the customer was content", "客户满意")
        case .asked: Phrase("asked several times", "多次被问到")
        case .agrees: Phrase("it agrees with the base", "与知识库一致")
        }
    }
}
