extension ThreadFacts {
    /// Takes in a message that was stored; messages may come late and in any order.
    ///
    /// One that is older than the newest never moves a clock back, and is never newer than a call
    /// that was made before it came.
    /// - Parameters:
    ///   - counts: false for courtesies and for texts by which the bot only hands over, asks back or
    ///     greets. They change nothing, except that a customer's courtesy can begin a thread.
    ///   - next: for a message of ours that comes late, when the customer first wrote after it;
    ///     where it is not given, the newest message is taken for that one.
    public mutating func hear(
        _ speaker: Speaker, at time: Timestamp, counts: Bool, next: Timestamp? = nil
    ) {
        guard counts || (speaker == .them && lastSpeaker == nil) else { return }
        switch speaker {
        case .them: hearThem(time)
        case .me: hearUs(time, next: next)
        }
    }

    private mutating func hearThem(_ time: Timestamp) {
        guard isNewest(time) else { return }
        call = nil
        firstUnansweredAt = firstUnansweredAt ?? time
        lastSpeaker = .them
        lastMessageAt = time
    }

    private mutating func hearUs(_ time: Timestamp, next: Timestamp?) {
        lastOursAt = max(lastOursAt ?? time, time)
        if isNewest(time) {
            firstUnansweredAt = nil
            lastSpeaker = .me
            lastMessageAt = time
        } else if let asked = firstUnansweredAt, asked <= time {
            firstUnansweredAt = next ?? lastMessageAt
        }
    }

    private func isNewest(_ time: Timestamp) -> Bool { lastMessageAt.map { time >= $0 } ?? true }

    /// Takes in what the operator decided, which replaces what was decided before. All that the
    /// customer has said until now is older than it; a resolve answers it.
    public mutating func apply(_ call: ThreadCall) {
        self.call = call
        if case .resolved = call { firstUnansweredAt = nil }
    }
}
