/// What the 客户开发 trigger says. It grants no territory, rebate or policy.
extension Phrase {
    static let developmentLabels: [(String, Phrase)] = [
        ("对方角色", Phrase("you are", "贵方")), ("涉及区域", Phrase("region", "区域")),
        ("合作诉求", Phrase("what you are looking for", "合作意向")),
    ]

    static let developmentQuestions: [Named] = [
        ("对方角色", Phrase("What does your company mainly do?", "贵公司主要做哪方面业务？")),
        ("涉及区域", Phrase("Which region would the cooperation cover?", "希望合作的区域是哪里？")),
        (
            "合作诉求",
            Phrase(
                "What form of cooperation do you have in mind (agency, distribution, projects)?",
                "想以什么方式合作（代理、分销还是项目合作）？")
        ),
    ]

    static let developmentThanks = Phrase(
        "Hello, thank you for your interest in working with us!", "您好，感谢您关注与我们的合作！")
    static let developmentKnown = Phrase("As I understand it: ", "我先跟您核对一下：")
    static let developmentAsk = Phrase(
        "So that the right colleague can talk to you, may I ask:", "为了安排合适的同事跟您对接，想再了解：")
    static let developmentNext = Phrase(
        "Next step: I will put the material together for you, and our partner manager will "
            + "talk through the details with you. When would a call suit you?",
        "下一步：我把相关资料整理给您，并请渠道负责人跟您详细沟通，您看什么时间方便通个电话？")

    static let nextMeet = Phrase(
        "Have the partner manager call, and propose a meeting with the material at hand",
        "由渠道负责人电话对接，备好资料并约面谈")
    static let nextQualify = Phrase(
        "Send the material, and ask for what is missing: role, region, resources",
        "发送资料包，补齐对方角色、区域和资源情况后再评估")
    static let nextNurture = Phrase(
        "Send the introduction, ask what they have in mind, and follow up the next day",
        "发送公司介绍，了解具体诉求，次日跟进")

    static let packCompany = Phrase("company introduction", "公司介绍")
    static let packProducts = Phrase("product brochure and data sheets", "产品手册与参数表")
    static let packPolicy = Phrase("partner policy, as currently approved", "现行渠道合作政策")
    static let packCredentials = Phrase("business licence and credentials", "营业执照与资质证书")
    static let packReports = Phrase("test reports and certificates", "检测报告与认证证书")
    static let packBrand = Phrase("notes on customised and private-label products", "定制与贴牌说明")
    static let packOperation = Phrase("notes on joint operation of sites", "场站合作运营说明")
    static let packTender = Phrase(
        "tender documents and letter of authorisation form", "投标资料与授权书模板")
    static let packCases = Phrase("reference projects", "典型案例")

    /// The first words to a partner.
    static func firstContact(region: String?, request: String?) -> Phrase {
        let place = region.map { ("in \($0) ", "在\($0)") } ?? ("", "")
        let wish = request.map { (" You mentioned: \($0).", "您提到“\($0)”，") } ?? ("", "")
        return Phrase(
            "Hello, I look after partnerships here.\(wish.0) I would like to learn about "
                + "your business \(place.0)and share our company profile and product overview. Do "
                + "you have ten minutes for a call in the next days?",
            "您好，我是负责渠道合作的同事。\(wish.1)想了解一下您\(place.1)的业务情况，也把我们的公司介绍和产品资料发给您参考。这两天方便通个电话吗？大概十分钟。"
        )
    }

    /// The next day, without an answer.
    static func followUp(request: String?) -> Phrase {
        let wish = request.map { (" about \"\($0)\"", "关于“\($0)”，") } ?? ("", "")
        return Phrase(
            "Hello, I wrote to you yesterday\(wish.0). Did the material reach you? If there "
                + "is anything you would like to see first, such as references or certificates, "
                + "tell me and I will prepare it; otherwise I am glad to find a time for a call.",
            "您好，昨天跟您联系过。\(wish.1)资料您看了吗？如果想先看案例或资质，告诉我，我来准备；方便的话我们约个时间详细聊聊。")
    }

    /// The grade of a lead as a label.
    static func labelGrade(_ grade: String) -> Phrase { Phrase("grade \(grade)", "\(grade)级") }
    static let labelPapers = Phrase("needs credentials", "需资质")
}
