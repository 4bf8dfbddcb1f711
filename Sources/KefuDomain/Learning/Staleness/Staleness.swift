/// When an answer stops being true by itself (SPEC 5).
public enum Staleness {
    /// Why it does.
    public enum Cause: String, CaseIterable, Sendable {
        /// It names a day after which it means nothing.
        case date
        case price, stock, leadTime, promotion
    }

    /// The first moment at which an answer must not be given any more; `nil` where it holds for
    /// ever. It lies before `at` for an answer that names a day gone by. A day that it names
    /// counts before the days that are set for prices and the like.
    /// - Parameter at: when it was written; 今天 and 月底 count from there.
    public static func expiry(
        of answer: String, at: Timestamp, settings: LearningSettings = LearningSettings()
    ) -> Timestamp? {
        let causes = causes(of: answer, at: at, settings: settings)
        let named = causes.first { $0.cause == .date }
        return named?.expiresAt ?? causes.map(\.expiresAt).min()
    }

    /// Every reason for which it will not hold for ever.
    public static func causes(
        of answer: String, at: Timestamp, settings: LearningSettings = LearningSettings()
    ) -> [(cause: Cause, expiresAt: Timestamp)] {
        let reading = Reading(answer)
        var found: [(cause: Cause, expiresAt: Timestamp)] = []
        if let date = SaidDates(reading, at: at).lastMoment { found.append((.date, date)) }
        for cause in Cause.allCases {
            let days = settings.days(cause)
            if days > 0, StaleWords.speaks(reading, of: cause) {
                found.append((cause, at.adding(.seconds(days * 86_400))))
            }
        }
        return found
    }
}

extension LearningSettings {
    /// How long what is stale by a cause holds; 0: for ever.
    fileprivate func days(_ cause: Staleness.Cause) -> Int {
        switch cause {
        case .date: 0
        case .price: priceDays
        case .stock: stockDays
        case .leadTime: leadTimeDays
        case .promotion: promotionDays
        }
    }
}
