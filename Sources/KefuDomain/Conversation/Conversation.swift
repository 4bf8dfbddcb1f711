/// A conversation up to now: what a new message may refer to (SPEC 4). Reads no clock, stores nothing.
public struct Conversation: Sendable {
    /// What was said since the session last began, oldest first, at most `maxTurns`.
    public let turns: [Turn]
    /// By the age of the last message; ACTIVE for a conversation that only begins.
    public let state: SessionState
    /// Of the customer's latest message that is no courtesy; chat before the first.
    public let type: ConversationType
    /// The customer's messages that belong to the topic at hand, oldest first, within the window of
    /// the type.
    public let topic: [Turn]
    /// What the topic named.
    public let entities: Entities
    /// What was said before a pause of 30 minutes or more, oldest first.
    let earlier: [Turn]

    /// No more is looked at.
    public static let maxTurns = 20

    /// - Parameters:
    ///   - turns: what was said, in any order; both sides'.
    ///   - now: when the new message comes.
    public static func of(_ turns: [Turn], now: Timestamp) -> Conversation {
        let recent = turns.enumerated()
            .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
            .map(\.element).suffix(maxTurns)
        return Conversation(Array(recent), now: now)
    }

    private init(_ turns: [Turn], now: Timestamp) {
        let age = turns.last.map { now.since($0.at) }
        state = age.map { SessionState.of(age: $0) } ?? .active
        let start = state == .expired ? turns.count : Self.start(of: turns)
        self.turns = Array(turns[start...])
        earlier = Array(turns[..<start])
        topic = Self.topic(of: self.turns)
        type = topic.last?.type ?? .chat
        entities = topic.reduce(Entities()) { Entities(in: $1.meaning).carrying($0) }
    }

    /// Where the talk without a pause of 30 minutes begins that the last turn belongs to.
    private static func start(of turns: [Turn]) -> Int {
        let pauses = turns.indices.dropFirst().filter {
            turns[$0].at.since(turns[$0 - 1].at) >= SessionState.lifetime
        }
        return pauses.last ?? 0
    }
}

// MARK: - Topics

extension Conversation {
    private static func topic(of turns: [Turn]) -> [Turn] {
        var topic: [Turn] = []
        for turn in turns where turn.speaker == .them && !turn.isAside {
            if change(by: turn, after: topic) != nil { topic = [] }
            topic.append(meant(by: turn, after: topic))
        }
        guard let last = topic.last else { return [] }
        return topic.suffix(last.type.turns)
    }

    /// A message with the whole question that it stood for, where that was not kept with it.
    private static func meant(by turn: Turn, after topic: [Turn]) -> Turn {
        guard turn.understoodAs == nil, let last = topic.last else { return turn }
        let question = completions(of: turn, after: last).first
        return question.map { turn.understood(as: $0.text) } ?? turn
    }

    private static func completions(of turn: Turn, after last: Turn) -> [CompletedQuestion] {
        let reading = MessageReading(turn.text, nouns: turn.known.nouns)
        guard let lean = Lean.of(reading, turn.known) else { return [] }
        let question = MessageReading(last.meaning, nouns: last.known.nouns)
        return CompletedQuestion.all(of: reading, lean, after: question)
    }

    /// Why a message turns away from a topic; `nil` when it stays, and without a topic.
    private static func change(by turn: Turn, after topic: [Turn]) -> TopicChange? {
        guard let last = topic.last else { return nil }
        let text = FoldedText(turn.text)
        if TopicChange.isSignalled(in: text) { return .signal }
        let reading = MessageReading(text, nouns: turn.known.nouns)
        if turn.understoodAs != nil || Lean.of(reading, turn.known) != nil { return nil }
        if turn.type != last.type { return .type }
        let known = topic.suffix(turn.type.turns).reduce(into: Set<String>()) {
            $0.formUnion($1.words)
        }
        let overlap = TopicChange.overlap(of: turn.words, with: known)
        return overlap < TopicChange.enoughOverlap ? .words : nil
    }

    /// Why a new message opens another topic; `nil` when it goes on with the one at hand, and for
    /// courtesies.
    public func topicChange(by turn: Turn) -> TopicChange? {
        turn.isAside ? nil : Self.change(by: turn, after: topic)
    }
}

// MARK: - Follow-ups

extension Conversation {
    /// What a message may mean that cannot stand alone, likeliest first; empty for one that can, or
    /// when nothing was said that it could lean on.
    public func completions(of turn: Turn) -> [CompletedQuestion] {
        guard let last = topic.last, !turn.isAside, topicChange(by: turn) != .signal else {
            return []
        }
        return Self.completions(of: turn, after: last)
    }

    /// The entries and passages that answered the topic so far.
    public var sources: Set<String> { Set(topic.compactMap(\.source)) }

    /// A question completed from what was said before; the question itself when it stands alone.
    public func completed(_ question: String) -> String {
        let turn = Turn(.them, question, at: turns.last?.at ?? Timestamp(milliseconds: 0))
        return completions(of: turn).first?.text ?? question
    }
}

extension Turn {
    /// What it is about.
    public var type: ConversationType { .of(meaning, isAside: isAside) }
}
