/// What a reply does, sentence by sentence.
struct AnswerReading {
    /// What one sentence is there for.
    enum Role {
        /// 您好, 不客气, 稍等, 我查一下再回您: nothing of it answers.
        case talk
        /// 可以。 不是。 Yes: tells nothing alone, and much before what follows.
        case verdict
        /// Asks the customer something, or asks them to send something.
        case asksBack
        case statement
    }

    struct Part {
        let text: String
        let role: Role
        /// How much it says: characters and words outside courtesies and particles.
        let content: Int
    }

    let text: String
    let reading: Reading
    let parts: [Part]

    init(_ text: String) {
        self.text = text
        reading = Reading(text)
        parts = Sentence.texts(of: text).map(Self.part)
    }

    /// How much its statements say.
    var content: Int { statements.reduce(0) { $0 + $1.content } }

    var statements: [Part] { parts.filter { $0.role == .statement } }

    /// Nothing in it answers or asks.
    var isTalk: Bool { parts.allSatisfy { $0.role == .talk || $0.role == .verdict } }

    /// A bare yes or no is among what it says.
    var hasVerdict: Bool { parts.contains { $0.role == .verdict } }

    /// It only asks back.
    var onlyAsksBack: Bool {
        statements.isEmpty && parts.contains { $0.role == .asksBack }
    }

    var hasAmount: Bool {
        Amount.all(in: reading).contains { $0.unit != nil && !$0.isPartOfCode }
    }

    /// The statements and verdicts, as they were written, where there is anything else beside them.
    var cleaned: String {
        let kept = parts.filter { $0.role == .statement || $0.role == .verdict }
        guard !statements.isEmpty, let first = kept.first,
            kept.count < parts.count || Self.hasLead(first.text)
        else { return text.tidied }
        var texts = kept.map(\.text)
        texts[0] = Self.withoutLead(first.text)
        return texts.joined().tidied
    }

    /// A clause that only has meaning beside another one: 或者这个, 也可以.
    var leansOnNeighbour: Bool {
        let words = text.tidied
        return AnswerWords.joints.match(in: Reading(words), at: 0) != nil
    }

    // MARK: - Sentences

    private static func part(_ text: String) -> Part {
        let reading = Reading(text)
        let content = content(of: reading)
        return Part(text: text, role: role(of: text, reading, content), content: content)
    }

    private static func role(of text: String, _ reading: Reading, _ content: Int) -> Role {
        if content == 0 { return Polarity.head(of: reading) == nil ? .talk : .verdict }
        let all = 0..<reading.count
        if AnswerWords.closings.contains(in: reading, all) { return .talk }
        if content <= longestPromise, AnswerWords.promises.contains(in: reading, all) {
            return .talk
        }
        if content <= longestRequest, AnswerWords.requests.contains(in: reading, all) {
            return .asksBack
        }
        return asks(text, reading) ? .asksBack : .statement
    }

    /// A sentence that says more is an instruction, even where it promises something.
    private static let longestPromise = 24
    /// As above, where it asks for something.
    private static let longestRequest = 14

    /// A question; but not one that ends an instruction, nor 是否 and 多少 inside a statement.
    private static func asks(_ text: String, _ reading: Reading) -> Bool {
        let isMarked = text.contains { $0 == "?" || $0 == "？" }
        if isMarked { return true }
        if addressesCustomer(reading) || offersChoice(reading) { return true }
        guard QuestionSigns.isQuestion(text) else { return false }
        return AnswerWords.askingEnds.match(
            in: reading, endingAt: endOfWords(reading), after: 0) != nil
            || AnswerWords.askingStarts.match(in: reading, at: startOfWords(reading)) != nil
    }

    /// 您问的是哪个房型: a short sentence to the customer with a question word, and no 都 or 就.
    private static func addressesCustomer(_ reading: Reading) -> Bool {
        let start = startOfWords(reading)
        let all = start..<reading.count
        return reading.count - start <= 18 && start < reading.count
            && [0x60A8, 0x4F60].contains(reading.folded[start])
            && AnswerWords.asked.contains(in: reading, all)
            && !AnswerWords.sweeping.contains(in: reading, all)
    }

    /// 门锁上有没有显示什么代码: short, with a choice in it, and no instruction.
    private static func offersChoice(_ reading: Reading) -> Bool {
        let all = 0..<reading.count
        return reading.count <= 18 && AnswerWords.choices.contains(in: reading, all)
            && !AnswerWords.checks.contains(in: reading, all)
    }

    private static func endOfWords(_ reading: Reading) -> Int {
        var end = reading.count
        while end > 0,
            Sign.isClauseBreak(reading.folded[end - 1])
                || trailing.contains(reading.folded[end - 1])
        {
            end -= 1
        }
        return end
    }

    /// Behind the word that asks: 多久了呀~.
    private static let trailing = Set("~了呀啊哦哈".unicodeScalars.map(\.value))

    /// Behind the blanks, and behind 亲， and its like.
    private static func startOfWords(_ reading: Reading) -> Int {
        var place = 0
        while place < reading.count {
            if let lead = AnswerWords.leads.match(in: reading, at: place) {
                place = lead.range.upperBound
            } else if reading.isWord(at: place) {
                return place
            } else {
                place += 1
            }
        }
        return place
    }

    /// Characters and words that say something: a Han character 1, a Latin word or a number 2.
    static func content(of reading: Reading) -> Int {
        var count = 0
        var place = 0
        while place < reading.count {
            if let word = AnswerWords.talk.match(in: reading, at: place) {
                place = word.range.upperBound
                continue
            }
            let scalar = reading.folded[place]
            if Sign.isAlphanumeric(scalar) {
                count += 2
                while place < reading.count, Sign.isAlphanumeric(reading.folded[place]) {
                    place += 1
                }
                continue
            }
            if Sign.isHan(scalar), !AnswerWords.particles.contains(scalar) { count += 1 }
            place += 1
        }
        return count
    }

    // MARK: - What stands before the answer

    private static func hasLead(_ text: String) -> Bool { withoutLead(text) != text }

    /// Without 您好， and 亲， before the answer.
    static func withoutLead(_ text: String) -> String {
        let sentence = Sentence(range: text.startIndex..<text.endIndex)
        let clauses = sentence.clauses(in: text)
        let rest = clauses.drop { clause in
            let words = String(text[clause])
            return content(of: Reading(words)) == 0 && !words.contains { $0.isNumber }
                && AnswerWords.leads.match(in: Reading(words.tidied), at: 0) != nil
        }
        guard let first = rest.first, rest.count < clauses.count else { return text }
        return String(text[first.lowerBound...])
    }
}
