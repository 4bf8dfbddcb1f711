/// What a person wrote to one question, as it grows.
struct AnswerDraft: Sendable {
    private var texts: [String] = []
    private(set) var messages: [Int64] = []
    private(set) var lastAt = Timestamp(milliseconds: 0)
    /// Of the last message in its thread.
    private(set) var lastPlace = 0
    private(set) var hasAttachment = false
    private(set) var isUnsettled = false

    var isEmpty: Bool { messages.isEmpty }

    /// The lines that say something, one a line.
    var text: String { texts.filter { !$0.isEmpty }.joined(separator: "\n") }

    mutating func add(_ line: AnswerLines.Line) {
        note(line)
        switch line.kind {
        case .attachment:
            hasAttachment = true
            if !line.turn.text.isEmpty { texts.append(line.turn.text.tidied) }
        case .words: texts.append(AnswerReading(Slip.settled(line.turn.text)).cleaned)
        case .slip(let slip): mend(slip)
        case .retraction: if !texts.isEmpty { texts.removeLast() }
        }
    }

    /// A slip that was corrected after the answer had been given.
    mutating func correct(_ line: AnswerLines.Line) {
        guard case .slip(let slip) = line.kind else { return }
        note(line)
        mend(slip)
    }

    private mutating func note(_ line: AnswerLines.Line) {
        messages.append(line.turn.message)
        lastAt = line.turn.at
        lastPlace = line.place
    }

    private mutating func mend(_ slip: Slip) {
        // The latest line that the correction fits is the one that was wrong.
        for place in texts.indices.reversed() {
            if let mended = slip.mended(texts[place]) {
                texts[place] = mended
                return
            }
        }
        if !slip.words.isEmpty { texts.append(slip.words) }
        isUnsettled = true
    }
}
