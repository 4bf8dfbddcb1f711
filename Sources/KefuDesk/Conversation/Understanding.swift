import KefuDomain
import KefuRPC

/// What a question means in its conversation.
struct Understanding: Sendable {
    let state: SessionState
    let type: ConversationType
    /// Why the question opens another topic; `nil` when it does not.
    let topicChange: TopicChange?
    /// What a question that cannot stand alone may mean, likeliest first.
    let completions: [CompletedQuestion]
    /// What the topic named, the question included.
    let entities: Entities
    /// What was said before, for a customer who comes back.
    let summary: String?
    /// The entries and passages that answered the topic so far.
    let sources: Set<String>

    /// - Parameters:
    ///   - turn: the question.
    ///   - conversation: what was said before it.
    init(of turn: Turn, in conversation: Conversation, language: Language) {
        state = conversation.state
        topicChange = conversation.topicChange(by: turn)
        completions = conversation.completions(of: turn)
        type = completions.first.map { .of($0.text) } ?? turn.type
        let named = Entities(in: turn.text)
        entities = topicChange == nil ? named.carrying(conversation.entities) : named
        summary = conversation.summary(in: language)
        sources = conversation.sources
    }

    /// As clients see it.
    /// - Parameter completed: what the question was taken to mean in the end.
    func context(completed: String?) -> AskContext {
        AskContext(
            sessionState: state, type: type, topicChange: topicChange, completed: completed,
            summary: summary, entities: entities)
    }
}

extension CompletedQuestion {
    /// Whether an answer can be one to this question: it speaks of what is new in it.
    func isAnswered(by item: FoundItem, after sources: Set<String>) -> Bool {
        if needsNewAnswer, sources.contains(item.id) { return false }
        return required.allSatisfy { $0.isMet(by: item.texts) }
    }
}

extension FoundItem {
    /// All that it says.
    fileprivate var texts: [String] {
        switch self {
        case .entry(let entry): [entry.question, entry.answer] + entry.variants
        case .passage(let passage): [passage.sectionPath, passage.text]
        }
    }
}
