extension Signal {
    /// Scores a customer's message by SPEC 7; every part that adds points, or decides, is listed.
    ///
    /// The points of the parts add up to the score, unless that is capped at 100: what lifts a
    /// message to the least score of a business message, and what a private word takes away, are
    /// parts of their own.
    public static func of(_ message: ScoredMessage, rules: ScoringRules) -> Signal {
        let key = KeyText(message.key)
        let keywords = TriggerType.allCases.map { type in
            (type, rules.hits(of: type, in: key))
        }
        var parts = keywords.compactMap { keywordPart($0.0, $0.1, rules) }
        parts += [
            evidencePart(message, rules), filePart(message, rules), hoursPart(message, rules),
            knowledgePart(message, rules),
        ].compactMap(\.self)
        let sum = parts.reduce(0) { $0 + $1.points }
        let lift = reasons(for: message, parts: parts)
        let privateWords = rules.hits(of: nil, in: key)
        if let part = floorPart(sum, lift, message, privateWords, rules) { parts.append(part) }
        return Signal(
            score: min(100, parts.reduce(0) { $0 + $1.points }), parts: parts,
            trigger: trigger(keywords))
    }

    /// By most hits; the first of several with as many.
    private static func trigger(_ keywords: [(TriggerType, [String])]) -> TriggerType? {
        var best: (type: TriggerType, count: Int)?
        for (type, hits) in keywords where hits.count > best?.count ?? 0 {
            best = (type, hits.count)
        }
        return best?.type
    }
}

// MARK: - Parts

extension Signal {
    private static func keywordPart(
        _ type: TriggerType, _ hits: [String], _ rules: ScoringRules
    ) -> SignalPart? {
        guard !hits.isEmpty else { return nil }
        return SignalPart(
            name: SignalPart.keywords(type), points: hits.count * rules.keywordPoints, hits: hits)
    }

    /// The kinds only: what was found may be an order number, which outlives no text.
    private static func evidencePart(_ message: ScoredMessage, _ rules: ScoringRules) -> SignalPart?
    {
        let kinds = HardEvidence.kinds(in: message.key)
        guard !kinds.isEmpty else { return nil }
        return SignalPart(
            name: SignalPart.evidence, points: kinds.count * rules.evidencePoints,
            hits: kinds.map(\.rawValue))
    }

    private static func filePart(_ message: ScoredMessage, _ rules: ScoringRules) -> SignalPart? {
        let files = message.extensions
        guard !files.isEmpty else { return nil }
        return SignalPart(
            name: SignalPart.files, points: files.reduce(0) { $0 + rules.points(file: $1) },
            hits: files)
    }

    private static func hoursPart(_ message: ScoredMessage, _ rules: ScoringRules) -> SignalPart? {
        guard rules.workingHours.contains(minuteOfDay: message.at.minuteOfDay) else { return nil }
        let isWeekend = CalendarDay(message.at).weekday.isWeekend
        return SignalPart(
            name: SignalPart.workingHours,
            points: isWeekend ? rules.weekendPoints : rules.weekdayPoints,
            hits: [isWeekend ? "weekend" : "weekday"])
    }

    private static func knowledgePart(
        _ message: ScoredMessage, _ rules: ScoringRules
    ) -> SignalPart? {
        guard message.isKnowledgeMatch else { return nil }
        return SignalPart(
            name: SignalPart.knowledge, points: rules.knowledgePoints, hits: ["kb_matched"])
    }

    /// Why a message is business whatever its sum, a question apart.
    private static func reasons(for message: ScoredMessage, parts: [SignalPart]) -> [String] {
        var reasons: [String] = []
        let names = parts.map(\.name)
        if names.contains(where: { $0.hasPrefix(SignalPart.keywordPrefix) }) {
            reasons.append("keyword")
        }
        if names.contains(SignalPart.evidence) { reasons.append("evidence") }
        if message.isKnowledgeMatch { reasons.append("kb_matched") }
        if message.asksForPerson { reasons.append("person") }
        if message.kind == .voice { reasons.append("voice") }
        let files = message.extensions
        let isUnnamedFile = message.kind == .file && files.isEmpty
        if isUnnamedFile || files.contains(where: { !pictures.contains($0) }) {
            reasons.append("file")
        }
        return reasons
    }

    private static let pictures: Set<String> = ["jpg", "jpeg", "png"]

    /// What lifts a message to the least score of business, or takes all from a private one.
    private static func floorPart(
        _ sum: Int, _ reasons: [String], _ message: ScoredMessage, _ privateWords: [String],
        _ rules: ScoringRules
    ) -> SignalPart? {
        if reasons.isEmpty, !privateWords.isEmpty {
            return SignalPart(name: SignalPart.privateWords, points: -sum, hits: privateWords)
        }
        let isOpenQuestion = message.isQuestion && privateWords.isEmpty
        let reasons = reasons + (isOpenQuestion ? ["question"] : [])
        guard !reasons.isEmpty else { return nil }
        return SignalPart(
            name: SignalPart.floor, points: max(0, rules.floor - sum), hits: reasons)
    }
}

extension SignalPart {
    static let keywordPrefix = "keywords_"
    /// The kinds of `HardEvidence`.
    public static let evidence = "evidence"
    public static let files = "files"
    public static let workingHours = "working_hours"
    public static let knowledge = "knowledge"
    /// What was missing to the least score of a business message.
    public static let floor = "floor"
    /// Takes away whatever the other parts added.
    public static let privateWords = "private"

    /// The name of the part for the keywords of one kind of business.
    public static func keywords(_ type: TriggerType) -> String {
        switch type {
        case .preSales: keywordPrefix + "pre"
        case .afterSales: keywordPrefix + "post"
        case .development: keywordPrefix + "bizdev"
        }
    }
}

extension ScoringRules {
    /// The least score of a business message: 60, and never BLACK where GRAY begins higher.
    var floor: Int { max(60, gray) }
}

extension Bucket {
    /// The bucket of a score alone.
    public static func of(score: Int, rules: ScoringRules) -> Bucket {
        if score >= rules.white { return .white }
        return score >= rules.gray ? .gray : .black
    }

    /// The bucket of a thread: what the operator decided (WHITE by promotion, BLACK by a block, GRAY
    /// once that is lifted), else its score's; GRAY where the customer has said nothing yet.
    /// - Parameter score: the thread's; `nil` when it holds no message of the customer.
    public static func of(score: Int?, decided: Bucket?, rules: ScoringRules) -> Bucket {
        decided ?? score.map { of(score: $0, rules: rules) } ?? .gray
    }

    /// The bucket of a thread behind a message of the customer.
    ///
    /// A picture, a link and the like without words score what SPEC 7 gives them, and go to a person
    /// (SPEC 6), who sees nothing of a private thread: so they make no thread private. What was said
    /// in words before, or is said next, does.
    /// - Parameters:
    ///   - isWordless: whether the message says nothing in words.
    ///   - before: the bucket that the thread had, GRAY for a new one.
    public static func of(
        score: Int?, decided: Bucket?, isWordless: Bool, before: Bucket, rules: ScoringRules
    ) -> Bucket {
        let bucket = of(score: score, decided: decided, rules: rules)
        let turnsPrivate = bucket == .black && decided == nil && before != .black
        return turnsPrivate && isWordless ? .gray : bucket
    }
}
