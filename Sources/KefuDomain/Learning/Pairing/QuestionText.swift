/// Makes questions of the lines that a customer wrote between two of ours.
enum QuestionText {
    /// Nothing in it says or asks anything.
    static func isTalk(_ text: String) -> Bool {
        let reading = Reading(text)
        if QuestionSigns.isQuestion(text), AnswerReading.content(of: reading) > 0 { return false }
        if reading.folded.contains(where: Sign.isDigit) { return false }
        let content = AnswerReading.content(of: reading)
        let filler = fillers.mentions(in: reading, 0..<min(reading.count, 12)).first
        return content == 0 || filler.map { content - $0.range.count <= 2 } ?? false
    }

    private static let fillers = WordTable<Void>(

        """
        我想问一下|想问一下|想问下|我想问下|问一下|问下|咨询一下|咨询下|请教一下|问个问题|有个问题|在吗|在不在|有人吗|转人工|人工|转客服|人工客服|真人
        quick question|i have a question
        """
    )

    /// Lines that belong together, as they are put together.
    fileprivate struct Builder {
        var units: [OpenQuestion] = []
        /// Statements that no question has taken up.
        var lead: [LearningTurn] = []
        /// Pictures and the like that no question has taken up.
        var pictures: [LearningTurn] = []
        let round: Int
    }

    static func units(of turns: [LearningTurn], round: Int) -> [OpenQuestion] {
        var builder = Builder(round: round)
        for turn in turns { builder.take(turn) }
        builder.settleLead()
        builder.settlePictures()
        return builder.units
    }

    /// 然后呢？ asks for the rest of an answer.
    static func asksOn(_ text: String) -> Bool {
        let reading = Reading(text.tidied)
        guard let word = onward.match(in: reading, at: 0) else { return false }
        return reading.folded[word.range.upperBound...].allSatisfy {
            Sign.isClauseBreak($0) || Sign.isSpace($0)
        }
    }

    private static let onward = WordTable<Void>(
        "然后呢|然后|接着呢|再然后呢|之后呢|还有呢|接下来呢|下一步呢|继续|and then|then what|what next|go on")

    /// A message cut into its questions, each with the statements before it.
    static func questions(in text: String) -> [String] {
        var found: [String] = []
        var lead = ""
        for sentence in Sentence.texts(of: text) {
            let asks = QuestionSigns.isQuestion(sentence)
            lead += sentence
            if asks {
                found.append(lead)
                lead = ""
            }
        }
        if found.isEmpty { return [text] }
        if !lead.isEmpty, AnswerReading.content(of: Reading(lead)) > 0 {
            found[found.count - 1] += lead
        }
        let isSplit =
            found.count > 1
            && found.allSatisfy { AnswerReading.content(of: Reading($0)) >= 3 && !isLeaning($0) }
        return isSplit ? found : [text]
    }

    /// Whether a question says too little without the lines before it: a short one, one that leans,
    /// one that names no thing where they do nothing else.
    static func needs(_ lead: [String], _ question: String) -> Bool {
        if AnswerReading.content(of: Reading(question)) <= 6 || isLeaning(question) { return true }
        guard MessageReading(question).subjectRun == nil else { return false }
        return lead.allSatisfy { line in
            MessageReading(line).subjectRun != nil && AnswerReading.content(of: Reading(line)) <= 10
        }
    }

    static func isLeaning(_ text: String) -> Bool {
        Lean.of(MessageReading(text), KnownWords()) != nil
    }

    /// Without the greeting before a question and the thanks behind it.
    static func tidied(_ text: String) -> String {
        let whole = text.tidied
        let body = AnswerReading.withoutLead(whole)
        let sentence = Sentence(range: body.startIndex..<body.endIndex)
        let clauses = sentence.clauses(in: body)
        let kept = clauses.reversed().drop { clause in
            AnswerReading.content(of: Reading(String(body[clause]))) == 0
                && !QuestionSigns.isQuestion(String(body[clause]))
                && thanks.contains(
                    in: Reading(String(body[clause])), 0..<body[clause].unicodeScalars.count)
        }.reversed()
        guard let first = kept.first, let last = kept.last else { return whole }
        return String(body[first.lowerBound..<last.upperBound]).tidied
    }

