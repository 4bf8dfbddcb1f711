import KefuDomain
import KefuStore

/// What a customer said in one breath: lines that follow each other within a few seconds, by their
/// own times, and that nobody has answered in between.
struct Burst: Sendable, Hashable {
    /// The earlier lines, and those that were written later and came before all the same; each in
    /// the order of their times.
    private let before: [MessageRecord]
    private let after: [MessageRecord]

    /// - Parameters:
    ///   - earlier: messages up to the line's time, nearest first; `later`: those after it.
    ///   - sender: of a group chat's message; the lines of other members are passed over.
    ///   - sent: answers that went out: what they answered is behind us.
    init(
        around at: Timestamp, earlier: [MessageRecord], later: [MessageRecord], sender: Int64?,
        within gap: Duration, sent: Set<Int64>
    ) {
        func chain(_ messages: [MessageRecord]) -> [MessageRecord] {
            var (lines, last) = ([] as [MessageRecord], at)
            for message in messages {
                let draft = message.draft
                let distance = abs(draft.at.milliseconds - last.milliseconds)
                guard draft.speaker == .them, !draft.isReplay, .milliseconds(distance) <= gap else {
                    break
                }
                if let answer = draft.outcome.answer, sent.contains(answer) { break }
                guard draft.sender == sender else { continue }
                lines.append(message)
                last = draft.at
            }
            return lines
        }
        before = chain(earlier).reversed()
        after = chain(later)
    }

    /// The answers that an answer to the whole makes up for, oldest first.
    var answers: [Int64] {
        Set((before + after).compactMap(\.draft.outcome.answer)).sorted()
    }

    /// The lines that are stored without their words.
    var wordless: [Int64] { (before + after).filter { $0.draft.text == nil }.map(\.row) }

    /// The lines around one, in the order of their times, as one text. Greetings and courtesies are
    /// left out where there is anything else.
    /// - Parameter fleeting: the words of lines that are stored without.
    func text(
        with line: String, fleeting: [Int64: String] = [:], isAside: (String) -> Bool
    ) -> String {
        func words(_ messages: [MessageRecord]) -> [String] {
            messages.compactMap { $0.draft.text ?? fleeting[$0.row] }
        }
        let lines = words(before) + [line] + words(after)
        guard lines.count > 1 else { return line }
        let core = lines.filter { !isAside($0) }
        return core.isEmpty ? line : core.joined(separator: "\n")
    }
}
