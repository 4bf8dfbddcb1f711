/// What we wrote, and which questions it answers.
extension Pairer {
    /// What the bot answered is no longer open once the customer asks on.
    mutating func botSpoke() {
        takeQuestions()
        takeAnswers()
        for place in open.indices { open[place].botSpoke = true }
    }

    /// What we wrote goes to the questions that it answers.
    mutating func takeAnswers() {
        let block = said
        said = []
        guard !block.isEmpty, let start = block.first else { return }
        open.removeAll {
            turns[start].at.since($0.askedAt) > Pairing.longestDelay
                || $0.botSpoke && $0.round < round
        }
        var lines = AnswerLines(turns, block)
        correctEarlier(&lines)
        if open.isEmpty {
            addAfterthought(lines)
        } else {
            share(lines)
        }
    }

    /// A slip corrected before anything else is said belongs to what was answered last.
    private mutating func correctEarlier(_ lines: inout AnswerLines) {
        guard let slip = lines.leadingSlip, let last = answered.indices.last,
            slip.turn.at.since(answered[last].answer.lastAt) <= Pairing.slipTime,
            lines.isForEarlier(open: open, last: answered[last])
        else { return }
        answered[last].answer.correct(slip)
        lines.dropLeadingSlip()
    }

    private mutating func addAfterthought(_ lines: AnswerLines) {
        guard let last = answered.indices.last, let first = lines.lines.first,
            wantsMore
                || first.turn.at.since(answered[last].answer.lastAt) <= Pairing.afterthought
        else { return }
        wantsMore = false
        for line in lines.lines { answered[last].answer.add(line) }
    }

    private mutating func share(_ lines: AnswerLines) {
        let owners = Alignment(questions: open, lines: lines.lines).owners
        for (line, owner) in zip(lines.lines, owners) { open[owner].answer.add(line) }
        let groups = Set(open.filter { !$0.answer.isEmpty }.map(\.group))
        gather(groups)
        let done = open.filter { !$0.answer.isEmpty }
        answered += done.sorted { $0.answer.lastPlace < $1.answer.lastPlace }
        open.removeAll { !$0.answer.isEmpty }
        if done.isEmpty, lines.asksBack, let last = open.indices.last {
            open[last].wasAskedBack = true
        }
    }

    /// Questions of one message of which one alone was answered: the answer is to all of them.
    private mutating func gather(_ groups: Set<Int64>) {
        for group in groups {
            let members = open.indices.filter { open[$0].group == group }
            let silent = members.filter { open[$0].answer.isEmpty }
            guard !silent.isEmpty, let holder = members.first(where: { !open[$0].answer.isEmpty })
            else { continue }
            open[holder].text = members.map { open[$0].text }.joined(separator: " ")
            open.removeAll { $0.group == group && $0.answer.isEmpty }
        }
    }
}
