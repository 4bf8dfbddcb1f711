import KefuRPC

/// One line of input on its way to the daemon.
struct Delivery: Codable, Sendable, Equatable {
    /// Which of the daemon's methods it is for.
    let method: String
    /// The method's parameters, JSON on one line.
    let params: String
    /// The conversation: what shares it is sent one after another.
    let lane: String
    /// What every line out about it begins with.
    let labels: Labels
    /// How much the customer wrote, in characters read; decides a human-like delay.
    let weight: Double

    /// What a line in is known by.
    struct Labels: Codable, Sendable, Equatable {
        var channel: String?
        var messageID: String
        /// Only of a `sent` line.
        var answerID: String?
    }

    /// What two lines share that say the same: the daemon would take the second for a duplicate.
    var identity: [String] {
        [method, labels.answerID ?? labels.channel ?? "", labels.messageID]
    }

    /// The same in the conversation that it turned out to belong to.
    func moved(to origin: AnswerBook.Origin) -> Delivery {
        var labels = labels
        labels.channel = labels.channel ?? origin.channel
        return Delivery(
            method: method, params: params, lane: origin.lane, labels: labels, weight: weight)
    }
}
