/// What earns a customer's message points, and where the buckets begin (SPEC 7).
public struct ScoringRules: Documented, Equatable {
    public var preSales = [
        "报价", "价格", "参数", "型号", "交期", "样机", "招标", "折扣", "含税", "EXW", "FOB", "功率", "枪型",
    ]
    public var afterSales = [
        "故障", "报错", "报警码", "返修", "保修", "上门", "无法充电", "安装", "调试", "工单", "序列号",
    ]
    public var development = ["代理", "渠道", "合作", "资质", "样板", "分销", "招募", "返点", "区域"]
    /// Words of private talk.
    public var privateWords = ["吃饭", "撸串", "喝酒", "打球", "游戏", "电影"]
    /// For each distinct keyword.
    public var keywordPoints = 20
    /// For each kind of hard evidence.
    public var evidencePoints = 20
    /// By extension in lower case.
    public var filePoints = [
        "cad": 15, "dwg": 15, "xls": 12, "xlsx": 12, "pdf": 10, "doc": 6, "docx": 6, "jpg": 4,
        "jpeg": 4, "png": 4,
    ]
    public var workingHours = DailyHours(opens: 480, closes: 1200)
    /// For a message in the working hours of Monday to Friday.
    public var weekdayPoints = 12
    public var weekendPoints = 4
    /// Where the knowledge base has something to say.
    public var knowledgePoints = 20
    /// From here on a thread is WHITE.
    public var white = 80
    /// From here on a thread is GRAY.
    public var gray = 60

    /// The lists of words in the form that message keys have; made by `normalized`.
    private var finders: [TriggerType?: WordFinder] = [:]

    public init() {}

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        try decodeWords(values)
        try decodePoints(values)
        white = try values.number(.white, else: white, in: Self.scores)
        gray = try values.number(.gray, else: min(gray, white), in: Self.scores)
        guard gray <= white else {
            throw DecodingError.refused(
                values.codingPath + [CodingKeys.gray], .grayAboveWhite(white))
        }
    }

    private mutating func decodeWords(_ values: KeyedDecodingContainer<CodingKeys>) throws {
        preSales = try values.value(.preSales, else: preSales)
        afterSales = try values.value(.afterSales, else: afterSales)
        development = try values.value(.development, else: development)
        privateWords = try values.value(.privateWords, else: privateWords)
    }

    private mutating func decodePoints(_ values: KeyedDecodingContainer<CodingKeys>) throws {
        let scores = Self.scores
        keywordPoints = try values.number(.keywordPoints, else: keywordPoints, in: scores)
        evidencePoints = try values.number(.evidencePoints, else: evidencePoints, in: scores)
        for (name, points) in try values.value(.filePoints, else: [String: Int]()) {
            guard scores.contains(points) else {
                throw DecodingError.refused(
                    values.codingPath + [CodingKeys.filePoints, ConfiguredName(name)],
                    .notWithin(scores))
            }
            filePoints[name.lowercased()] = points
        }
        workingHours = try values.value(.workingHours, else: workingHours)
        weekdayPoints = try values.number(.weekdayPoints, else: weekdayPoints, in: scores)
        weekendPoints = try values.number(.weekendPoints, else: weekendPoints, in: scores)
        knowledgePoints = try values.number(.knowledgePoints, else: knowledgePoints, in: scores)
    }

    static let scores = 0...100

    public enum CodingKeys: String, FieldKey {
        case preSales = "pre"
        case afterSales = "post"
        case development = "bizdev"
        case privateWords = "private"
        case keywordPoints = "keyword_points"
        case evidencePoints = "evidence_points"
        case filePoints = "file_points"
        case workingHours = "working_hours"
        case weekdayPoints = "weekday_points"
        case weekendPoints = "weekend_points"
        case knowledgePoints = "knowledge_points"
        case white, gray

        public var doc: Field {
            switch self {
            case .preSales: .optional(.list(.text), .settingPreSales)
            case .afterSales: .optional(.list(.text), .settingAfterSales)
            case .development: .optional(.list(.text), .settingDevelopment)
            case .privateWords: .optional(.list(.text), .settingPrivateWords)
            case .keywordPoints: .optional(.integer(scores), .settingKeywordPoints)
            case .evidencePoints: .optional(.integer(scores), .settingEvidencePoints)
            case .filePoints: .optional(.map(.integer(scores)), .settingFilePoints)
            case .workingHours: .optional(.text, .settingWorkingHours)
            case .weekdayPoints: .optional(.integer(scores), .settingWeekdayPoints)
            case .weekendPoints: .optional(.integer(scores), .settingWeekendPoints)
            case .knowledgePoints: .optional(.integer(scores), .settingKnowledgePoints)
            case .white: .optional(.integer(scores), .settingWhite)
            case .gray: .optional(.integer(scores), .settingGray)
            }
        }
    }
}

extension ScoringRules {
    /// The rules with their words in the form that message keys have; made once, used for every
    /// message. Without it words are only put in lower case.
    /// - Parameter key: the normalisation that message keys went through.
    public func normalized(by key: (String) -> String) -> ScoringRules {
        var rules = self
        for type in TriggerType.allCases + [nil] {
            rules.finders[type] = WordFinder(words(of: type).map(key))
        }
        return rules
    }

    /// The keywords of one kind of business; the private words for `nil`.
    func words(of type: TriggerType?) -> [String] {
        switch type {
        case .preSales: preSales
        case .afterSales: afterSales
        case .development: development
        case nil: privateWords
        }
    }

    /// The words of a list that a message holds, each once, as they are configured.
    /// - Parameter type: as of `words(of:)`.
    func hits(of type: TriggerType?, in message: KeyText) -> [String] {
        let words = words(of: type)
        let finder = finders[type] ?? WordFinder(words.map { $0.lowercased() })
        let found = message.occurring(finder)
        return found.isEmpty ? [] : found.sorted().map { words[$0] }
    }

    /// What a file of a type adds.
    func points(file: String) -> Int { filePoints[file] ?? 0 }
}

/// A key of the configuration that the operator names.
struct ConfiguredName: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
}
