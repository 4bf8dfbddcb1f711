import KefuDomain
import KefuSearch
import KefuStore

extension Desk {
    /// Works out what it does to take a wording for another one of an entry's question.
    func weigh(variant wording: String, of entry: Entry, _ row: Int64) throws -> Weighed {
        let teaching = Teaching(question: wording, answer: entry.answer, cited: row, at: now)
        return try weighing(of: teaching).variant(of: entry, row)
    }
}

extension Weighing {
    /// A person said that an entry answers the question.
    func variant(of entry: Entry, _ row: Int64) throws -> Weighed {
        var weighed = Weighed(question: teaching.question, answer: entry.answer)
        weighed.entry = entry
        let owners = try store.read { try $0.wordingOwners(of: teaching.question) }
        if owners.contains(row) { return weighed }
        if let other = try owners.first.flatMap({ owner in try store.read { try $0.entry(owner) } })
        {
            weighed.objections = [
                Refused(gate: .contradiction, why: .wordingTaken, with: [other])
            ]
        }
        // What must not be kept is not: the answer was right all the same.
        guard try mayKeep(teaching.question) else { return weighed }
        weighed.does = .variant
        weighed.plan = [.addVariant(teaching.question, to: row)]
        try weighTakeOver(&weighed, near(teaching.question))
        return weighed
    }

    private func mayKeep(_ wording: String) throws -> Bool {
        guard wording.count <= Self.longestVariant else { return false }
        return PersonalData.kinds(in: wording, allowing: try companysOwn()).isEmpty
    }
}

extension Connection {
    /// Whether a wording can be kept as one that an entry must not answer.
    func mayForbid(_ wording: String, in entry: Entry) -> Bool {
        let key = indexed(wording).key
        let known = ([entry.question] + entry.negatives).map { indexed($0).key }
        return !key.isEmpty && !known.contains(key) && wording.count <= Weighing.longestVariant
            && PersonalData.kinds(in: wording).isEmpty
    }

    /// Where a verdict on an answer comes from: the thread, or the session of somebody known.
    func lessonSource(ofAnswer row: Int64, at: Timestamp) throws -> Lesson.Source {
        var source = Lesson.Source(answeredAt: at)
        source.answer = row
        guard let answer = try answer(row) else { return source }
        source.askedAt = answer.said.at
        if let thread = try threadAnswer(row)?.thread {
            source.thread = thread
            source.contact = try sender(ofAnswer: row) ?? self.thread(thread)?.contact
        } else if let session = answer.said.session, let name = answer.said.channel,
            let channel = try channel(named: name)
        {
            source.contact = try contact(channel: channel.row, peer: session)?.row
        }
        return source
    }
}
