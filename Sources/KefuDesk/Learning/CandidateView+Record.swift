import KefuDomain
import KefuRPC
import KefuStore

extension Connection {
    /// A candidate as clients see it, with what was said around it.
    func view(
        of candidate: CandidateRecord, in language: Language, rules: RuleBook
    ) throws -> CandidateView {
        let draft = candidate.draft
        let findings = try CandidateFindings(kept: draft.findings)
        let gates = try (findings?.gates ?? []).map { try view(of: $0, in: language) }
        let messages = draft.questionMessages + draft.answerMessages
        return CandidateView(
            id: RecordID(.candidate, candidate.row).description, question: draft.question,
            answer: draft.answer, quality: draft.quality,
            reasons: (findings?.parts ?? []).map { QualityReason($0, in: language) },
            conflicts: Self.distinct(gates.flatMap(\.with)), source: CandidateSource(draft.source),
            gates: gates,
            outcome: try outcome(findings),
            provenance: Provenance(
                candidate.lessonSource, messages: messages, timesAsked: draft.timesAsked),
            conversation: try conversation(around: draft, rules: rules))
    }

    private static func distinct(_ rivals: [RivalEntry]) -> [RivalEntry] {
        var seen: Set<String> = []
        return rivals.filter { seen.insert($0.id).inserted }
    }

    private func view(
        of gate: CandidateFindings.Gate, in language: Language
    ) throws -> GateObjection {
        GateObjection(
            gate: gate.gate.rawValue, text: gate.why.text(language),
            canBeForced: gate.gate.canBeForced,
            with: try gate.with.compactMap { try rival($0.id, $0.question) })
    }

    private func outcome(_ findings: CandidateFindings?) throws -> CandidateOutcome {
        CandidateOutcome(
            does: findings.flatMap { CandidateOutcome.Does(rawValue: $0.does.rawValue) } ?? .adds,
            entry: try findings?.entry.flatMap { try rival($0, nil) },
            expiresAt: findings?.expiresAt)
    }

    /// An entry as it is now, if it is still there.
    private func rival(_ id: String, _ wording: String?) throws -> RivalEntry? {
        guard let row = RecordID(id)?.row, let entry = try entry(row) else { return nil }
        return RivalEntry(
            id: entry.id, question: wording ?? entry.question, answer: entry.answer,
            status: entry.status)
    }

    /// So many messages around a candidate's own are shown.
    private static var context: Int { 12 }

    private func conversation(
        around draft: CandidateDraft, rules: RuleBook
    ) throws -> [EvidenceTurn] {
        guard let thread = draft.thread else { return [] }
        let earlier = try messages(
            ofThread: thread, around: draft.answeredAt, isEarlier: true, limit: Self.context)
        let later = try messages(
            ofThread: thread, around: draft.answeredAt, isEarlier: false, limit: 3)
        return (earlier.reversed() + later).map { record in
            let part: EvidenceTurn.Part =
                if draft.questionMessages.contains(record.row) {
                    .question
                } else if draft.answerMessages.contains(record.row) {
                    .answer
                } else {
                    record.draft.at > draft.answeredAt ? .aftermath : .around
                }
            let turn = LearningTurn(record, rules: rules)
            return EvidenceTurn(
                messageID: RecordID(.message, record.row).description,
                speaker: EvidenceTurn.Speaker(turn.speaker), text: record.draft.text,
                at: record.draft.at, part: part)
        }
    }
}

extension EvidenceTurn.Speaker {
    fileprivate init(_ speaker: LearningTurn.Speaker) {
        self =
            switch speaker {
            case .customer: .customer
            case .person: .person
            case .bot: .bot
            }
    }
}

extension CandidateSource {
    fileprivate init(_ source: CandidateDraft.Source) {
        self =
            switch source {
            case .conversation: .conversation
            case .correction: .correction
            }
    }
}

extension QualityReason {
    fileprivate init(_ part: CandidateFindings.Part, in language: Language) {
        let phrase: Phrase =
            part.value < 0.5 ? .qualityAgainst(part.feature) : .qualityFor(part.feature)
        self.init(
            feature: part.feature.rawValue, value: part.value, weight: part.weight,
            share: part.share, text: phrase.text(language))
    }
}
