import KefuDomain
import KefuRPC
import KefuSearch
import KefuStore
import KefuText

/// Learning from what people answer (SPEC 5): after a message is stored, message by message in the
/// order of their rows. Whatever is interrupted is done again, and gives the same.
extension Desk {
    /// So many messages are looked at before it is noted how far it has come.
    private static let learningBatch = 50

    /// Starts learning; what was stored while nobody learned is caught up with.
    /// - Throws: `ErrorCode.internal` when the system has no thread left.
    public func startLearner() throws {
        try learner.start(
            { [unowned self] in
                try noteGaps()
                return try learnNext()
            }, log: log)
    }

    /// Learns from the next messages.
    /// - Returns: whether there may be more.
    @discardableResult
    func learnNext() throws -> Bool {
        let rows = try store.read { try $0.messagesToLearn(limit: Self.learningBatch) }
        var idle: [Int64] = []
        for row in rows {
            if learner.mustStop { return false }
            if try isLearned(row) { idle = [] } else { idle.append(row) }
        }
        if !idle.isEmpty {
            try store.writeTogether { connection in
                for row in idle { try connection.setLearned(row) }
            }
        }
        return rows.count == Self.learningBatch
    }

    /// Learns from a message; one that cannot be learned from must not keep the others waiting.
    private func isLearned(_ row: Int64) throws -> Bool {
        do {
            return try learn(fromMessage: row)
        } catch let error as KefuError
            where error.code != .cancelled && !error.code.isRetryable && !error.isOfStorage
        {
            log.write(
                .warning,
                "message \(row) is not learned from: \(error.what.english): \(error.why.english)")
            return false
        }
    }

    /// - Returns: whether it was noted that the message is done; where nothing came of it, that is left
    ///   to the caller.
    private func learn(fromMessage row: Int64) throws -> Bool {
        let rules = current.responder.rules
        let scene = try store.read { connection -> Scene? in
            // Who wrote our side of a replayed history is unknown: there is nothing to look at.
            guard let message = try connection.message(row), !message.draft.isReplay,
                let thread = try connection.thread(message.draft.thread), thread.bucket != .black,
                // Where nobody of ours wrote yet, nobody answered.
                thread.facts.lastOursAt != nil
            else { return nil }
            return try Scene(message, in: thread, connection, rules: rules)
        }
        guard let scene else { return false }
        let pairs = scene.hasPerson ? scene.pairs : []
        let stale = try staleCandidates(of: row, now: pairs)
        for candidate in stale { try retract(candidate, because: "not_a_persons") }
        let touched = pairs.filter { $0.isTouched(by: row) }
        for asked in touched { try learn(from: asked, in: scene) }
        guard !touched.isEmpty || !stale.isEmpty else { return false }
        try store.write { try $0.setLearned(row) }
        return true
    }

    /// Candidates that a message was part of, and that are none any more: it turned out to be the
    /// bot's own, or the messages belong together otherwise.
    private func staleCandidates(
        of message: Int64, now pairs: [AnsweredQuestion]
    ) throws -> [CandidateRecord] {
        let known = try store.read { try $0.candidates(ofMessage: message) }
        guard !known.isEmpty else { return [] }
        let anchors = Set(pairs.map(\.anchor))
        return known.filter { candidate in
            guard let anchor = candidate.draft.anchor else { return false }
            return !candidate.draft.state.isFinal && !anchors.contains(anchor)
        }
    }

    /// Takes a candidate back, and what came of it; what somebody has edited since is theirs.
    private func retract(_ candidate: CandidateRecord, because reason: String) throws {
        let now = now
        try store.write { connection in
            let report = try connection.undoLearning(candidate: candidate.row, at: now)
            try connection.settle(
                candidate: candidate.row, report.kept.isEmpty ? .dropped : .approved,
                obstacle: report.kept.isEmpty ? reason : nil, at: now)
        }
        search.wake()
    }

    private func learn(from asked: AnsweredQuestion, in scene: Scene) throws {
        let pair = asked.pair
        guard try !repeatsTheBot(pair, in: scene) else { return }
        let known = try store.read { try $0.candidate(anchor: asked.anchor) }
        if let known {
            guard !known.draft.state.isFinal, try isOutdated(known, by: pair) else { return }
        }
        if let known, known.draft.state == .entered {
            try retract(known, because: "revised")
            guard try store.read({ try $0.candidate(known.row)?.draft.state }) != .approved else {
                return
            }
        }
        let assessment = try assess(asked, except: known)
        try enter(assessment, in: scene)
    }

    /// Whether the bot drafted what a person sent: the base says so already, and its own words are
    /// never learned.
    private func repeatsTheBot(_ pair: LearnedPair, in scene: Scene) throws -> Bool {
        let key = Analyzer().key(pair.answer)
        guard !key.isEmpty else { return true }
        let drafts = try store.read { try $0.answers(inThread: scene.thread.row, limit: 30) }
        return drafts.contains { draft in
            let words = Analyzer().key(draft.answer.said.content)
            guard !words.isEmpty else { return false }
            return words.contains(key) || (words.count >= 8 && key.contains(words))
        }
    }

    /// Whether a pair says something else by now, or the customer has said what they think of it.
    private func isOutdated(_ candidate: CandidateRecord, by pair: LearnedPair) throws -> Bool {
        let draft = candidate.draft
        guard draft.questionMessages == pair.questionMessages,
            draft.answerMessages == pair.answerMessages
        else { return true }
        let settings = current.loaded.configuration.learning
        let facts = QualityFacts(
            timesAsked: draft.timesAsked, agreement: .same, settings: settings)
        let quality = Quality.of(pair, facts: facts, now: now)
        if draft.state == .entered {
            return quality.value < settings.enter || quality[.satisfied] < 0.5
        }
        let before = try CandidateFindings(kept: draft.findings)?.parts
            .first { $0.feature == .satisfied }?.value
        return before != quality[.satisfied]
    }
}
