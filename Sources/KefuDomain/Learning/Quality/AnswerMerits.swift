/// What a candidate's answer is worth.
struct AnswerMerits {
    private let answer: AnswerReading
    private let question: String

    init(_ text: String, to question: String) {
        answer = AnswerReading(text)
        self.question = question
    }

    private var reading: Reading { answer.reading }
    private var all: Range<Int> { 0..<reading.count }

    /// By how much its statements say; a bare yes is little, an amount by itself something.
    /// - Parameter hasAttachment: what is said may stand in a picture.
    func isInformative(hasAttachment: Bool) -> Double {
        if hasAttachment, answer.content == 0 { return 0.5 }
        let content = answer.content
        if content >= 6 { return 1 }
        if content >= 4 { return 0.9 }
        if answer.hasAmount { return content >= 2 ? 0.85 : 0.75 }
        return content == 0 ? 0 : content >= 3 ? 0.7 : 0.2
    }

    /// 0 for a reply that only asks; less where it also asks.
    var decides: Double {
        if answer.onlyAsksBack { return 0 }
        return answer.parts.contains { $0.role == .asksBack } ? 0.75 : 1
    }

    func isSelfContained(hasAttachment: Bool, isUnsettled: Bool) -> Double {
        if AnswerWords.elsewhere.contains(in: reading, all) { return 0 }
        if AnswerWords.before.contains(in: reading, all) { return 0.1 }
        var value = pointing
        if hasAttachment { value = min(value, answer.content >= 8 ? 0.62 : 0) }
        if isUnsettled { value = min(value, 0.6) }
        return value
    }

    /// 这款 may stand where the question names the thing; else nobody knows what is meant.
    private var pointing: Double {
        guard Pointing.isBare(in: reading) else { return 1 }
        return MessageReading(question).subjectRun != nil ? 0.65 : 0.3
    }

    /// 0 for one customer's case; less where personal data cannot be taken out.
    /// - Parameter own: what is the company's own, as `PersonalData` lists it.
    func isGeneral(allowing own: Set<String>) -> Double {
        if PrivateCase.isAnswered(in: reading) { return 0 }
        return PersonalData.removed(from: answer.text, allowing: own) == nil ? 0.6 : 1
    }

    /// Whether the reply is of the kind that was asked for, or has words of the question. Without
    /// either it waits: nobody can tell a change of subject from an answer by its words.
    var fits: Double {
        let relation = Relation(question: question, answer: answer.text).points
        if relation >= 0.5 { return 1 }
        let isNear = relation >= 0.2
        let doubt = answer.content >= Self.plenty ? 0.65 : 0.55
        guard let demand = Demand.of(question) else { return isNear ? 0.9 : doubt }
        guard demand.isMet(by: reading) else { return 0.4 }
        return isNear || demand.isTelling ? 0.9 : doubt
    }

    /// Who writes so much at least does not put the customer off.
    private static let plenty = 18
}
