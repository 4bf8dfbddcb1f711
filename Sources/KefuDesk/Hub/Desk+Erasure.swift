import KefuDomain
import KefuRPC
import KefuSearch
import KefuStore

extension Desk {
    /// Erases a customer everywhere, the disk's free space included. Writes wait while the file is
    /// written anew. Where somebody reads the database meanwhile, the last bytes go when they end.
    func erase(_ params: EraseContact.Params) throws -> EraseContact.Result {
        let row = try RecordID.row(of: params.id, as: .contact)
        guard params.isConfirmed else {
            throw KefuError.invalid(
                EraseContact.Params.CodingKeys.isConfirmed.rawValue, .notConfirmed,
                why: .notConfirmedWhy, hint: .notConfirmedHint)
        }
        let now = now
        let counts = try store.write { try $0.erase(contact: row, at: now) }
        if counts.wordings > 0 {
            try store.scrubFullText()
            search.wake()
            _ = try search.rebuild()
        }
        let isComplete = try store.scrub()
        // What is left is the scheduler's, which looks again and again.
        if !isComplete { scheduler.wake() }
        log.write(.info, "a contact was erased")
        return EraseContact.Result(
            isComplete: isComplete,
            erased: [
                "contacts": counts.contacts, "identities": counts.identities,
                "threads": counts.threads, "messages": counts.messages, "answers": counts.answers,
                "trigger_outputs": counts.triggerOutputs, "pool_visits": counts.poolVisits,
                "candidates": counts.candidates, "wordings": counts.wordings,
            ])
    }
}
