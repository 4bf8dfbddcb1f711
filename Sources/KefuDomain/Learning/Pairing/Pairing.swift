/// Which of a person's messages answer which of the customer's.
///
/// The customer's lines between two of ours become questions: lines of a burst that only make sense
/// together are one, several questions in one message are several. A person's lines go to the open
/// questions that they speak of, else in the order asked; several lines to one question are one
/// answer. Greetings, holding lines and questions back answer nothing and leave the question open.
/// Who corrects a slip (`说错了，是3年`, `*3年`) changes what was said before.
public enum Pairing {
    /// Questions older than that when a person writes are left unanswered.
    public static let longestDelay = Duration.seconds(7 * 86_400)
    /// Lines of the customer no further apart are one burst.
    static let burst = Duration.seconds(90)
    /// A line of ours so soon after an answer, with nothing asked since, belongs to it.
    static let afterthought = Duration.seconds(180)
    /// A slip is corrected within that time.
    static let slipTime = Duration.seconds(1800)
    /// No more of what the customer wrote next is looked at.
    static let longestAftermath = 4

    /// The questions that a person answered, in the order of their answers.
    /// - Parameter turns: a thread's messages in any order; read by their times, those of one time
    ///   as they stand. The bot's own words never are an answer.
    public static func pairs(of turns: [LearningTurn]) -> [LearnedPair] {
        let ordered = turns.enumerated()
            .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
            .map(\.element)
        let plain = ordered.indices.map { ChatText.plain(ordered[$0], after: ordered[..<$0]) }
        var pairer = Pairer(turns: plain)
        pairer.run()
        return pairer.pairs
    }
}
