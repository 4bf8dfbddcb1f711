/// Something the customer asked, and what was answered so far.
struct OpenQuestion: Sendable {
    var text: String
    var messages: [Int64]
    let askedAt: Timestamp
    /// Which of the customer's turns it belongs to.
    let round: Int
    /// The message that it stands in: questions of one message belong together.
    let group: Int64
    /// It cannot be understood alone.
    var needsContext = false
    /// A picture or the like belongs to it.
    var hasPicture = false
    /// A bare statement: it may reply to what we asked.
    var isReply = false
    /// It takes back what was asked before it.
    var slip: Slip?
    /// We asked back.
    var wasAskedBack = false
    var botSpoke = false
    var answer = AnswerDraft()

    /// Takes up what the customer replied when we asked back.
    mutating func add(_ reply: OpenQuestion) {
        text = CompletedQuestion.spaced(text, reply.text)
        messages += reply.messages
        needsContext = true
        wasAskedBack = false
    }

    mutating func correct(_ slip: Slip, _ unit: OpenQuestion) {
        messages += unit.messages
        guard let mended = slip.mended(text) else {
            text = CompletedQuestion.spaced(text, slip.words)
            return
        }
        text = mended
    }

    /// The whole question, where it leans on the one before it and can be told.
    func completed(after before: OpenQuestion?) -> OpenQuestion {
        let reading = MessageReading(text)
        guard let lean = Lean.of(reading, KnownWords()) else { return self }
        var whole = self
        whole.needsContext = true
        guard let before else { return whole }
        let all = CompletedQuestion.all(of: reading, lean, after: MessageReading(before.text))
        if let first = all.first { whole.text = first.text }
        return whole
    }
}
