/// Goes through a thread once, message by message.
struct Pairer {
    let turns: [LearningTurn]
    /// The customer's lines since our last one.
    var heard: [LearningTurn] = []
    /// Our lines since the customer's last question, by their places.
    var said: [Int] = []
    /// Asked and not answered, oldest first.
    var open: [OpenQuestion] = []
    /// Answered, in the order of the answers.
    var answered: [OpenQuestion] = []
    /// The customer wants to hear more of what was answered last.
    var wantsMore = false
    /// How many times the customer was heard.
    var round = 0

    init(turns: [LearningTurn]) {
        self.turns = turns
    }

    /// More open questions than that are not kept.
    private static let mostOpen = 6

    mutating func run() {
        for place in turns.indices {
            switch turns[place].speaker {
            case .customer: hear(turns[place], after: place > 0 ? turns[place - 1] : nil)
            case .person:
                takeQuestions()
                said.append(place)
            case .bot: botSpoke()
            }
        }
        takeAnswers()
    }

    // MARK: - The customer

    private mutating func hear(_ turn: LearningTurn, after before: LearningTurn?) {
        if turn.kind == .text, turn.isCourtesy || QuestionText.isTalk(turn.text) { return }
        if before?.speaker == .bot, Self.isPick(turn.text) { return }
        if before?.speaker == .person, QuestionText.asksOn(turn.text) {
            takeAnswers()
            wantsMore = true
            return
        }
        takeAnswers()
        wantsMore = false
        heard.append(turn)
    }

    /// `2`: one of the questions that the bot offered.
    private static func isPick(_ text: String) -> Bool {
        text.count <= 2 && !text.isEmpty && text.allSatisfy(\.isNumber)
    }

    /// What the customer wrote becomes questions.
    mutating func takeQuestions() {
        guard !heard.isEmpty else { return }
        round += 1
        var units = QuestionText.units(of: heard, round: round)
        heard = []
        let before = open.last ?? answered.last
        if let first = units.first, first.isReply, let last = open.indices.last,
            open[last].wasAskedBack
        {
            open[last].add(first)
            units.removeFirst()
        }
        for unit in units { take(unit, after: before) }
        open = Array(open.suffix(Self.mostOpen))
    }

    private mutating func take(_ unit: OpenQuestion, after before: OpenQuestion?) {
        if let slip = unit.slip {
            if let last = open.indices.last {
                open[last].correct(slip, unit)
                return
            }
            var unit = unit
            unit.text = slip.words
            unit.slip = nil
            open.append(unit.completed(after: before))
            return
        }
        open.append(open.last.map { unit.completed(after: $0) } ?? unit.completed(after: before))
    }
}

// MARK: - What came of it

extension Pairer {
    var pairs: [LearnedPair] { answered.compactMap { pair($0) } }

    private func pair(_ question: OpenQuestion) -> LearnedPair? {
        let answer = question.answer
        guard !answer.text.isEmpty || answer.hasAttachment else { return nil }
        return LearnedPair(
            question: question.text, answer: answer.text,
            questionMessages: question.messages, answerMessages: answer.messages,
            askedAt: question.askedAt, answeredAt: answer.lastAt,
            aftermath: aftermath(of: answer), needsContext: question.needsContext,
            hasAttachment: answer.hasAttachment || question.hasPicture,
            isUnsettled: answer.isUnsettled)
    }

    /// The customer's lines behind the answer, until we write something else than a courtesy.
    private func aftermath(of answer: AnswerDraft) -> [LearningTurn] {
        var lines: [LearningTurn] = []
        for turn in turns[(answer.lastPlace + 1)...] {
            if turn.speaker == .customer {
                lines.append(turn)
            } else if !lines.isEmpty || !turn.isCourtesy && !AnswerReading(turn.text).isTalk {
                break
            }
            if lines.count == Pairing.longestAftermath { break }
        }
        return lines
    }
}
