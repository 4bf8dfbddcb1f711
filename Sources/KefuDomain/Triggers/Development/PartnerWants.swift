/// 资料包清单: which papers to put together, by what the partner asked about.
struct PartnerWants: Sendable {
    let papers: [Phrase]

    init(_ reading: Reading, papers needed: FormValue) {
        let all = 0..<reading.count
        var papers: [Phrase] = [.packCompany, .packProducts]
        if Self.agency.contains(in: reading, all) { papers.append(.packPolicy) }
        if needed == .flag(true) { papers += [.packCredentials, .packReports] }
        if Self.brand.contains(in: reading, all) { papers.append(.packBrand) }
        if Self.operation.contains(in: reading, all) { papers.append(.packOperation) }
        if Self.tender.contains(in: reading, all) { papers.append(.packTender) }
        self.papers = papers + [.packCases]
    }

    private static let agency = WordTable<Void>(
        """
        代理|加盟|分销|经销|渠道|返点|独家|政策|招募|agent|agency|distributor|distribution|dealership|dealer
        reseller|exclusive|partnership
        """
    )
    private static let brand = WordTable<Void>("oem|odm|贴牌|代工|定制|white label")
    private static let operation = WordTable<Void>(
        "运营|场地|共建|合资|分成|入股|operate|operation|revenue share")
    private static let tender = WordTable<Void>("招标|投标|授权书|标书|tender|bid")
}

extension LeadGrade {
    /// 建议下一步.
    var nextStep: Phrase {
        switch self {
        case .first: .nextMeet
        case .second: .nextQualify
        case .third: .nextNurture
        }
    }
}
