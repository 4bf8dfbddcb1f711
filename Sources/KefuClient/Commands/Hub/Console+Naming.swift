import KefuDomain
import KefuRPC

/// Naming threads and contacts: by id, in a session also by the row of the last list, or not at
/// all, which means the one that was spoken of last.
extension Console {
    /// The id of the thread that a word names.
    /// - Throws: `ErrorCode.usage` for a row that was not shown, and where nothing was named yet.
    func threadID(_ word: String?) throws -> String {
        guard let row = try row(named: word) else { return word ?? "" }
        return row.thread
    }

    /// The id of the contact that a word names; a thread stands for the contact it is with.
    func contactID(_ word: String?) throws -> String {
        if let row = try row(named: word) { return row.contact }
        guard let word, RecordID(word)?.kind == .thread else { return word ?? "" }
        return try call(GetThread.self, ThreadID(id: word)).contactID
    }

    /// - Returns: `nil` for a word that is to be taken as it is.
    private func row(named word: String?) throws -> Talk.Row? {
        let row = try knownRow(named: word)
        // Who was named is who is spoken of, until another is.
        if scope == .repl, let row { talk.thread = row }
        return row
    }

    private func knownRow(named word: String?) throws -> Talk.Row? {
        guard let word else {
            guard let thread = talk.thread else {
                throw KefuError.usage(.threadMissing, .threadHint)
            }
            return thread
        }
        guard scope == .repl else { return nil }
        if let number = Int(word) {
            guard talk.rows.indices.contains(number - 1) else {
                let what: Phrase = talk.rows.isEmpty ? .noListYet : .rowUnknown(number)
                throw KefuError.usage(what, .threadHint)
            }
            return talk.rows[number - 1]
        }
        return ([talk.thread].compactMap(\.self) + talk.rows).first {
            $0.thread == word || $0.contact == word
        }
    }
}

extension Talk {
    /// A thread that was shown, with whom it is held.
    struct Row: Equatable {
        let thread: String
        let contact: String

        init(_ thread: ThreadView) {
            self.thread = thread.id
            contact = thread.contactID
        }
    }
}
