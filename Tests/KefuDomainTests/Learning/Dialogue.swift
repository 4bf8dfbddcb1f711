import Foundation
import KefuDomain
import Support

/// A conversation with what is to be learned from it. The files' README tells how they are written.
struct Dialogue: Sendable {
    /// What a dialogue is an example of.
    enum Class: String, CaseIterable, Sendable {
        case good, courtesy, contradicts, picture
        case personal = "private"
        case outOfDate = "out_of_date"
        case questionBack = "question_back"
        case twoAnswers = "two_answers"
    }

    /// A question with its answer, by lines counted from 1.
    struct Link: Hashable, Sendable {
        let question: [Int64]
        let answer: [Int64]
    }

    let kind: Class
    private(set) var turns: [LearningTurn] = []
    private(set) var links: Set<Link> = []
    private(set) var base: String?
    private(set) var answer: String?
    private var delay = 3600.0

    var now: Timestamp {
        (turns.last?.at ?? Self.start).adding(.seconds(delay))
    }

    private static let start = Timestamp(seconds: 1_792_375_200)

    /// The dialogues of a file.
    static func all(in file: String) throws -> [Dialogue] {
        let path = Repository.path("Tests/KefuDomainTests/Learning/Dialogues/\(file).txt")
        let text = try String(contentsOfFile: path, encoding: .utf8)
        return text.split(separator: "\n\n").compactMap(Dialogue.init)
    }

    private init?(_ block: Substring) {
        let lines = block.split(separator: "\n").map(String.init)
        guard let first = lines.first, first.hasPrefix("## "),
            let kind = Class(rawValue: String(first.dropFirst(3)))
        else { return nil }
        self.kind = kind
        for line in lines.dropFirst() { read(line) }
    }

    private mutating func read(_ line: String) {
        let body = line.drop { $0 != " " }.dropFirst()
        switch line.first {
        case "=": link(body)
        case "~": answer = String(body).replacing("\\n", with: "\n")
        case "b": base = String(body)
        case "n": delay = (Double(body.dropFirst().dropLast()) ?? 0) * 86_400
        default: say(line, String(body))
        }
    }

    private mutating func link(_ text: Substring) {
        let sides = text.split(separator: ">").map { side in
            side.split { !$0.isNumber }.compactMap { Int64($0) }
        }
        if sides.count == 2 { links.insert(Link(question: sides[0], answer: sides[1])) }
    }

    private mutating func say(_ line: String, _ text: String) {
        let head = line.prefix { $0 != " " }
        let speakers: [Character: LearningTurn.Speaker] = ["C": .customer, "P": .person, "B": .bot]
        guard let speaker = head.first.flatMap({ speakers[$0] }) else { return }
        let number = Int64(turns.count + 1)
        let isReply = head.contains("^")
        let gap = isReply ? 30 : Double(head.dropFirst(2)) ?? 30
        let at = (turns.last?.at ?? Self.start).adding(.seconds(gap))
        let kind =
            text.hasPrefix("[") ? MessageKind(rawValue: String(text.dropFirst().dropLast())) : nil
        turns.append(
            LearningTurn(
                message: number, speaker: speaker, text: kind == nil ? text : "",
                kind: kind ?? .text, at: at,
                isCourtesy: kind == nil && Self.courtesies.isCourtesy(text),
                repliesTo: isReply ? Int64(head.dropFirst(2)) : nil))
    }

    private static let courtesies = Courtesies()
}

/// The courtesies and greetings of the default configuration.
private struct Courtesies: Sendable {
    private let book = RuleBook(RuleWords(), key: Self.key)

    func isCourtesy(_ text: String) -> Bool {
        let key = Self.key(text)
        switch book.match(key: key, isBlank: key.isEmpty) {
        case .courtesy, .greeting: return true
        default: return false
        }
    }

    private static func key(_ text: String) -> String {
        var key = ""
        for letter in text.lowercased() where letter.isLetter || letter.isNumber || letter == " " {
            key.append(letter)
        }
        return key.trimmingCharacters(in: .whitespaces)
    }
}
