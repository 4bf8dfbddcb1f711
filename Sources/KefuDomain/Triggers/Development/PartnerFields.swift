/// The 客户开发 fields that the customer says.
enum PartnerFields {
    // MARK: - 对方角色

    static func role(_ reading: Reading) -> FormValue {
        for mention in introductions.mentions(in: reading) {
            if let range = introduced(mention.range, reading) { return .text(reading.words(range)) }
        }
        for clause in reading.clausesOfTrade() where trades.contains(in: reading, clause) {
            return .text(reading.words(clause))
        }
        let named = roles.mentions(in: reading).filter {
            !reading.has(wishes, before: $0.range.lowerBound, within: 5)
                && !reading.begins(notARole, at: $0.range.upperBound)
                && !reading.isNegated($0.range)
                && (owned.match(
                    in: reading, endingAt: $0.range.lowerBound,
                    after: reading.clause(at: $0.range.lowerBound).lowerBound) == nil)
        }
        return reading.first(named.map { Finding($0.range) })
    }

    private static let introductions = WordTable<Void>(
        """
        我们公司是|我公司是|我们这边是|我这边是|我们是|我是|本公司是|我司是|我司为|本公司为|我公司为|我们为|我们主要做|我们一直做|我们做|我做|主要做|本人是
        我本身是|我们公司做|我司做|我们单位是|我司主营|我们主营|we are|we're|i am|i'm|our company is|my company is
        we are working as
        """
    )

    /// From 我们是 to the end of the clause, where that says what they do.
    private static func introduced(_ range: Range<Int>, _ reading: Reading) -> Range<Int>? {
        let clause = reading.clause(at: range.upperBound)
        var end = clause.upperBound
        if let stop = stops.mentions(
            in: reading, range.upperBound..<max(clause.upperBound, range.upperBound)
        ).first {
            end = stop.range.lowerBound
        }
        var start = reading.skippingSpaces(from: range.upperBound)
        if let article = articles.match(in: reading, at: start) {
            start = reading.skippingSpaces(from: article.range.upperBound)
        }
        if let place = Regions.table.match(in: reading, at: start),
            Sign.isHan(reading.folded[start])
        {
            start = place.range.upperBound
            while let more = behindPlace.match(in: reading, at: start) {
                start = more.range.upperBound
            }
        }
        guard start < end, end - start <= 60, end - start > 1 else { return nil }
        let text = start..<end
        let isBusiness = roles.contains(in: reading, text) || trades.contains(in: reading, text)
        return isBusiness ? reading.trimmed(text) : nil
    }

    private static let behindPlace = WordTable<Void>("省|市|区|县|这边|本地|当地|的一家|一家|的|地区")
    /// 有施工队 is what they have.
    private static let owned = WordTable<Void>("有|带|have|has")
    private static let articles = WordTable<Void>("a|an|the|一家|一个|个")
    private static let stops = WordTable<Void>(
        "想|希望|打算|准备|求|有意|需要|in|from|based|and|looking|interested|that|who|which")

    private static let trades = WordTable<Void>(
        """
        做工程|电力|工程|新能源|安装|运营|贸易|汽车|汽贸|地产|物业|物流|停车|光伏|充电|能源|建筑|公司|厂|集团|科技|设备|机电|店|公交|出租|电器
        电气|环保|投资|trading|energy|engineering|construction|parking|fleet|logistics|solar
        """
    )

    private static let roles = WordTable<Void>(
        """
        代理商|经销商|渠道商|分销商|集成商|系统集成商|工程商|总包方|总包|施工队|安装公司|安装队|电力公司|电力工程公司|设计院|物业公司|物业|4s店|充电运营商
        运营商|车企|主机厂
        贸易公司|贸易商|外贸公司|汽贸公司|汽贸|投资人|个人|个体户|供应商|同行|房地产公司|地产公司|开发商|停车场业主|场地方|新能源公司|工程公司|电商|央企|国企
        政府|园区|酒店|加油站|公交公司|物流公司
        网约车公司|租车公司|能源公司|光伏公司|采购商|采购|招标代理|业主|甲方|城投|供电局|能源集团|平台方|建筑公司|电气公司
        distributor|distributors|dealer|reseller|agent|installer|epc|epc contractor|contractor
        importer|wholesaler|trading company|charge point operator|cpo|system integrator
        integrator|developer|fleet operator|parking operator|utility company|utility|retailer
        """)
    private static let wishes = WordTable<Void>(
        """
        想做|想成为|找|招|成为|当|你们的|做你们|招募|申请|你们|become|becoming|your|be a|be an|be your
        looking for|need a|need an|as a
        """
    )
    private static let notARole = WordTable<Void>(
        "政策|资料|价格|价|吗|渠道|合作|模式|费|条件|招募|门槛|程序|制度|price|policy|programme|program")

