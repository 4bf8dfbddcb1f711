/// What a person wrote in one go, without what answers nothing.
struct AnswerLines {
    enum Kind {
        case words, attachment, retraction
        case slip(Slip)
    }

    struct Line {
        let turn: LearningTurn
        /// In the thread.
        let place: Int
        let kind: Kind
    }

    private(set) var lines: [Line] = []
    /// The customer was asked something.
    private(set) var asksBack = false

    init(_ turns: [LearningTurn], _ places: [Int]) {
        var isSlip = false
        for place in places {
            let turn = turns[place]
            if let kind = kind(of: turn, afterSlip: isSlip) {
                lines.append(Line(turn: turn, place: place, kind: kind))
                isSlip = false
            }
            if turn.kind == .text, Slip.isBare(turn.text) { isSlip = true }
        }
    }

    /// - Parameter isSlip: the line before only said that something was wrong.
    private mutating func kind(of turn: LearningTurn, afterSlip isSlip: Bool) -> Kind? {
        if turn.kind != .text { return .attachment }
        if Slip.isRetraction(turn.text) { return .retraction }
        if Slip.isBare(turn.text) { return nil }
        if let slip = isSlip ? Slip(correcting: turn.text) : Slip(turn.text) { return .slip(slip) }
        if turn.isCourtesy { return nil }
        let reading = AnswerReading(Slip.settled(turn.text))
        if reading.onlyAsksBack { asksBack = true }
        return reading.statements.isEmpty && !(reading.isTalk && reading.hasVerdict) ? nil : .words
    }

    /// A correction that stands before anything else.
    var leadingSlip: Line? {
        guard let first = lines.first, case .slip = first.kind else { return nil }
        return first
    }

    mutating func dropLeadingSlip() { lines.removeFirst() }

    /// Whether the correction is of what was answered before, and not of a line that is still to
    /// come: nothing is open, or it fits what was said.
    func isForEarlier(open: [OpenQuestion], last: OpenQuestion) -> Bool {
        guard let line = leadingSlip, case .slip(let slip) = line.kind else { return false }
        return open.isEmpty
            || last.answer.text.split(separator: "\n")
                .contains { slip.mended(String($0)) != nil }
    }
}
