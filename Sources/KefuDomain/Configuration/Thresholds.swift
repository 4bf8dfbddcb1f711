/// From which confidence an answer is given, or a question asked back.
public struct Thresholds: Sendable, Hashable {
    /// In 0...1, at least `clarify`.
    public let reply: Double
    /// In 0...1.
    public let clarify: Double

    public init(reply: Double = 0.75, clarify: Double = 0.55) {
        self.reply = reply
        self.clarify = clarify
    }

    /// Whether the two can stand beside each other.
    public var arePossible: Bool {
        (0...1).contains(clarify) && (0...1).contains(reply) && clarify <= reply
    }

    /// The route that a confidence alone leads to.
    public func action(for confidence: Double) -> Action {
        if confidence >= reply { return .reply }
        return confidence >= clarify ? .clarify : .handoff
    }
}

extension Thresholds: Documented {
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        let defaults = Thresholds()
        let reply = try values.value(.reply, else: defaults.reply)
        let clarify = try values.value(.clarify, else: min(defaults.clarify, reply))
        for (key, value) in [(CodingKeys.reply, reply), (.clarify, clarify)]
        where !(0...1).contains(value) {
            throw DecodingError.refused(values.codingPath + [key], .notAProbability)
        }
        guard clarify <= reply else {
            throw DecodingError.refused(
                values.codingPath + [CodingKeys.clarify], .clarifyAboveReply(reply))
        }
        self.init(reply: reply, clarify: clarify)
    }

    public enum CodingKeys: String, FieldKey {
        case reply, clarify

        public var doc: Field {
            switch self {
            case .reply: .optional(.probability, .settingReply)
            case .clarify: .optional(.probability, .settingClarify)
            }
        }
    }
}
