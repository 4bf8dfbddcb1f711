import KefuDomain
import KefuStore

/// A person's right answer to a question that was answered wrongly.
struct Correction: Sendable {
    let question: String
    let answer: String
    /// What the wrong answer came from.
    let citedEntry: RecordID?
    /// Whether the person insists where a gate objects.
    let isForced: Bool
    let at: Timestamp
}

extension Connection {
    /// Longer wordings are not kept as variants: they are stories, not questions.
    private static var longestVariant: Int { 300 }

    /// Puts a correction into the base (SPEC 4, 5).
    /// - Returns: the entry made or changed.
    /// - Throws: `ErrorCode.conflict` when another entry answers this very question otherwise.
    func apply(_ correction: Correction) throws -> Entry {
        if let holder = try wordingOwners(of: correction.question).first,
            let entry = try entry(holder)
        {
            let key = indexed(correction.question).key
            if indexed(entry.question).key == key {
                return try replaceAnswer(of: entry, at: holder, by: correction)
            }
            // Only this wording was answered wrongly: the entry loses it, and keeps its answer.
            var patch = EntryPatch()
            patch.variants = entry.variants.filter { indexed($0).key != key }
            try update(holder, patch, ChangeOrigin(.corrected, at: correction.at))
        }
        if let twin = try entriesAnswering(correction.answer).first, let entry = try entry(twin) {
            return try addVariant(
                correction.question, to: twin, entry, isForced: correction.isForced,
                at: correction.at)
        }
        try refusePersonalData(in: correction.question, correction.answer)
        let draft = EntryDraft(
            question: correction.question, answer: correction.answer, source: .learned)
        return try insert(draft, ChangeOrigin(.learned, at: correction.at))
    }

    private func replaceAnswer(
        of entry: Entry, at row: Int64, by correction: Correction
    ) throws -> Entry {
        if entry.answer == correction.answer { return entry }
        let isItsOwn = correction.citedEntry == RecordID(.entry, row)
        guard isItsOwn || correction.isForced else {
            throw KefuError(
                .conflict, .wouldContradict, why: .wordingTaken, hint: .forceOrEdit,
                conflicts: [Reference(entry)])
        }
        try refusePersonalData(in: correction.answer)
        var patch = EntryPatch()
        patch.answer = correction.answer
        patch.status = .active
        return try update(row, patch, ChangeOrigin(.corrected, at: correction.at))
    }

    /// Adds a wording that a person confirmed.
    /// - Returns: the entry, unchanged where it has the wording already or must not keep it.
    /// - Throws: `ErrorCode.conflict` when another entry has this very wording, unless forced.
    func addVariant(
        _ wording: String, to row: Int64, _ entry: Entry, isForced: Bool, at: Timestamp
    ) throws -> Entry {
        let owners = try wordingOwners(of: wording)
        if owners.contains(row) { return entry }
        if !isForced, let other = owners.first, let holder = try self.entry(other) {
            throw KefuError(
                .conflict, .wouldContradict, why: .wordingTaken, hint: .forceOrEdit,
                conflicts: [Reference(holder)])
        }
        guard wording.count <= Self.longestVariant, PersonalData.kinds(in: wording).isEmpty else {
            return entry
        }
        var patch = EntryPatch()
        patch.variants = entry.variants + [wording]
        let key = indexed(wording).key
        patch.negatives = entry.negatives.filter { indexed($0).key != key }
        return try update(row, patch, ChangeOrigin(.learned, at: at))
    }

    /// Adds a wording that an entry must not answer; a variant that reads so is taken back.
    /// - Returns: the entry; `nil` where the wording is its question or must not be kept.
    func addNegative(
        _ wording: String, to row: Int64, _ entry: Entry, at: Timestamp
    ) throws -> Entry? {
        let key = indexed(wording).key
        let known = ([entry.question] + entry.negatives).map { indexed($0).key }
        guard !key.isEmpty, !known.contains(key), wording.count <= Self.longestVariant,
            PersonalData.kinds(in: wording).isEmpty
        else { return nil }
        var patch = EntryPatch()
        patch.variants = entry.variants.filter { indexed($0).key != key }
        patch.negatives = entry.negatives + [wording]
        return try update(row, patch, ChangeOrigin(.learned, at: at))
    }

    private func refusePersonalData(in texts: String...) throws {
        let kinds = texts.flatMap { PersonalData.kinds(in: $0) }
        guard let kind = kinds.first else { return }
        throw KefuError(
            .conflict, .holdsPersonalData, why: .personalDataKind(kind), hint: .removePersonalData)
    }
}

extension Reference {
    init(_ entry: Entry) {
        self.init(id: entry.id, question: entry.question, answer: entry.answer)
    }
}
