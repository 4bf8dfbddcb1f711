/// What the operator can set of learning (SPEC 5).
public struct LearningSettings: Documented, Hashable {
    /// Whether good candidates enter the base by themselves; all wait otherwise.
    public var automatic = true
    /// From this quality on a candidate enters by itself, in 0...1, at least `wait`.
    public var enter = 0.80
    /// From this quality on a candidate waits for review, in 0...1.
    public var wait = 0.70
    /// How often an entry must predict what a person answered before it answers customers.
    public var shadowAgreements = 2
    /// Phone numbers, addresses, names … that are the company's own and may be in answers.
    public var companyData: [String] = []
    /// How long a learned price holds; 0: for ever. So with the other kinds.
    public var priceDays = 90
    public var stockDays = 3
    public var leadTimeDays = 30
    public var promotionDays = 14

    public init() {}

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        automatic = try values.value(.automatic, else: automatic)
        try decodeThresholds(values)
        shadowAgreements = try values.number(
            .shadowAgreements, else: shadowAgreements, in: Self.counts)
        companyData = try values.value(.companyData, else: companyData)
        priceDays = try values.number(.priceDays, else: priceDays, in: Self.days)
        stockDays = try values.number(.stockDays, else: stockDays, in: Self.days)
        leadTimeDays = try values.number(.leadTimeDays, else: leadTimeDays, in: Self.days)
        promotionDays = try values.number(.promotionDays, else: promotionDays, in: Self.days)
    }

    /// A `wait` that is not set goes down with a lower `enter`.
    private mutating func decodeThresholds(_ values: KeyedDecodingContainer<CodingKeys>) throws {
        enter = try values.value(.enter, else: enter)
        wait = try values.value(.wait, else: min(wait, enter))
        for (key, value) in [(CodingKeys.enter, enter), (.wait, wait)]
        where !(0...1).contains(value) {
            throw DecodingError.refused(values.codingPath + [key], .notAProbability)
        }
        guard wait <= enter else {
            throw DecodingError.refused(
                values.codingPath + [CodingKeys.wait], .waitAboveEnter(enter))
        }
    }

    public var thresholds: LearningThresholds { LearningThresholds(enter: enter, wait: wait) }

    private static let counts = 0...100
    private static let days = 0...36_500

    public enum CodingKeys: String, FieldKey {
        case automatic, enter, wait
        case shadowAgreements = "shadow_agreements"
        case companyData = "company_data"
        case priceDays = "price_days"
        case stockDays = "stock_days"
        case leadTimeDays = "lead_time_days"
        case promotionDays = "promotion_days"

        public var doc: Field {
            switch self {
            case .automatic: .optional(.flag, .settingAutomatic)
            case .enter: .optional(.probability, .settingEnter)
            case .wait: .optional(.probability, .settingWait)
            case .shadowAgreements: .optional(.integer(counts), .settingShadowAgreements)
            case .companyData: .optional(.list(.text), .settingCompanyData)
            case .priceDays: .optional(.integer(days), .settingPriceDays)
            case .stockDays: .optional(.integer(days), .settingStockDays)
            case .leadTimeDays: .optional(.integer(days), .settingLeadTimeDays)
            case .promotionDays: .optional(.integer(days), .settingPromotionDays)
            }
        }
    }
}
