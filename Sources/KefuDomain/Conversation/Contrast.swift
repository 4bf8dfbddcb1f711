/// The question before, asked of another case: new details in the place of old ones.
struct Contrast {
    let question: MessageReading
    let followUp: MessageReading
    let facts: [Fact]

    init(question: MessageReading, followUp: MessageReading, facts: [Fact]) {
        self.question = question
        self.followUp = followUp
        self.facts = facts.map { Self.counted($0, in: followUp, as: question) }
    }

    /// A bare number as the one thing that the question counts: 8 behind 6寸的蛋糕 means 8寸.
    private static func counted(
        _ fact: Fact, in followUp: MessageReading, as question: MessageReading
    ) -> Fact {
        guard fact.kind == .power, fact.range.allSatisfy(followUp.text.isDigit),
            !question.facts.contains(where: fact.replaces)
        else { return fact }
        let measures = question.facts.filter(\.isMeasured)
        guard measures.count == 1, let measure = measures.first else { return fact }
        let unit = measure.value.drop { $0.isNumber || $0 == "." || $0 == "-" }
        return Fact(
            kind: measure.kind, value: followUp.text.plain(fact.range) + unit, range: fact.range)
    }

    /// The question with the new details; then, where they name another thing, without what named
    /// the old one: 7kW 充电桩 and then 双枪 may mean any that has two guns; at last in the fewest words,
    /// as people of the trade ask: 双枪多少钱.
    var completions: [CompletedQuestion] {
        guard asksSomething, !question.aspects.contains(.difference), isClear else { return [] }
        let full = text(leavingOut: [])
        var texts = [full]
        if namesOther, let less = reduced, less != full {
            texts.append(less)
        }
        if namesOther, let few = terse, !texts.contains(few) { texts.append(few) }
        let required = facts.map { new in
            RequiredFact(new, replacing: question.facts.filter { new.replaces($0) })
        }
        return texts.map { CompletedQuestion($0, required: required) }
    }

    /// Only the new details and what is asked; `nil` where that would leave out anything of weight.
    private var terse: String? {
        let isPlain = question.pieces.allSatisfy { piece in
            switch piece.kind {
            case .unknown, .noun, .existence, .pronoun: false
            case .thing: Self.plainThings.contains(question.text.plain(piece.range))
            case .fact(let fact): fact.isOfIdentity || fact.kind == .site || fact.kind == .code
            default: true
            }
        }
        guard isPlain, !question.isLatin else { return nil }
        let asked = question.pieces.compactMap { piece in
            if case .aspect = piece.kind { question.text.text(piece.range) } else { nil }
        }
        return (facts.map(written) + asked).reduce("") { CompletedQuestion.spaced($0, $1) }
    }

    /// What goes without saying where goods are spoken of.
    private static let plainThings: Set<String> = [
        "充电桩", "桩", "桩子", "充电器", "设备", "机器", "机子", "产品", "版本", "版", "款式",
    ]

    /// Whether the details tell another thing, and not only another make of the same.
    private var namesOther: Bool {
        facts.contains { new in
            new.isStrong
                || (new.isOfIdentity && !question.facts.contains { new.replaces($0) })
        }
    }

    /// Whether it is plain which old details make way: those of a kind stand side by side. A bare
    /// number is a power only where one was named.
    private var isClear: Bool {
        facts.allSatisfy { new in
            let places = question.pieces.indices.filter { index in
                if case .fact(let old) = question.pieces[index].kind {
                    new.replaces(old)
                } else {
                    false
                }
            }
            guard let first = places.first, let last = places.last else { return !isBare(new) }
            // Of one digit it is rather a pick.
            if isBare(new), new.kind == .power, new.range.count < 2 { return false }
            return question.pieces[first...last].allSatisfy { piece in
                switch piece.kind {
                case .fact, .joint, .blank, .ellipsis: true
                default: false
                }
            }
        }
    }

    /// Whether a number is written without its unit.
    private func isBare(_ fact: Fact) -> Bool {
        fact.isMeasured && fact.range.allSatisfy(followUp.text.isDigit)
    }

