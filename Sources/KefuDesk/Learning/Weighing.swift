import KefuDomain
import KefuSearch
import KefuStore

extension Desk {
    /// Works out what some words would do to the base, and which gates object (SPEC 5). Writes
    /// nothing.
    func weigh(_ teaching: Teaching) throws -> Weighed {
        try weighing(of: teaching).run()
    }

    /// Which gates object to an entry in the shadow that would answer from now on.
    func objections(against entry: Entry) throws -> [Refused] {
        let teaching = Teaching(
            question: entry.question, answer: entry.answer, isAutomatic: true, at: now)
        return try weighing(of: teaching).objections(to: entry)
    }

    func weighing(of teaching: Teaching) -> Weighing {
        Weighing(
            teaching: teaching, thresholds: current.responder.thresholds,
            settings: current.loaded.configuration.learning, store: store, search: search)
    }
}

/// The gates before the base, for one question with its answer.
struct Weighing {
    let teaching: Teaching
    let thresholds: Thresholds
    let settings: LearningSettings
    let store: Store
    let search: SearchEngine

    /// Candidates of the base that are laid beside it.
    private static let closest = 10
    /// From this confidence on an entry is asked for, for all that may be known, the same thing.
    private static let kinship = 0.35

    func run() throws -> Weighed {
        let cleaned = try withoutPersonalData()
        var weighed = Weighed(question: cleaned.question, answer: cleaned.answer)
        weighed.objections = cleaned.objections
        weighed.expiresAt = Staleness.expiry(
            of: weighed.answer, at: teaching.saidAt ?? teaching.at, settings: settings)
        let holder = try holder(of: weighed.question)
        if let holder, holder.isQuestion {
            weighOwn(holder.entry, &weighed)
            return weighed
        }
        let near = try near(weighed.question)
        if let holder {
            guard weighVariant(holder.entry, &weighed) else { return weighed }
        } else {
            contradictions(of: near, &weighed)
        }
        try place(&weighed, near, except: holder?.entry)
        try weighTakeOver(&weighed, near)
        return weighed
    }
}

extension Weighing {
    /// What objects to an entry that would answer from now on.
    func objections(to entry: Entry) throws -> [Refused] {
        var weighed = Weighed(question: entry.question, answer: entry.answer)
        let near = try near(entry.question)
        contradictions(of: near, &weighed)
        weighed.does = .adds
        try weighTakeOver(&weighed, near)
        return weighed.objections
    }
}

// MARK: - The very question

extension Weighing {
    /// A live entry that has the very question.
    private struct Holder {
        let entry: Entry
        /// Its question, not one of its variants.
        let isQuestion: Bool
    }

    private func holder(of question: String) throws -> Holder? {
        try store.read { connection in
            guard let row = try connection.wordingOwners(of: question).first,
                let entry = try connection.entry(row)
            else { return nil }
            let key = connection.indexed(question).key
            return Holder(entry: entry, isQuestion: connection.indexed(entry.question).key == key)
        }
    }

    /// The entry's own question gets another answer, or has this one already.
    private func weighOwn(_ entry: Entry, _ weighed: inout Weighed) {
        let agreement = agreement(weighed.answer, entry)
        weighed.entry = entry
        weighed.agreement = entry.status == .active ? agreement : nil
        let isKnown = teaching.isAutomatic ? agreement == .same : entry.answer == weighed.answer
        if isKnown, entry.status == .active || teaching.isAutomatic { return }
        weighed.does = .replaces
        weighed.plan = [replacement(of: entry, weighed)]
        guard !mayReplace(entry) else { return }
        weighed.objections.append(
            Refused(gate: .contradiction, why: .wordingTaken, with: [entry]))
    }

    /// - Returns: whether there is more to weigh: the wording goes to another entry.
    private func weighVariant(_ entry: Entry, _ weighed: inout Weighed) -> Bool {
        let agreement = agreement(weighed.answer, entry)
        weighed.entry = entry
        weighed.agreement = entry.status == .active ? agreement : nil
        if entry.answer == weighed.answer || (teaching.isAutomatic && agreement == .same) {
            return false
        }
        if !mayReplace(entry) {
            weighed.objections.append(
                Refused(gate: .contradiction, why: .wordingTaken, with: [entry]))
        }
        if let row = RecordID(entry.id)?.row {
            weighed.plan = [.dropVariant(weighed.question, from: row)]
        }
        return true
    }

    /// A person may correct what they were shown, and what does not answer yet.
    private func mayReplace(_ entry: Entry) -> Bool {
        guard !teaching.isAutomatic else { return false }
        let isWaiting = entry.status == .shadow || entry.status == .pending
        return isWaiting || RecordID(entry.id)?.row == teaching.cited
    }

    private func replacement(of entry: Entry, _ weighed: Weighed) -> Lesson.Change {
        // A price that ran out ran out with the answer that named it.
        let kept = entry.expiresAt.flatMap { $0 > teaching.at ? $0 : nil }
        return .replace(
            question: nil, answer: weighed.answer, expiresAt: weighed.expiresAt ?? kept,
            in: RecordID(entry.id)?.row ?? 0)
    }
}

// MARK: - What is near

extension Weighing {
    /// An entry that answers customers, with how sure it is for the question.
    struct Neighbour {
        let row: Int64
        let entry: Entry
        let wording: String
        let confidence: Double
        let agreement: AnswerAgreement
    }

