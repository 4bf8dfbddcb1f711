import KefuDomain
import KefuStore
import KefuText

/// A message with what was said around it, as learning sees it.
struct Scene: Sendable {
    let message: MessageRecord
    let thread: ThreadRecord
    private let records: [Int64: MessageRecord]
    /// Oldest first.
    let turns: [LearningTurn]

    /// Messages before and after it that are looked at.
    private static let (before, after) = (60, 20)

    init(
        _ message: MessageRecord, in thread: ThreadRecord, _ connection: Connection,
        rules: RuleBook
    ) throws {
        self.message = message
        self.thread = thread
        let at = message.draft.at
        let earlier = try connection.messages(
            ofThread: thread.row, around: at, isEarlier: true, limit: Self.before)
        let later = try connection.messages(
            ofThread: thread.row, around: at, isEarlier: false, limit: Self.after)
        let all = earlier.reversed() + later
        records = Dictionary(uniqueKeysWithValues: all.map { ($0.row, $0) })
        let asker = Self.asker(message, earlier)
        turns = all.filter { $0.draft.speaker == .me || $0.draft.sender == asker }
            .map { LearningTurn($0, rules: rules) }
    }

    /// In a group chat, whose words these are, or whom ours answer; `nil` in a private one.
    private static func asker(_ message: MessageRecord, _ earlier: [MessageRecord]) -> Int64? {
        if message.draft.speaker == .them { return message.draft.sender }
        return earlier.first { $0.draft.speaker == .them }?.draft.sender
    }

    /// Whether a person wrote any of it.
    var hasPerson: Bool { turns.contains { $0.speaker == .person } }

    /// The questions that a person answered, to learn from.
    var pairs: [AnsweredQuestion] {
        var counts: [Int64: Int64] = [:]
        return Pairing.pairs(of: turns).compactMap { pair in
            guard let first = pair.questionMessages.first else { return nil }
            let number = counts[first, default: 0]
            counts[first] = number + 1
            guard number < Self.mostQuestions, isOfAPerson(pair) else { return nil }
            return AnsweredQuestion(pair: pair, anchor: first * Self.mostQuestions + number)
        }
    }

    /// So many questions of one message are told apart.
    private static let mostQuestions: Int64 = 16

    /// Whether a pair is one to learn from: a question that was handed over or drafted an answer to,
    /// as it was asked, and a person's own words. In a group chat nobody else spoke in between.
    private func isOfAPerson(_ pair: LearnedPair) -> Bool {
        let questions = pair.questionMessages.compactMap { records[$0]?.draft }
        let answers = pair.answerMessages.compactMap { records[$0]?.draft }
        guard questions.contains(where: { $0.outcome.action != nil && !$0.isReplay }),
            !answers.isEmpty, answers.allSatisfy({ !$0.isBots && !$0.isReplay })
        else { return false }
        guard thread.isGroup else { return true }
        let sender = questions.first?.sender
        return !records.values.contains { other in
            other.draft.speaker == .them && other.draft.sender != sender
                && !other.draft.isCourtesy
                && (pair.askedAt...pair.answeredAt).contains(other.draft.at)
        }
    }

    /// The contact whose question it is.
    func contact(of pair: LearnedPair) -> Int64 {
        let sender = pair.questionMessages.lazy.compactMap { records[$0]?.draft.sender }.first
        return sender ?? thread.contact
    }

    /// The answer that was drafted to the question; the last one.
    func draft(to pair: LearnedPair) -> Int64? {
        pair.questionMessages.reversed().lazy.compactMap { records[$0]?.draft.outcome.answer }.first
    }
}

/// A question that a person answered, with the name that it has from its message.
struct AnsweredQuestion: Sendable {
    let pair: LearnedPair
    let anchor: Int64

    /// Whether a message is part of it, or follows it.
    func isTouched(by row: Int64) -> Bool {
        pair.questionMessages.contains(row) || pair.answerMessages.contains(row)
            || pair.aftermath.contains { $0.message == row }
    }
}

extension LearningTurn {
    init(_ record: MessageRecord, rules: RuleBook) {
        let draft = record.draft
        let text = draft.text ?? ""
        let speaker: Speaker =
            switch draft.speaker {
            case .them: .customer
            // Who wrote a replayed message of ours is not known: it may have been a program.
            case .me: draft.isBots || draft.isReplay ? .bot : .person
            }
        let key = Analyzer().key(text)
        let match = rules.match(key: key, isBlank: Question.isEmojiOnly(text, key: key))
        self.init(
            message: record.row, speaker: speaker, text: text, kind: draft.kind, at: draft.at,
            isCourtesy: draft.isCourtesy || match == .greeting || match == .courtesy)
    }
}