    /// The unit as the question writes it.
    private func unit(of fact: Fact) -> String {
        if fact.kind == .power { return "kW" }
        let old = question.facts.first { fact.replaces($0) }
        let text = old.map { question.text.text($0.range) } ?? ""
        return String(
            text.drop { !$0.isLetter || HanNumber.begins($0.unicodeScalars.first?.value ?? 0) })
    }

    /// Whether anything is left to ask when the details are others.
    private var asksSomething: Bool {
        !question.aspects.isEmpty || question.unknownCount >= 2
            || question.has(.existence)
    }

    /// Without the details by which the old thing is told from others; `nil` without any.
    private var reduced: String? {
        let old = question.facts.filter { old in
            (old.isOfIdentity || old.kind == .site) && !facts.contains { $0.replaces(old) }
        }
        return old.isEmpty ? nil : text(leavingOut: old)
    }
}

extension Contrast {
    /// The question's text, each place of an old detail taken by a new one.
    private func text(leavingOut dropped: [Fact]) -> String {
        var pending = facts
        var parts: [String] = []
        let insertion = insertionPiece
        for index in question.pieces.indices where !isJoint(index, with: dropped) {
            let piece = question.pieces[index]
            if index == insertion {
                // Details that nothing of the question makes way for.
                let added = pending.filter { new in !question.facts.contains { new.replaces($0) } }
                parts += added.map(written)
                pending.removeAll { added.contains($0) }
            }
            guard case .fact(let old) = piece.kind else {
                parts.append(question.text.text(piece.range))
                continue
            }
            if dropped.contains(old) { continue }
            if let place = pending.firstIndex(where: { $0.replaces(old) }) {
                parts.append(written(pending.remove(at: place)))
            } else if !facts.contains(where: { $0.replaces(old) }) {
                parts.append(question.text.text(piece.range))
            }
        }
        return assembled(parts, behind: pending)
    }

    private func assembled(_ parts: [String], behind rest: [Fact]) -> String {
        let whole = parts.reduce("") { CompletedQuestion.spaced($0, $1) }
            .trimmingSpaces.collapsingSpaces
        guard !rest.isEmpty else { return whole }
        if followUp.isLatin || question.isLatin {
            return CompletedQuestion.spaced(whole, circumstance)
        }
        return rest.map(written).joined() + " " + whole
    }

    private func written(_ fact: Fact) -> String {
        followUp.text.text(fact.range) + (isBare(fact) ? unit(of: fact) : "")
    }

    /// What a follow-up in English says behind its opener: `in winter`.
    private var circumstance: String {
        let range = followUp.stripped
        return followUp.text.text(range)
    }

    /// Where details of the thing itself go: before the first of it in English, else behind its
    /// last detail.
    private var insertionPiece: Int? {
        guard let run = question.subjectRun, facts.allSatisfy({ describesThing($0) }) else {
            return nil
        }
        if question.isLatin { return run.lowerBound }
        let last = run.last { if case .fact = question.pieces[$0].kind { true } else { false } }
        let place = last.map { $0 + 1 } ?? run.lowerBound
        return place < question.pieces.count ? place : nil
    }

    private func describesThing(_ fact: Fact) -> Bool {
        switch fact.kind {
        case .place, .season, .other: false
        case .site: !question.isLatin
        default: true
        }
    }

    /// Whether a piece joins two details of which one goes: 和 in 11kW 和 21kW.
    private func isJoint(_ index: Int, with dropped: [Fact]) -> Bool {
        guard question.pieces[index].kind == .joint else { return false }
        let after = question.pieces[index...].first { $0.kind != .joint && $0.kind != .blank }
        guard case .fact(let fact)? = after?.kind else { return false }
        return dropped.contains(fact) || facts.contains { $0.replaces(fact) }
    }
}

extension String {
    /// With single spaces only.
    var collapsingSpaces: String {
        var result = ""
        for character in self where !(character == " " && result.last == " ") {
            result.append(character)
        }
        return result
    }
}
