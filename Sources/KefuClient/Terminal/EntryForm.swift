import KefuDomain
import KefuRPC

/// An entry as text to edit, and what an edited text changes of it.
struct EntryForm {
    private let entry: Entry
    private let form: Form

    init(_ entry: Entry, _ language: Language) {
        self.entry = entry
        form = Form(
            notes: [
                Phrase.formEntry(entry.id).text(language), Phrase.formRules.text(language),
            ],
            sections: [
                Form.Section(heading: "question", text: entry.question),
                Form.Section(heading: "answer", text: entry.answer),
                Form.Section(heading: "variants", text: Self.lines(entry.variants)),
                Form.Section(heading: "negatives", text: Self.lines(entry.negatives)),
                Form.Section(heading: "category", text: entry.category, isOneLine: true),
                Form.Section(heading: "tags", text: Self.lines(entry.tags)),
                Form.Section(heading: "status", text: entry.status.rawValue, isOneLine: true),
                Form.Section(heading: "review", text: entry.review.rawValue, isOneLine: true),
                Form.Section(
                    heading: "expires", text: entry.expiresAt?.rfc3339 ?? "", isOneLine: true),
            ])
    }

    var text: String { form.text }

    /// The request that makes the entry what an edited text says; `nil` when nothing differs.
    /// - Throws: `ErrorCode.unreadable` saying what in the text was not understood.
    func changes(in text: String) throws -> UpdateEntry.Params? {
        // Both pass through the same reading, so that it alone never makes a difference.
        let old = try form.filled(from: form.text)
        let new = try form.filled(from: text)
        func changed(_ heading: String) -> String? {
            old[heading] == new[heading] ? nil : new[heading]
        }
        for heading in ["question", "answer"] where new[heading].isEmpty {
            throw Form.error(.formEmpty(heading))
        }
        let params = UpdateEntry.Params(
            id: entry.id, question: changed("question"), answer: changed("answer"),
            variants: changed("variants").map(Self.items),
            negatives: changed("negatives").map(Self.items), category: changed("category"),
            tags: changed("tags").map(Self.items),
            status: try changed("status").map { try Self.choice($0, "status") },
            review: try changed("review").map { try Self.choice($0, "review") },
            expiresAt: try changed("expires").map(Self.expiry))
        return old.text == new.text ? nil : params
    }

    /// Texts one a line; a line break within one, which means nothing in a wording, is a space.
    private static func lines(_ texts: [String]) -> String {
        texts.map { $0.split(whereSeparator: \.isNewline).joined(separator: " ") }
            .joined(separator: "\n")
    }

    private static func items(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter { !$0.isEmpty }
    }

    private static func choice<T: CaseIterable & RawRepresentable>(
        _ text: String, _ heading: String
    ) throws -> T where T.RawValue == String {
        guard let choice = T(rawValue: text.trimmed) else {
            throw KefuError(
                .unreadable, .formUnreadable, why: .notAChoice("[\(heading)]"),
                hint: .oneOf(T.allCases.map(\.rawValue)))
        }
        return choice
    }

    private static func expiry(_ text: String) throws -> Nullable<Timestamp> {
        guard !text.isEmpty else { return .null }
        guard let time = Moment.read(text) else {
            throw KefuError(
                .unreadable, .formUnreadable, why: .notATime("[expires]"), hint: .timeForms)
        }
        return .value(time)
    }
}

/// A better answer to a question as text to edit.
struct CorrectionForm {
    private let form: Form

    /// - Parameter answer: the answer to begin with; empty where none was given.
    init(question: String, answer: String, id: String, _ language: Language) {
        form = Form(
            notes: [
                Phrase.formCorrection(id).text(language), Phrase.formRules.text(language),
            ],
            sections: [
                Form.Section(heading: "question", text: question),
                Form.Section(heading: "answer", text: answer),
            ])
    }

    var text: String { form.text }

    /// The new answer, and the question where that was changed; `nil` when nothing differs.
    func correction(in text: String) throws -> (answer: String, question: String?)? {
        let old = try form.filled(from: form.text)
        let new = try form.filled(from: text)
        guard old.text != new.text else { return nil }
        guard !new["answer"].isEmpty else { throw Form.error(.formEmpty("answer")) }
        return (new["answer"], old["question"] == new["question"] ? nil : new["question"])
    }
}

/// Times as an operator writes them.
enum Moment {
    /// Reads RFC 3339, or a date (its first moment), or date and minute, in local time.
    static func read(_ text: String) -> Timestamp? {
        let text = text.trimmed
        if let time = Timestamp(rfc3339: text) { return time }
        let spelled = text.count == 10 ? text + "T00:00" : text.replacing(" ", with: "T")
        let whole = spelled.count == 16 ? spelled + ":00" : spelled
        guard let guess = Timestamp(rfc3339: whole + "Z") else { return nil }
        // The offset that holds at about that time; right but within an hour of a clock change.
        let local = guess.rfc3339
        let offset = local.hasSuffix("Z") ? "Z" : String(local.suffix(6))
        return Timestamp(rfc3339: whole + offset)
    }
}
