import KefuDomain

/// The members of one row, gathered from a JSON object or from table cells.
struct FAQRow {
    /// Most characters (Unicode scalars) in any one text.
    static let maxLength = 100_000

    private var texts: [[String]] = Array(repeating: [], count: FAQField.allCases.count)

    subscript(field: FAQField) -> [String] {
        get { texts[field.rawValue] }
        set { texts[field.rawValue] = newValue }
    }

    /// What the row brings into the base: an entry, or a passage when it has no question.
    func item(at place: String) throws(RowFailure) -> HarvestItem {
        try checkTexts()
        let questions = self[.question].filter { !isBlank($0) }
        let answer = self[.answer].filter { !isBlank($0) }.joined(separator: "\n")
        guard let question = questions.first else {
            if answer.isEmpty {
                throw RowFailure(.importNoQuestionNorAnswer, hint: .importNameMembers)
            }
            return .passage(passage(answer), place: place)
        }
        if answer.isEmpty { throw RowFailure(.importNoAnswer, hint: .importFillAnswer) }
        let variants = questions.dropFirst() + self[.variants].filter { !isBlank($0) }
        return .entry(
            EntryDraft(
                externalID: first(.externalID), question: question, answer: answer,
                variants: Array(variants), negatives: self[.negatives].filter { !isBlank($0) },
                category: first(.category) ?? first(.title) ?? "",
                tags: self[.tags].filter { !isBlank($0) }, status: try status(),
                source: source(), review: try review(), expiresAt: try expiresAt()),
            place: place)
    }

    private func passage(_ text: String) -> PassageDraft {
        let title = first(.title) ?? ""
        // A title says what the row is about; a category, shared by many, only where there is none.
        var section = title.isEmpty ? Array(self[.category].filter { !isBlank($0) }.prefix(1)) : []
        if let path = first(.section) {
            section = path.split(separator: PassageDraft.sectionSeparator).map(String.init)
        }
        return PassageDraft(
            externalID: first(.externalID), title: title, section: section, text: text)
    }

    private func first(_ field: FAQField) -> String? {
        self[field].first { !isBlank($0) }
    }

    private func checkTexts() throws(RowFailure) {
        for field in FAQField.allCases {
            for text in self[field] {
                let bytes = text.utf8
                if bytes.contains(0) {
                    throw RowFailure(.importHoldsNul(field.name), hint: .importRemoveIt)
                }
                guard bytes.count > Self.maxLength else { continue }
                let length = text.unicodeScalars.count
                if length > Self.maxLength {
                    throw RowFailure(
                        .importTooLong(field.name, length, Self.maxLength), hint: .importShorten)
                }
            }
        }
    }
}

// Members that are one of a few words, or a time.
extension FAQRow {
    private func status() throws(RowFailure) -> EntryStatus {
        if let isDisabled = try flag(.disabled), isDisabled { return .disabled }
        if let isEnabled = try flag(.enabled), !isEnabled { return .disabled }
        return try choice(.status, Self.statusNames) ?? .active
    }

    private func review() throws(RowFailure) -> Review {
        try choice(.review, Self.reviewNames) ?? .auto
    }

    /// The word of kefu's own export; in other files a column of this name means something else.
    private func source() -> EntrySource {
        first(.source).flatMap(EntrySource.init(rawValue:)) ?? .import
    }

    private func expiresAt() throws(RowFailure) -> Timestamp? {
        guard let text = first(.expiresAt) else { return nil }
        guard let time = Timestamp(rfc3339: trimmed(text)) ?? LocalDate(trimmed(text))?.start else {
            throw RowFailure(.importNoTime(FAQField.expiresAt.name), hint: .importWriteTime)
        }
        return time
    }

    private func flag(_ field: FAQField) throws(RowFailure) -> Bool? {
        try choice(field, Self.flagNames)
    }

    private func choice<T>(
        _ field: FAQField, _ names: [(names: [String], value: T)]
    ) throws(RowFailure) -> T? {
        guard let text = first(field) else { return nil }
        let wanted = trimmed(text).lowercased()
        for (words, value) in names where words.contains(wanted) { return value }
        let known = names.compactMap(\.names.first).joined(separator: ", ")
        throw RowFailure(.importUnknownValue(field.name, known), hint: .importUseOneOf(known))
    }

    private static let statusNames: [(names: [String], value: EntryStatus)] = [
        (["active", "enabled", "published", "启用", "已启用", "正常", "已发布", "上线"], .active),
        (["pending", "draft", "待审核", "草稿"], .pending),
        (["shadow", "影子"], .shadow),
        (["disabled", "inactive", "archived", "停用", "已停用", "禁用", "已禁用", "下线"], .disabled),
    ]
    private static let reviewNames: [(names: [String], value: Review)] = [
        (["auto", "自动"], .auto),
        (["always", "人工", "必审"], .always),
    ]
    private static let flagNames: [(names: [String], value: Bool)] = [
        (["true", "yes", "y", "1", "是"], true),
        (["false", "no", "n", "0", "否"], false),
    ]
}
