import KefuDomain
import KefuRPC
import KefuStore

/// What would be said to a message, before the message is stored.
struct Proposal: Sendable {
    let question: Question
    /// The question as it may be kept: without lines that are kept nowhere else.
    let keptQuestion: String
    let response: Response
    /// Answers to earlier lines of the same burst.
    let supersedes: [Int64]
    let tookMicroseconds: Int
    /// Whether the customer is to be told: in a group only when the bot is addressed.
    let isAddressed: Bool
}

extension Proposal {
    /// Whether the customer asks for a person, or complains: in a group whoever is addressed.
    private var asksForPerson: Bool {
        response.decision.reason == .person || response.decision.reason == .complaint
    }

    /// The answer as it is stored; `nil` where the bot is not addressed.
    ///
    /// Who asks a whole group for a person gets one (SPEC 4), and no words of the bot, which drafts
    /// only where it is addressed (SPEC 6).
    func reply(
        to message: IncomingMessage, _ hub: HubSettings, thresholds: Thresholds
    ) throws -> Filing.Reply? {
        guard isAddressed || asksForPerson else { return nil }
        let evidence = Evidence(
            response, citations: response.citations(for: question), thresholds: thresholds)
        let draft = AnswerDraft(
            at: message.receivedAt, question: hub.textDays == 0 ? "" : keptQuestion,
            channel: message.channel, action: response.decision.action,
            content: isAddressed ? response.content : "", confidence: response.confidence,
            reason: response.decision.reason.rawValue,
            tookMicroseconds: tookMicroseconds, evidence: try evidence.json(),
            entry: response.citedEntry)
        return Filing.Reply(
            draft: draft, isDraftOnly: response.decision.isDraftOnly || !isAddressed,
            supersedes: supersedes)
    }

    /// From this confidence on the base has something to say, as far as scoring goes (SPEC 6).
    private static let knownConfidence = 0.55

    /// Whether the base has something to say; what rules say by themselves is not the base's.
    fileprivate var isKnown: Bool {
        (response.alternatives.first?.confidence ?? 0) >= Self.knownConfidence
    }
}

extension IncomingMessage {
    /// How much it looks like business.
    func signal(_ proposal: Proposal?, _ hub: HubSettings) -> Signal {
        Signal.of(
            ScoredMessage(
                text: text ?? "", key: key, kind: kind, fileTypes: fileTypes, at: at,
                isKnowledgeMatch: isMatch ?? proposal?.isKnown ?? false,
                asksForPerson: asksForPerson), rules: hub.scoring)
    }
}

extension Desk {
    /// Works out what to say to a customer's message, and so whether the base knows it: by the same
    /// path as `ask`. Writes nothing.
    func propose(_ message: IncomingMessage, _ found: Surroundings) throws -> Proposal {
        let stopwatch = Stopwatch()
        let hub = current.hub
        let (line, isAddressed) = addressed(message, hub)
        let supersedes = found.burst?.answers ?? []
        let otherwise = found.languageSpoken(otherwise: language)
        guard let line else {
            let question = Question(text: "", key: "", language: otherwise)
            return Proposal(
                question: question, keptQuestion: "",
                response: current.responder.handOver(
                    .noText, question, minuteOfDay: message.receivedAt.minuteOfDay),
                supersedes: supersedes, tookMicroseconds: stopwatch.microseconds,
                isAddressed: isAddressed)
        }
        let gap = Duration.seconds(hub.burstSeconds)
        let fleeting = fleeting.texts(
            of: found.burst?.wordless ?? [], at: message.receivedAt, within: gap)
        let text = found.burst?.text(with: line, fleeting: fleeting, isAside: isAside) ?? line
        let question = Question(text, otherwise: otherwise)
        return Proposal(
            question: question,
            keptQuestion: found.burst?.text(with: line, isAside: isAside) ?? line,
            response: try answer(question, found, now: message.receivedAt),
            supersedes: supersedes, tookMicroseconds: stopwatch.microseconds,
            isAddressed: isAddressed)
    }

    /// The words to answer, and whether they are meant for the bot.
    private func addressed(_ message: IncomingMessage, _ hub: HubSettings) -> (String?, Bool) {
        guard message.isGroup else { return (message.text, true) }
        guard let text = message.text, Mention.addresses(text, names: hub.addressedAs) else {
            return (message.text, false)
        }
        return (Mention.taken(outOf: text, names: hub.addressedAs), true)
    }

    /// Whether a line only greets or thanks.
    private func isAside(_ text: String) -> Bool {
        let question = Question(text, otherwise: language)
        switch current.responder.rules.match(key: question.key, isBlank: question.isEmojiOnly) {
        case .greeting, .courtesy: return true
        case .person, .complaint, nil: return false
        }
    }

    /// A search that fails must not lose the message: a person takes over.
    private func answer(
        _ question: Question, _ found: Surroundings, now: Timestamp
    ) throws -> Response {
        let isFirstLine = found.burst?.answers.isEmpty ?? true
        do {
            let turns = found.gists.isEmpty ? [] : turns(of: found.gists)
            return try respond(
                to: question, after: isFirstLine ? found.lastAnswer : nil,
                understood: turns.isEmpty ? nil : understood(question, turns: turns, now: now),
                limit: KefuRPC.Page.defaultHits, now: now)
        } catch let error as KefuError where error.code != .cancelled {
            log.write(.error, "a message was handed over: \(error.what.english)")
            return current.responder.handOver(
                .unavailable, question, minuteOfDay: now.minuteOfDay)
        }
    }
}
