public import KefuDomain

/// Of an answer, what the next question of its conversation may lean on.
public struct AnswerGist: Sendable, Hashable {
    public let at: Timestamp
    public let question: String
    /// The question as it was understood.
    public let completed: String?
    public let action: Action
    public let reason: String
    public let content: String
    /// The first citation: its id, and the question of an entry.
    public let source: String?
    public let sourceQuestion: String?

    public init(
        at: Timestamp, question: String, completed: String? = nil, action: Action, reason: String,
        content: String, source: String? = nil, sourceQuestion: String? = nil
    ) {
        self.at = at
        self.question = question
        self.completed = completed
        self.action = action
        self.reason = reason
        self.content = content
        self.source = source
        self.sourceQuestion = sourceQuestion
    }
}

extension Connection {
    /// The newest answers of a session, newest first.
    public func answerGists(session: String, limit: Int) throws -> [AnswerGist] {
        try all(Self.gists("session = ?"), session, limit, read: Self.readGist)
    }

    /// The newest answers of a thread, newest first.
    public func answerGists(thread: Int64, limit: Int) throws -> [AnswerGist] {
        try all(Self.gists("thread = ?"), thread, limit, read: Self.readGist)
    }

    /// Texts are cut: a conversation does not need more of them, and they may be long.
    private static func gists(_ condition: String) -> String {
        """
        SELECT at, substr(question, 1, 400), action, reason, substr(content, 1, 400),
            json_extract(facts, '$.completed'), json_extract(facts, '$.citations[0].id'),
            json_extract(facts, '$.citations[0].question')
        FROM (
            SELECT at, question, action, reason, content,
                CASE WHEN json_valid(evidence) THEN evidence END AS facts
            FROM answer WHERE \(condition) ORDER BY id DESC LIMIT ?
        )
        """
    }

    private static func readGist(_ row: Row) -> AnswerGist {
        AnswerGist(
            at: row.time(0), question: row.text(1), completed: row.optionalText(5),
            action: Action(rawValue: row.text(2)) ?? .handoff, reason: row.text(3),
            content: row.text(4), source: row.optionalText(6), sourceQuestion: row.optionalText(7))
    }
}