    private static let thanks = WordTable<Void>("谢谢|感谢|多谢|麻烦了|谢啦|thanks|thank you|thx")
}

extension QuestionText.Builder {
    mutating func take(_ turn: LearningTurn) {
        guard turn.kind == .text else {
            pictures.append(turn)
            return
        }
        if Slip.isRetraction(turn.text) {
            if !lead.isEmpty { lead.removeLast() } else if !units.isEmpty { units.removeLast() }
            return
        }
        if let slip = Slip(turn.text) {
            correct(slip, turn)
        } else if QuestionSigns.isQuestion(turn.text) {
            ask(turn)
        } else {
            state(turn)
        }
    }

    private mutating func correct(_ slip: Slip, _ turn: LearningTurn) {
        var unit = unit(turn, turn.text)
        unit.slip = slip
        if let last = lead.last {
            lead[lead.count - 1] = last.saying(
                slip.mended(last.text) ?? slip.words, kind: .text, repliesTo: last.repliesTo,
                at: turn.at)
        } else if let last = units.indices.last {
            units[last].correct(slip, unit)
        } else {
            units.append(unit)
        }
    }

    private mutating func ask(_ turn: LearningTurn) {
        let questions = QuestionText.questions(in: turn.text)
        for (offset, question) in questions.enumerated() {
            var unit = unit(turn, QuestionText.tidied(question))
            if offset == 0 { takeLead(into: &unit, turn) }
            units.append(unit)
        }
    }

    /// Pictures belong to the last question: they say what it is about.
    mutating func settlePictures() {
        guard !pictures.isEmpty, let last = units.indices.last else { return }
        units[last].messages = (units[last].messages + pictures.map(\.message)).sorted()
        units[last].needsContext = true
        units[last].hasPicture = true
    }

    /// What was said right before, where the question says too little without it.
    private mutating func takeLead(into unit: inout OpenQuestion, _ turn: LearningTurn) {
        let near = lead.filter { turn.at.since($0.at) <= Pairing.burst }
        guard !near.isEmpty, QuestionText.needs(near.map(\.text), unit.text) else {
            settleLead(butStatements: true)
            return
        }
        unit.text = (near.map { QuestionText.tidied($0.text) } + [unit.text]).reduce("") {
            CompletedQuestion.spaced($0, $1)
        }
        unit.messages = near.map(\.message) + unit.messages
        lead = []
    }

    /// A statement: it may lead to a question, or complete the one before it.
    private mutating func state(_ turn: LearningTurn) {
        if lead.isEmpty, let last = units.indices.last,
            turn.at.since(units[last].askedAt) <= Pairing.burst,
            QuestionText.isLeaning(units[last].text)
        {
            units[last].text = CompletedQuestion.spaced(
                QuestionText.tidied(turn.text), units[last].text)
            units[last].messages.append(turn.message)
        } else {
            lead.append(turn)
        }
    }

    /// Statements that no question took up are one of their own, unless a question stands beside.
    mutating func settleLead(butStatements isBeside: Bool = false) {
        guard let first = lead.first else { return }
        if !isBeside, units.isEmpty {
            var unit = unit(first, lead.map { QuestionText.tidied($0.text) }.joined(separator: " "))
            unit.messages = lead.map(\.message)
            unit.isReply = true
            units.append(unit)
        }
        lead = []
    }

    private func unit(_ turn: LearningTurn, _ text: String) -> OpenQuestion {
        OpenQuestion(
            text: text, messages: [turn.message], askedAt: turn.at, round: round,
            group: turn.message)
    }
}