    // MARK: - 涉及区域

    static func region(_ reading: Reading) -> FormValue {
        let places = reading.places().filter {
            $0.kind != .doubtful && !reading.has(visited, before: $0.range.lowerBound, within: 3)
                && !reading.begins(factories, at: $0.range.upperBound)
        }
        return reading.joined(places.map { Finding($0.range) }, glue: conjunctions, atMost: 6)
    }

    private static let conjunctions = WordTable<Void>("和|跟|与|及|以及|/|and|,")
    private static let visited = WordTable<Void>("去过|来过")
    private static let factories = WordTable<Void>("工厂|厂家|展会|总部")

    // MARK: - 合作诉求

    static func request(_ reading: Reading) -> FormValue {
        var found: [Finding] = []
        for mention in requests.mentions(in: reading) {
            let clause = reading.clause(at: mention.range.lowerBound)
            guard clause != lastClause(found, reading), !reading.isNegated(mention.range),
                !isOwnRole(mention.range, reading)
            else { continue }
            found.append(Finding(trimmed(clause, mention.range, reading)))
        }
        return reading.joined(found, atMost: 3)
    }

    private static func lastClause(_ found: [Finding], _ reading: Reading) -> Range<Int>? {
        found.last.map { reading.clause(at: $0.range.lowerBound) }
    }

    /// 代理商 as what they are.
    private static func isOwnRole(_ range: Range<Int>, _ reading: Reading) -> Bool {
        let end = range.upperBound
        if reading.has(wishes, before: range.lowerBound, within: 5) { return false }
        if end < reading.count, reading.folded[end] == 0x5546 { return true }
        let before = reading.clause(at: range.lowerBound).lowerBound..<range.lowerBound
        return introductions.contains(in: reading, before) && !starts.contains(in: reading, before)
    }

    /// From the wish on: 我们是做工程的想代理 gives 想代理.
    private static func trimmed(
        _ clause: Range<Int>, _ request: Range<Int>, _ reading: Reading
    ) -> Range<Int> {
        let wish = starts.mentions(in: reading, clause).last {
            $0.range.lowerBound <= request.lowerBound
        }
        return (wish?.range.lowerBound ?? clause.lowerBound)..<clause.upperBound
    }

    private static let starts = WordTable<Void>(
        """
        想|希望|打算|寻求|求|申请|有没有|能不能|怎么|准备|计划|了解|咨询|请问|interested in|looking for|would like
        want to|we want|we'd like|hope to|seeking
        """
    )
    private static let requests = WordTable<Void>(
        """
        代理|加盟|合作|分销|经销|渠道|oem|odm|贴牌|返点|招募|独家|样板|政策|定制|入股|联合运营|共建|合资|区域保护|供货价|批发|保证金|拿授权|授权代理|代工
        agency|agent|distribution|distributor|distributorship|dealership|dealer|partnership
        partner|cooperation|cooperate|collaboration|franchise|exclusive|wholesale|reseller
        white label
        """)

    // MARK: - 是否需资质材料

    static func needsPapers(_ reading: Reading) -> FormValue {
        var answer = FormValue.null
        for mention in papers.mentions(in: reading) {
            let range = mention.range
            if reading.isNegated(range) || reading.has(refused, after: range.upperBound, within: 6)
            {
                answer = .flag(false)
            } else if !reading.has(mine, before: range.lowerBound, within: 6) {
                return .flag(true)
            }
        }
        return answer
    }

    private static let papers = WordTable<Void>(
        """
        资质|营业执照|授权书|检测报告|检验报告|认证证书|证书|型式试验|3c认证|ce认证|iso|质检报告|专利证书|厂家授权|公司资料|certificates
        certificate|certification|certifications|test report|test reports|licence|license
        qualification|qualifications|credentials|authorization letter
        """
    )
    private static let refused = WordTable<Void>("不用|不要|不需要|就不|暂时不|先不|not needed|not required")
    private static let mine = WordTable<Void>(
        "我们有|我有|我们具备|我司有|具备|自有|我们都有|我们的|我公司有|we have|we hold|our")
}
