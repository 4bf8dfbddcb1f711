import KefuDomain

extension Connection {
    /// Changes the base by something that was learned, and remembers whose words it was, so that it
    /// can be shown and taken back exactly. Nothing else may let learned words into the base.
    ///
    /// The gates stand before it, with whoever calls.
    /// - Throws: `ErrorCode.notFound` for an entry that is gone; `ErrorCode.conflict` when another
    ///   entry has the question.
    @discardableResult
    public func learn(_ lesson: Lesson) throws -> Learned {
        let (entry, old) = try apply(lesson)
        guard let row = RecordID(entry.id)?.row, let number = try revisionNumber(row),
            number != old
        else { return Learned(entry: entry, event: nil) }
        return Learned(entry: entry, event: try note(lesson, entry: row, revision: number))
    }

    /// - Returns: the entry, and the number of its state before; `nil` for a new one.
    private func apply(_ lesson: Lesson) throws -> (entry: Entry, before: Int?) {
        let learned = ChangeOrigin(.learned, at: lesson.at)
        switch lesson.change {
        case .add(let draft):
            return (try insert(draft, learned), nil)
        case .addVariant(let wording, let row):
            return try change(row, learned) { try add(wording, to: &$0) }
        case .dropVariant(let wording, let row):
            return try change(row, ChangeOrigin(.corrected, at: lesson.at)) { entry in
                let key = indexed(wording).key
                entry.variants.removeAll { indexed($0).key == key }
            }
        case .addNegative(let wording, let row):
            return try change(row, learned) { try forbid(wording, in: &$0) }
        case .replace(let question, let answer, let expiresAt, let row):
            return try change(row, ChangeOrigin(.corrected, at: lesson.at)) { entry in
                entry.question = question ?? entry.question
                entry.answer = answer
                entry.expiresAt = expiresAt
                entry.status = lesson.by == .itself ? entry.status : .active
            }
        case .promote(let row):
            return try change(row, learned) { $0.status = .active }
        case .withdraw(let row):
            return try change(row, learned) { $0.status = .pending }
        }
    }

    private func change(
        _ row: Int64, _ origin: ChangeOrigin, _ body: (inout Entry) throws -> Void
    ) throws -> (entry: Entry, before: Int?) {
        guard var entry = try entry(row) else { throw KefuError.notFound(.entry) }
        let number = try revisionNumber(row)
        try body(&entry)
        return (try update(row, to: entry, origin), number)
    }

    private func add(_ wording: String, to entry: inout Entry) throws {
        let key = indexed(wording).key
        let known = ([entry.question] + entry.variants).map { indexed($0).key }
        guard !known.contains(key) else { return }
        entry.variants.append(wording)
        entry.negatives.removeAll { indexed($0).key == key }
    }

    private func forbid(_ wording: String, in entry: inout Entry) throws {
        let key = indexed(wording).key
        let known = ([entry.question] + entry.negatives).map { indexed($0).key }
        guard !known.contains(key) else { return }
        entry.variants.removeAll { indexed($0).key == key }
        entry.negatives.append(wording)
    }

    private func note(_ lesson: Lesson, entry: Int64, revision: Int) throws -> Int64 {
        let sql = """
            INSERT INTO learning_event (at, entry, act, learned_by, revision, candidate, answer_id,
                gap, thread, contact, is_theirs, quality, asked_at, answered_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        let source = lesson.source
        try run(
            sql, lesson.at, entry, lesson.change.act.rawValue, lesson.by.rawValue, revision,
            source.candidate, source.answer, source.gap, source.thread, source.contact,
            source.isTheirs, source.quality, source.askedAt, source.answeredAt)
        return lastRow
    }
}

extension Lesson.Change {
    var act: LearningAct {
        switch self {
        case .add: .adds
        case .addVariant: .variant
        case .dropVariant: .drops
        case .addNegative: .negative
        case .replace: .replaces
        case .promote: .promotes
        case .withdraw: .withdraws
        }
    }
}
