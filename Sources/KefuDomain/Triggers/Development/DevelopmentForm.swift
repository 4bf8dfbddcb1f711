/// The 客户开发 form.
enum DevelopmentForm {
    static func values(_ reading: Reading, language: Language) -> [FormValue] {
        let role = PartnerFields.role(reading)
        let region = PartnerFields.region(reading)
        let request = PartnerFields.request(reading)
        let papers = PartnerFields.needsPapers(reading)
        let grade = LeadGrade.of(reading, hasRole: !role.isNull, hasRegion: !region.isNull)
        let wants = PartnerWants(reading, papers: papers)
        return [
            .text(grade.rawValue), role, region, request, papers,
            .text(grade.nextStep.text(language)),
            .list(wants.papers.map { .text($0.text(language)) }),
        ]
    }
}

/// 线索级别, by how many of five things are said: who they are, where, what they want of us, what
/// they bring, that they are about to act. Three and more are A, two B.
enum LeadGrade: String, Sendable {
    case first = "A"
    case second = "B"
    case third = "C"

    static func of(_ reading: Reading, hasRole: Bool, hasRegion: Bool) -> LeadGrade {
        let all = 0..<reading.count
        let signs = [
            hasRole, hasRegion, wishes.contains(in: reading, all), holdsMeans(reading),
            actions.contains(in: reading, all),
        ]
        switch signs.count(where: { $0 }) {
        case 3...: return .first
        case 2: return .second
        default: return .third
        }
    }

    private static let wishes = WordTable<Void>(
        """
        想做|想兼|想承接|想开|想建|想推|想代理|想谈|想合作|希望合作|想加盟|想成为|想拿|想要代理|打算做|准备做|计划做|有意|有意向|意向|感兴趣|寻求合作|求合作|诚心|想跟|想和|想当|申请代理
        申请成为|考虑代理|想了解代理|想推
        interested in|looking for|would like to|want to|hope to|seeking|wish to|keen to
        we'd like
        """)
    private static let actions = WordTable<Void>(
        """
        拜访|面谈|考察|签约|签合同|签协议|见面|约个时间|来公司|去公司|过来谈|独家|招标|投标|中标|已经有客户|打款|交保证金|看厂|实地
        visit|meeting|sign|exclusive|tender|contract|call tomorrow
        """)

    private static func holdsMeans(_ reading: Reading) -> Bool {
        means.contains(in: reading, 0..<reading.count)
            || Amount.all(in: reading).contains { amount in
                !amount.isPartOfCode && amount.unit == .other && amount.high >= 1
                    && meansBehind.match(in: reading, at: amount.number.upperBound) != nil
            }
    }

    private static let means = WordTable<Void>(
        """
        门店|团队|客户资源|渠道资源|资源|场地我们|我们有场地|有场地|有项目|手上有|手里有|资金|年销|年采购|我们出|自有车位|自己的车队
        many clients|sales team|our network|customer base|dealers network|showroom
        service stations
        """
    )
    private static let meansBehind = WordTable<Void>(
        "家|个站|个场站|个小区|个项目|个停车场|个网点|个车位|个点|多个小区|多个项目|多家|多个|几个|几家|stations|sites|cars|vehicles")
}
