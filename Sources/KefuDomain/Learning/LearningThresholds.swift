/// From which quality a candidate enters the base, or waits for a person.
public struct LearningThresholds: Sendable, Hashable {
    /// In 0...1, at least `wait`.
    public let enter: Double
    /// In 0...1.
    public let wait: Double

    public init(enter: Double = 0.80, wait: Double = 0.70) {
        self.enter = enter
        self.wait = wait
    }
}
