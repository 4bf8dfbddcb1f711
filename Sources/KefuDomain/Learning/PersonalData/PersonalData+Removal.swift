extension PersonalData {
    /// A text without what is personal in it, if what is left still says something by itself.
    ///
    /// Left out are whole clauses: a name that only calls somebody (张先生您好) or a part of a
    /// sentence between commas; the whole sentence where the rest of it leans on what goes.
    /// - Returns: the text itself where nothing is personal; `nil` where nothing of worth is left,
    ///   or a question is none any more.
    public static func removed(from text: String, allowing own: Set<String> = []) -> String? {
        let found = findings(in: text, allowing: own)
        if found.isEmpty { return text }
        let sentences = Sentence.all(of: text)
        var kept: [String] = []
        var rest = found[...]
        for sentence in sentences {
            rest = rest.drop { $0.range.upperBound <= sentence.range.lowerBound }
            let inside = Array(
                rest.prefix { $0.range.lowerBound < sentence.range.upperBound })
            if inside.isEmpty {
                kept.append(String(text[sentence.range]))
            } else if let clean = clean(sentence, in: text, without: inside) {
                kept.append(clean)
            }
        }
        let left = kept.joined().tidied
        guard isWhole(left, of: text), findings(in: left, allowing: own).isEmpty else { return nil }
        return left
    }

    /// The clauses of a sentence in which nothing was found, unless they lean on the others.
    private static func clean(
        _ sentence: Sentence, in text: String, without found: [Finding]
    ) -> String? {
        let clauses = sentence.clauses(in: text)
        let isPersonal = clauses.map { clause in found.contains { $0.range.overlaps(clause) } }
        let clean = clauses.indices.filter { place in
            let isLabel =
                place + 1 < clauses.count && isPersonal[place + 1]
                && leads(String(text[clauses[place]]))
            return !isPersonal[place] && !isLabel
        }.map { clauses[$0] }
        guard !clean.isEmpty else { return nil }
        let words = clean.map { String(text[$0]) }
        let leans = words.contains { AnswerReading($0).leansOnNeighbour }
        let joined = words.joined()
        if leans || AnswerReading.content(of: Reading(joined)) < 3 { return nil }
        return joined
    }

    /// `电话：` and `加微信 `: a few words that only lead to what follows.
    private static func leads(_ clause: String) -> Bool {
        guard let last = clause.last, last == "：" || last == ":" || last == " " else {
            return false
        }
        return AnswerReading.content(of: Reading(clause)) <= 5 && !QuestionSigns.isQuestion(clause)
    }

    private static func isWhole(_ rest: String, of text: String) -> Bool {
        let reading = AnswerReading(rest)
        if QuestionSigns.isQuestion(text) && !QuestionSigns.isQuestion(rest) { return false }
        return AnswerReading.content(of: reading.reading) >= 3 || reading.hasAmount
    }
}
