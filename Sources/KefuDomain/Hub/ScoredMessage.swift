/// What scoring sees of a customer's message.
public struct ScoredMessage: Sendable, Hashable {
    public let text: String
    /// The normalised text: lower case, simplified, no punctuation outside numbers and codes.
    public let key: String
    public let kind: MessageKind
    /// Extensions, or file names; in any case.
    public let fileTypes: [String]
    public let at: Timestamp
    /// Whether the knowledge base has something to say (SPEC 6).
    public let isKnowledgeMatch: Bool
    /// Whether it asks for a person or complains (SPEC 4).
    public let asksForPerson: Bool
    public let isQuestion: Bool

    /// - Parameter isQuestion: found out from the text where it is not given.
    public init(
        text: String, key: String, kind: MessageKind = .text, fileTypes: [String] = [],
        at: Timestamp, isKnowledgeMatch: Bool = false, asksForPerson: Bool = false,
        isQuestion: Bool? = nil
    ) {
        self.text = text
        self.key = key
        self.kind = kind
        self.fileTypes = fileTypes
        self.at = at
        self.isKnowledgeMatch = isKnowledgeMatch
        self.asksForPerson = asksForPerson
        self.isQuestion = isQuestion ?? QuestionSigns.isQuestion(text)
    }

    /// The extensions of its files, in lower case; of a media type, its second half.
    var extensions: [String] {
        fileTypes.compactMap { type in
            let name = type.lowercased().split { $0 == "." || $0 == "/" }.last
            return name.map { String($0.prefix(Self.maxExtensionLength)) }
        }
    }

    /// What is longer is no extension, and is not to be kept as one.
    private static let maxExtensionLength = 16
}
