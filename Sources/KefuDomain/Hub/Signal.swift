/// How much a customer's message looks like business, and why (SPEC 7).
public struct Signal: Sendable, Hashable {
    /// In 0...100.
    public let score: Int
    /// Everything that earned points, in the order of SPEC 7.
    public let parts: [SignalPart]
    /// By most keywords; `nil` without one.
    public let trigger: TriggerType?

    public init(score: Int, parts: [SignalPart], trigger: TriggerType?) {
        self.score = score
        self.parts = parts
        self.trigger = trigger
    }
}

/// One reason for points.
public struct SignalPart: Documented, Hashable {
    /// Which rule, such as `keywords_pre` or `evidence`.
    public let name: String
    public let points: Int
    /// The words or kinds that were found.
    public let hits: [String]

    public init(name: String, points: Int, hits: [String]) {
        self.name = name
        self.points = points
        self.hits = hits
    }

    public enum CodingKeys: String, FieldKey {
        case name, points, hits

        public var doc: Field {
            switch self {
            case .name: Field(.text, "Which rule.")
            case .points: Field(.integer, "What it adds.")
            case .hits: Field(.list(.text), "What was found.")
            }
        }
    }
}
