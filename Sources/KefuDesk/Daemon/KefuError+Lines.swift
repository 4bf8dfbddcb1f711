import KefuDomain

extension KefuError {
    /// What happened, why, and what to do, a line each.
    func lines(in language: Language) -> [String] {
        let labels = [Phrase.errorLabel, .whyLabel, .tryLabel]
        let margins = ["", "  ", "  "]
        let sign = language == .chinese ? "：" : ": "
        return zip(zip(margins, labels), [what, why, hint]).map { start, phrase in
            start.0 + start.1.text(language) + sign + phrase.text(language)
        }
    }
}
