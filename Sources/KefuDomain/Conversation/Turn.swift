/// One message of a conversation, as far as understanding the next one needs it.
public struct Turn: Sendable, Hashable {
    public let speaker: Speaker
    /// What was written, cut to `maxScalars`.
    public let text: String
    /// The words that carry its meaning, normalised; question words and particles left out.
    public let words: Set<String>
    /// What kinds of words they are.
    public let known: KnownWords
    /// The question as it was understood, where the text alone did not say it.
    public let understoodAs: String?
    /// What was done about it; `nil` for what nobody answered, and for messages of ours.
    public let action: Action?
    /// The entry or passage that answered it, by its id.
    public let source: String?
    /// A greeting, a courtesy, a bare number: it neither opens nor ends a topic.
    public let isAside: Bool
    public let at: Timestamp

    /// More of a message says nothing about what it leans on.
    public static let maxScalars = 300

    public init(
        _ speaker: Speaker, _ text: String, words: Set<String> = [],
        known: KnownWords = KnownWords(),
        understoodAs: String? = nil, action: Action? = nil, source: String? = nil,
        isAside: Bool = false, at: Timestamp
    ) {
        self.speaker = speaker
        self.text = Self.cut(text)
        self.words = words
        self.known = known
        self.understoodAs = understoodAs.map(Self.cut)
        self.action = action
        self.source = source
        self.isAside = isAside
        self.at = at
    }

    /// What was meant: the question as understood, else the words themselves.
    public var meaning: String { understoodAs ?? text }

    /// The same message, understood as a whole question.
    func understood(as question: String) -> Turn {
        Turn(
            speaker, text, words: words, known: known, understoodAs: question, action: action,
            source: source, isAside: isAside, at: at)
    }

    private static func cut(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.prefix(maxScalars)))
    }
}
