import KefuDomain

/// Turns rules and candidates into what would be sent (SPEC 4). Reads no clock, stores nothing.
struct Responder: Sendable {
    let thresholds: Thresholds
    let texts: CustomerTexts
    let operatorHours: DailyHours?
    let rules: RuleBook

    /// The route and the words for a question.
    /// - Parameters:
    ///   - candidates: best first, each with its confidence.
    ///   - now: decides on expiry.
    ///   - minuteOfDay: the local time, decides on the operator's hours.
    func respond(
        to question: Question, candidates: [Candidate], now: Timestamp, minuteOfDay: Int
    ) -> Response {
        let best = candidates.first
        if question.saysTooLittle, !isExact(best) {
            return handoff(.noEvidence, question, [], minuteOfDay)
        }
        let match = rules.match(key: question.key, isBlank: question.isEmojiOnly)
        switch match {
        case .greeting where !isExact(best):
            return courtesy(.greeting, texts.greeting, question)
        case .courtesy where !isExact(best):
            return courtesy(.courtesy, texts.courtesy, question)
        case .person(let word, let isWhole) where !isAnswered(best, about: word, isWhole):
            return handoff(.person, question, candidates, minuteOfDay)
        case .complaint(let word, let isWhole) where !isAnswered(best, about: word, isWhole):
            return handoff(.complaint, question, candidates, minuteOfDay)
        default:
            break
        }
        let decision = RouteDecision.of(
            evidence(best, question: question, now: now), thresholds: thresholds)
        switch decision.action {
        case .reply: return reply(decision, question, candidates)
        case .clarify: return clarify(decision, question, candidates)
        case .handoff: return handoff(decision.reason, question, candidates, minuteOfDay)
        }
    }

    /// The reply to a customer who picked one of the questions put to them.
    func picked(_ item: FoundItem, of question: Question, now: Timestamp, minuteOfDay: Int)
        -> Response
    {
        let candidate = Candidate(
            item: item, wording: item.title, engines: [], features: [], score: 0, confidence: 1)
        var facts = evidence(candidate, question: question, now: now)
        facts.confidence = 1
        if facts.isExpired { return handoff(.expired, question, [candidate], minuteOfDay) }
        let decision = RouteDecision.of(facts, thresholds: thresholds)
        let reason = decision.isDraftOnly ? decision.reason : .picked
        return reply(
            RouteDecision(.reply, reason, isDraftOnly: decision.isDraftOnly), question, [candidate])
    }

    /// The reply to a customer who said that none of the questions was meant.
    func nonePicked(_ question: Question, minuteOfDay: Int) -> Response {
        handoff(.noneOfThem, question, [], minuteOfDay)
    }

    /// What to say where nothing can be looked up: a person takes over.
    func handOver(_ reason: RouteReason, _ question: Question, minuteOfDay: Int) -> Response {
        handoff(reason, question, [], minuteOfDay)
    }
}

extension Responder {
    private func isExact(_ candidate: Candidate?) -> Bool {
        candidate?.engines.contains(.exact) ?? false
    }

    /// Whether the base answers a question that itself speaks of a person or a complaint; a plain
    /// request (`转人工`) is only that question when the base holds it word for word.
    private func isAnswered(_ best: Candidate?, about word: String, _ isWhole: Bool) -> Bool {
        guard let best else { return false }
        if isWhole { return isExact(best) }
        return best.confidence >= thresholds.reply && best.wording.lowercased().contains(word)
    }

    /// Whether a message says nothing that a later one could lean on: a greeting, thanks, a bare
    /// number.
    func isAside(_ question: Question) -> Bool {
        switch rules.match(key: question.key, isBlank: question.isEmojiOnly) {
        case .greeting, .courtesy: true
        case .person, .complaint, nil: question.saysTooLittle
        }
    }

    private func evidence(_ best: Candidate?, question: Question, now: Timestamp) -> RouteEvidence {
        var facts = RouteEvidence(confidence: best?.confidence)
        if case .entry(let entry)? = best?.item {
            facts.isExpired = entry.isExpired(at: now)
            facts.needsReview = entry.review == .always
        }
        facts.hasSensitiveWords = !rules.sensitiveWords(in: question.key).isEmpty
        return facts
    }

    private func courtesy(_ reason: RouteReason, _ text: CustomerText, _ question: Question)
        -> Response
    {
        Response(
            decision: RouteDecision(.reply, reason), content: text.text(question.language),
            confidence: 1, cited: [], alternatives: [])
    }

    private func reply(
        _ decision: RouteDecision, _ question: Question, _ candidates: [Candidate]
    ) -> Response {
        guard let best = candidates.first else {
            return courtesy(.courtesy, texts.handoff, question)
        }
        return Response(
            decision: decision, content: Quotation.content(of: best, for: question.text),
            confidence: best.confidence, cited: [best],
            alternatives: candidates)
    }

    private func clarify(
        _ decision: RouteDecision, _ question: Question, _ candidates: [Candidate]
    ) -> Response {
        let choices = Self.choices(from: candidates)
        var lines = [texts.clarify.text(question.language)]
        for (index, choice) in choices.enumerated() {
            lines.append("\(index + 1). \(choice.item.title)")
        }
        return Response(
            decision: decision, content: lines.joined(separator: "\n"),
            confidence: candidates.first?.confidence ?? 0, cited: choices,
            alternatives: candidates)
    }

    private func handoff(
        _ reason: RouteReason, _ question: Question, _ candidates: [Candidate], _ minuteOfDay: Int
    ) -> Response {
        var content = texts.handoff.text(question.language)
        if let hours = operatorHours, !hours.contains(minuteOfDay: minuteOfDay) {
            content = texts.outOfHours.text(question.language)
                .replacing("{opens}", with: hours.opening)
        }
        let isDraft = !rules.sensitiveWords(in: question.key).isEmpty
        return Response(
            decision: RouteDecision(.handoff, reason, isDraftOnly: isDraft), content: content,
            confidence: candidates.first?.confidence ?? 0, cited: [], alternatives: candidates)
    }

    /// The two or three likeliest questions to put to the customer, each with an answer of its own.
    ///
    /// A third is left out when it is four times less likely than the first.
    static func choices(from candidates: [Candidate]) -> [Candidate] {
        guard let best = candidates.first else { return [] }
        var chosen: [Candidate] = []
        for candidate in candidates where chosen.count < 3 {
            if chosen.contains(where: { $0.item.answer == candidate.item.answer }) { continue }
            if chosen.count >= 2, candidate.confidence * 4 < best.confidence { break }
            chosen.append(candidate)
        }
        return chosen
    }
}
