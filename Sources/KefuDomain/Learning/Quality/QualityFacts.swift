/// Where a candidate comes from.
public enum LearningSource: String, Codable, CaseIterable, Sendable {
    /// A person's reply in a thread.
    case thread
    /// The operator's `answer.correct` or `answer.approve`.
    case correction
    /// The operator's answer to a gap.
    case gap
}

/// What is known of a candidate beside its own words.
public struct QualityFacts: Sendable, Hashable {
    public var source: LearningSource
    /// How often the question was asked, this time included.
    public var timesAsked: Int
    /// What the base says to this question; `nil` where it says nothing.
    public var agreement: AnswerAgreement?
    /// For how long prices, stock, lead times and promotions hold.
    public var settings: LearningSettings
    /// What is the company's own and may be in answers, as `PersonalData.findings` takes it.
    public var companyData: Set<String>

    public init(
        source: LearningSource = .thread, timesAsked: Int = 1, agreement: AnswerAgreement? = nil,
        settings: LearningSettings = LearningSettings(), companyData: Set<String> = []
    ) {
        self.source = source
        self.timesAsked = timesAsked
        self.agreement = agreement
        self.settings = settings
        self.companyData = companyData.union(
            settings.companyData.map(PersonalData.normalised))
    }
}
