import KefuDomain

/// How long a reply is held, so that the customer gets it when a person could have written it.
enum HumanDelay: Sendable, Equatable {
    /// Any time within these seconds.
    case within(ClosedRange<Double>)
    /// The time to read what the customer wrote and to type the reply.
    case typing

    /// No reply is held longer than so many seconds.
    static let maxSeconds = 600.0
    /// Of `typing`: a practised hand, and still no reply comes at once nor only after half a minute.
    private static let typingBounds = 1.0...30.0
    private static let readPerSecond = 12.0
    private static let typedPerSecond = 4.0

    /// Reads `2-8`, `5` or `typing`; `nil` for anything else.
    static func parse(_ word: String) -> HumanDelay? {
        if word == "typing" { return .typing }
        let parts = word.split(separator: "-", omittingEmptySubsequences: false)
        let bounds = parts.compactMap { Double($0) }.filter { (0...maxSeconds).contains($0) }
        guard bounds.count == parts.count, (1...2).contains(bounds.count), let low = bounds.first,
            let high = bounds.last, low <= high
        else { return nil }
        return .within(low...high)
    }

    /// - Parameters:
    ///   - read: `weight` of what the customer wrote.
    ///   - typed: `weight` of the reply.
    ///   - chance: from 0 to 1; what a person's mood adds or takes away.
    func duration(read: Double, typed: Double, chance: Double) -> Duration {
        switch self {
        case .within(let range):
            return .seconds(range.lowerBound + (range.upperBound - range.lowerBound) * chance)
        case .typing:
            let usual = read / Self.readPerSecond + typed / Self.typedPerSecond
            let seconds = usual * (0.8 + 0.4 * chance)
            let bounds = Self.typingBounds
            return .seconds(min(max(seconds, bounds.lowerBound), bounds.upperBound))
        }
    }

    /// How much there is to read or to type, in Han characters; three Latin letters count as one.
    static func weight(of text: String) -> Double {
        let letters = text.unicodeScalars.count { $0.value < 0x2E80 }
        return Double(text.unicodeScalars.count - letters) + Double(letters) / 3
    }
}
