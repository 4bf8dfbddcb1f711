/// The texts of one trigger, written from its form.
struct Drafting: Sendable {
    let form: [FormField]
    let language: Language

    /// `功率 120 kW、数量 10台`: what is known, under the names a customer reads.
    func known(_ names: [(String, Phrase)]) -> [String] {
        names.compactMap { name, label in
            guard let words = form[name].words, !words.isEmpty else { return nil }
            let listed = language == .chinese ? words : words.replacing("、", with: ", ")
            let value = name == "功率_kW" ? listed + " kW" : listed
            return label.text(language) + (language == .chinese ? "：" : ": ") + value
        }
    }

    func text(_ phrase: Phrase) -> String { phrase.text(language) }

    /// Lines under each other, empty ones left out.
    func lines(_ lines: [String]) -> String {
        lines.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    func numbered(_ items: [String]) -> [String] {
        items.enumerated().map { "\($0.offset + 1). \($0.element)" }
    }

    func isKnown(_ name: String) -> Bool { !form[name].isNull }
}

// MARK: - 售前

extension Drafting {
    /// 3 to 8 questions: for what is missing, then to make sure of the rest.
    var questions: [String] {
        let missing = Phrase.preSalesQuestions.filter { !isKnown($0.name) }.map(\.question)
        let more = Phrase.furtherQuestions.prefix(max(0, 3 - missing.count))
        return (missing.prefix(8) + more).map(text)
    }

    var preSalesDraft: String {
        let known = known(Phrase.preSalesLabels)
        let repeated =
            known.isEmpty
            ? "" : text(.preSalesKnown) + known.joined(separator: language == .chinese ? "；" : "; ")
        return lines(
            [text(.preSalesThanks), repeated, text(.preSalesAsk)] + numbered(questions)
                + [text(option), text(.preSalesNext)])
    }

    /// What may be chosen, by what is still open; no price, no date.
    private var option: Phrase {
        if !isKnown("枪型") { return .optionGuns }
        if !isKnown("功率_kW") { return .optionPower }
        return .optionScope
    }

    var preSalesLabels: [String] {
        let facts = ["功率_kW", "枪型", "数量", "交付地"].compactMap { name -> String? in
            guard let words = form[name].words else { return nil }
            return name == "功率_kW" ? words + "kW" : words
        }
        let missing = form.count { $0.value.isNull }
        return facts + [text(missing == 0 ? .labelComplete : .labelIncomplete)]
    }
}

// MARK: - 售后

extension Drafting {
    func afterSalesDraft(_ steps: Troubleshooting, isDangerous: Bool) -> String {
        let known = known(Phrase.afterSalesLabels)
        let confirmed =
            known.isEmpty
            ? text(.afterSalesUnclear)
            : text(.afterSalesKnown) + known.joined(separator: language == .chinese ? "；" : "; ")
        let missing = Phrase.afterSalesQuestions.filter { !isKnown($0.name) }.prefix(3)
        let asked = missing.map { text($0.question) }
        return lines(
            [text(.afterSalesCalm), confirmed, isDangerous ? text(.afterSalesSafety) : ""]
                + [text(isDangerous ? .dangerPlan : .afterSalesPlan)]
                + numbered(Array(steps.remote.prefix(4)))
                + [asked.isEmpty ? "" : text(.afterSalesAsk) + asked.joined(separator: separator)]
                + [isDangerous ? text(.afterSalesVisit) : estimate(steps)])
    }

    private var separator: String { language == .chinese ? "、" : ", " }

    /// Five minutes a step, rounded up to quarters of an hour: an estimate of the remote part
    /// only. When somebody comes is for a person to say.
    private func estimate(_ steps: Troubleshooting) -> String {
        let minutes = (min(steps.remote.count, 8) * 5 + 14) / 15 * 15
        return Phrase.afterSalesEstimate(minutes: minutes).text(language)
    }

    var afterSalesLabels: [String] {
        let urgency = form["紧急程度"].words.map { Phrase.labelUrgency($0).text(language) }
        return [form["报警码"].words, urgency].compactMap { $0 }
            + (isKnown("设备序列号") ? [] : [text(.labelNoSerial)])
    }
}

// MARK: - 客户开发

extension Drafting {
    var developmentDraft: String {
        let known = known(Phrase.developmentLabels)
        let repeated =
            known.isEmpty
            ? ""
            : text(.developmentKnown) + known.joined(separator: language == .chinese ? "；" : "; ")
        let asked = Phrase.developmentQuestions.filter { !isKnown($0.name) }.map {
            text($0.question)
        }
        return lines(
            [text(.developmentThanks), repeated]
                + (asked.isEmpty ? [] : [text(.developmentAsk)] + numbered(asked))
                + [text(.developmentNext)])
    }

    var scripts: OutreachScripts {
        let region = form["涉及区域"].words
        let request = form["合作诉求"].words
        return OutreachScripts(
            firstContact: Phrase.firstContact(region: region, request: request).text(language),
            followUp: Phrase.followUp(request: request).text(language))
    }

    var developmentLabelTexts: [String] {
        let grade = form["线索级别"].words.map { Phrase.labelGrade($0).text(language) }
        return [grade, form["涉及区域"].words].compactMap { $0 }
            + (form["是否需资质材料"] == .flag(true) ? [text(.labelPapers)] : [])
    }
}
