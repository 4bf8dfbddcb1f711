import FoundationEssentials
import KefuDomain
import KefuRPC
import KefuSearch
import KefuStore

extension Desk {
    /// So many of a thread's newest messages are read for a form.
    private static let readMessages = 500
    /// So many answers and passages give steps to find a fault.
    private static let knownSteps = 3

    /// Fills a form from what the customer said, and keeps it.
    func trigger(_ params: TriggerThread.Params) throws -> TriggerThread.Result {
        let row = try RecordID.row(of: params.id, as: .thread)
        if let text = params.text {
            try EntryCheck.checkText(text, TriggerThread.Params.CodingKeys.text.rawValue)
        }
        let (now, hub) = (now, current.hub)
        let (thread, words) = try store.read { connection in
            let thread = try connection.knownThread(row)
            try Self.refusePrivate(thread)
            return (
                thread,
                try connection.customerWords(inThread: row, limit: Self.readMessages)
            )
        }
        let text = params.text ?? words.texts.joined(separator: "\n")
        let type = try params.type ?? kind(of: text, isGiven: params.text != nil, thread, hub, now)
        let pictures = params.text == nil ? words.pictures : 0
        // A bare 320kW is in no language: what the customer wrote before is.
        let spoken = Question(words.texts.joined(separator: " ") + " " + text, otherwise: language)
        let draft = try draft(type, text, pictures, in: spoken.language, now: now)
        return try store.write { connection in
            // It may have become private meanwhile.
            try Self.refusePrivate(try connection.knownThread(row))
            let output = TriggerThread.Result(draft, outputID: "")
            let kept = hub.textDays == 0 ? nil : try JSONEncoder().encode(output)
            let id = try connection.insertTriggerOutput(
                thread: row, at: now, type: type,
                output: kept.map { String(decoding: $0, as: UTF8.self) })
            return TriggerThread.Result(
                draft, outputID: RecordID(.triggerOutput, id).description)
        }
    }

    /// Notes that the operator used an output.
    func useTrigger(_ params: UseTrigger.Params) throws -> UseTrigger.Result {
        let row = try RecordID.row(of: params.outputID, as: .triggerOutput)
        let now = now
        return try store.write { connection in
            guard let output = try connection.triggerOutput(row) else {
                throw KefuError.notFound(.triggerOutput)
            }
            try Self.refusePrivate(try connection.knownThread(output.thread))
            try connection.useTriggerOutput(row, at: now)
            return UseTrigger.Result(
                outputID: params.outputID,
                threadID: RecordID(.thread, output.thread).description,
                usedAt: output.usedAt ?? now)
        }
    }
}

extension Desk {
    private static func refusePrivate(_ thread: ThreadRecord) throws {
        guard thread.bucket != .black else {
            throw KefuError(
                .invalidState, .triggerPrivate, why: .triggerPrivateWhy, hint: .triggerPrivateHint)
        }
    }

    /// The kind of business that some words are about, else the thread's.
    /// - Parameter isGiven: whether the operator gave the words: then they come first.
    /// - Throws: `ErrorCode.invalidState` where nothing tells.
    private func kind(
        of text: String, isGiven: Bool, _ thread: ThreadRecord, _ hub: HubSettings,
        _ now: Timestamp
    ) throws -> TriggerType {
        if !isGiven, let type = thread.triggerType { return type }
        let key = Question(text, otherwise: language).key
        let message = ScoredMessage(text: text, key: key, at: now)
        let type = Signal.of(message, rules: hub.scoring).trigger ?? thread.triggerType
        guard let type else {
            throw KefuError(
                .invalidState, .triggerUnclear, why: .triggerUnclearWhy, hint: .triggerUnclearHint)
        }
        return type
    }

    private func draft(
        _ type: TriggerType, _ text: String, _ pictures: Int, in spoken: Language, now: Timestamp
    ) throws -> TriggerDraft {
        let draft = TriggerText.of(
            type, text: text, pictures: pictures, now: now, language: spoken)
        guard type == .afterSales else { return draft }
        let knowledge = try knowledge(about: draft.form, now: now)
        guard !knowledge.isEmpty else { return draft }
        return TriggerText.of(
            type, text: text, pictures: pictures, knowledge: knowledge, now: now, language: spoken)
    }

    /// What the base says of a fault: the entries and passages that name its code, and those that
    /// answer to what the customer saw.
    private func knowledge(about form: [FormField], now: Timestamp) throws -> [String] {
        let code = form["报警码"].words
        let asked = [code, form["故障现象"].words].compactMap(\.self).joined(separator: " ")
        guard !asked.isEmpty else { return [] }
        let threshold = current.responder.thresholds.clarify
        var known: [String] = []
        for words in [code, asked].compactMap(\.self) {
            let found = try search.search(words, limit: Self.knownSteps, now: now)
            for candidate in found.candidates where !known.contains(candidate.item.answer) {
                let isOfCode = code.map(candidate.item.names) ?? false
                if isOfCode || candidate.confidence >= threshold {
                    known.append(candidate.item.answer)
                }
            }
        }
        return Array(known.prefix(Self.knownSteps))
    }
}

extension FoundItem {
    /// Whether a fault code stands in it.
    fileprivate func names(_ code: String) -> Bool {
        "\(title)\n\(answer)".lowercased().contains(code.lowercased())
    }
}

extension TriggerThread.Result {
    /// A draft as clients see it.
    fileprivate init(_ draft: TriggerDraft, outputID: String) {
        self.init(
            outputID: outputID, triggerType: draft.type,
            form: .object(draft.form.map { .init($0.name, JSONValue($0.value)) }),
            replyDraft: draft.replyDraft, labels: draft.labels,
            clarificationQuestions: draft.clarificationQuestions,
            troubleshooting: draft.troubleshooting.map {
                KefuRPC.Troubleshooting(remote: $0.remote, onsite: $0.onsite)
            },
            scripts: draft.scripts.map {
                KefuRPC.OutreachScripts(firstContact: $0.firstContact, followUp: $0.followUp)
            })
    }
}

extension JSONValue {
    fileprivate init(_ value: FormValue) {
        switch value {
        case .null: self = .null
        case .text(let text): self = .text(text)
        case .number(let number):
            let whole = Int(exactly: number)
            self = whole.map { .integer($0) } ?? .number(number)
        case .flag(let flag): self = .bool(flag)
        case .list(let values): self = .list(values.map { JSONValue($0) })
        }
    }
}
