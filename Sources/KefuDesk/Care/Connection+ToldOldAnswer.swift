import KefuDomain
import KefuRPC
import KefuStore

extension Connection {
    /// Who was given the answer that an entry had before a change that was just made.
    /// - Parameter now: a time before that change and after any other.
    /// - Returns: `nil` where the change was another one, or left the answer as it was.
    func toldOldAnswer(_ entry: Entry?, at now: Timestamp) throws -> ToldOldAnswer? {
        guard let entry, entry.updatedAt >= now else { return nil }
        let row = try RecordID.row(of: entry.id, as: .entry)
        let states = try revisions(row).dropLast()
        guard let former = states.last, former.entry.answer != entry.answer else { return nil }
        return try told(row, states, at: now)
    }

    /// Who was given the answer that an entry has.
    func toldAnswer(of row: Int64, at now: Timestamp) throws -> ToldOldAnswer {
        try told(row, revisions(row)[...], at: now)
    }

    /// - Parameter states: of the entry, oldest first; the last has the answer in question.
    private func told(
        _ row: Int64, _ states: ArraySlice<KefuStore.EntryRevision>, at now: Timestamp
    ) throws -> ToldOldAnswer {
        let answer = states.last?.entry.answer
        let standing = states.reversed().prefix { $0.entry.answer == answer }
        let days = Timestamp(
            milliseconds: now.milliseconds - Int64(ToldOldAnswer.days) * 86_400_000)
        let since = max(standing.last?.at ?? days, days)
        let told = try told(row, since: since, limit: ToldOldAnswer.listed)
        return ToldOldAnswer(
            total: told.total, since: since, answers: try told.answers.map { try customer($0) })
    }

    private func customer(_ told: ToldAnswer) throws -> ToldCustomer {
        let thread = try told.thread.flatMap { try self.thread($0) }
        return ToldCustomer(
            answerID: RecordID(.answer, told.answer).description, at: told.sentAt ?? told.at,
            session: told.session, channel: told.channel,
            threadID: told.thread.map { RecordID(.thread, $0).description },
            contactID: thread.map { RecordID(.contact, $0.contact).description },
            name: thread?.name)
    }
}