    func near(_ question: String) throws -> [Neighbour] {
        let found = try search.search(question, limit: Self.closest, now: teaching.at).candidates
        return found.compactMap { candidate in
            guard case .entry(let entry) = candidate.item, let row = RecordID(entry.id)?.row else {
                return nil
            }
            return Neighbour(
                row: row, entry: entry, wording: candidate.wording,
                confidence: candidate.confidence, agreement: agreement(teaching.answer, entry))
        }
    }

    private func agreement(_ answer: String, _ entry: Entry) -> AnswerAgreement {
        AnswerAgreement.of(answer, entry.answer)
    }

    /// Objects to an answer other than that of an entry for the same question. What comes behind an
    /// entry that says the same is not meant.
    private func contradictions(of near: [Neighbour], _ weighed: inout Weighed) {
        weighed.agreement = near.first { $0.confidence >= thresholds.clarify }?.agreement
        let least =
            teaching.isAutomatic ? min(Self.kinship, thresholds.clarify) : thresholds.reply
        let rivals = near.prefix { $0.agreement != .same || $0.confidence < least }
            .filter { $0.agreement == .contradicts && $0.confidence >= least }
        if !rivals.isEmpty {
            weighed.objections.append(
                Refused(gate: .contradiction, why: .saysOtherwise, with: rivals.map(\.entry)))
        } else if teaching.isAutomatic, let best = near.first, best.agreement == .compatible,
            best.confidence >= thresholds.reply
        {
            // The question itself is one that the entry answers today.
            weighed.objections.append(
                Refused(gate: .takeOver, why: .takesOver(1), with: [best.entry]))
        }
    }

    /// Beside the entry that says the same, or as an entry of its own.
    private func place(
        _ weighed: inout Weighed, _ near: [Neighbour], except holder: Entry?
    ) throws {
        if let twin = try twin(of: weighed, near), twin.id != holder?.id,
            let row = RecordID(twin.id)?.row
        {
            weighed.does = .variant
            weighed.entry = twin
            guard weighed.question.count <= Self.longestVariant else {
                weighed.does = .nothing
                return
            }
            weighed.plan.append(.addVariant(weighed.question, to: row))
            return
        }
        weighed.does = .adds
        weighed.entry = nil
        weighed.plan.append(
            .add(
                EntryDraft(
                    question: weighed.question, answer: weighed.answer,
                    status: teaching.isAutomatic && settings.shadowAgreements > 0
                        ? .shadow : .active,
                    source: .learned, expiresAt: weighed.expiresAt)))
    }

    /// Longer wordings are not kept as variants: they are stories, not questions.
    static let longestVariant = 300
    /// An answer that says so much more than an entry's is more than a repetition of it.
    private static let moreWords = 1.5

    /// The entry that an answer repeats.
    private func twin(of weighed: Weighed, _ near: [Neighbour]) throws -> Entry? {
        let repeated = near.first { neighbour in
            neighbour.agreement == .same && neighbour.confidence >= Self.kinship
                && Double(weighed.answer.count)
                    <= Self.moreWords * Double(neighbour.entry.answer.count) + 4
        }
        if let repeated { return repeated.entry }
        if let shadow = teaching.shadow { return try store.read { try $0.entry(shadow) } }
        guard !teaching.isAutomatic else { return nil }
        return try store.read { connection in
            try connection.entriesAnswering(weighed.answer).first.flatMap {
                try connection.entry($0)
            }
        }
    }
}

// MARK: - Personal data

extension Weighing {
    private struct Cleaned {
        var question: String
        var answer: String
        var objections: [Refused] = []
    }

    private func withoutPersonalData() throws -> Cleaned {
        var cleaned = Cleaned(question: teaching.question, answer: teaching.answer)
        let own = try companysOwn()
        let kinds =
            PersonalData.kinds(in: cleaned.question, allowing: own)
            + PersonalData.kinds(in: cleaned.answer, allowing: own)
        guard let kind = kinds.first else { return cleaned }
        if teaching.isAutomatic,
            let question = PersonalData.removed(from: cleaned.question, allowing: own),
            let answer = PersonalData.removed(from: cleaned.answer, allowing: own)
        {
            (cleaned.question, cleaned.answer) = (question, answer)
        } else {
            cleaned.objections = [Refused(gate: .personalData, why: .personalDataKind(kind))]
        }
        return cleaned
    }

    /// So many things that look personal are looked up in the base.
    private static let lookedUp = 10

    /// What looks personal and is the company's: configured, or in a manual or imported entry.
    func companysOwn() throws -> Set<String> {
        let own = Set(settings.companyData.map(PersonalData.normalised))
        let found =
            PersonalData.findings(in: teaching.question, allowing: own)
            + PersonalData.findings(in: teaching.answer, allowing: own)
        let said = try Set(found.map(\.normalised)).sorted().prefix(Self.lookedUp).filter {
            try isSaid($0, as: found)
        }
        return own.union(said)
    }

    /// Whether people put it into the base.
    private func isSaid(_ plain: String, as found: [PersonalData.Finding]) throws -> Bool {
        guard let finding = found.first(where: { $0.normalised == plain }) else { return false }
        let hits = try search.search(finding.text, limit: Self.closest, now: teaching.at).candidates
        return hits.contains { hit in
            if case .entry(let entry) = hit.item, entry.source == .learned { return false }
            return PersonalData.normalised(hit.item.answer).contains(plain)
        }
    }
}
