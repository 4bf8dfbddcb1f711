public import KefuDomain

extension Entry {
    /// Whether it was learned and answers nobody yet: whoever types or imports the question knows
    /// better.
    public var isGuess: Bool { source == .learned && (status == .shadow || status == .pending) }
}

extension Connection {
    /// Makes a guess about a question what a person says.
    /// - Returns: `nil` where there is no such guess.
    public func takeOver(guess draft: EntryDraft, at: Timestamp) throws -> Entry? {
        guard let row = try entryRow(question: draft.question), var entry = try entry(row),
            entry.isGuess
        else { return nil }
        (entry.question, entry.answer) = (draft.question, draft.answer)
        (entry.variants, entry.negatives) = (draft.variants, draft.negatives)
        (entry.category, entry.tags) = (draft.category, draft.tags)
        (entry.status, entry.source) = (draft.status, draft.source)
        (entry.review, entry.expiresAt) = (draft.review, draft.expiresAt)
        return try update(row, to: entry, ChangeOrigin(.updated, at: at))
    }
}
