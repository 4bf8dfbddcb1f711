public import KefuDomain

/// `learn.calibration`
public enum GetCalibration: Method {
    public static let name = "learn.calibration"
    public static let summary = "Shows how the confidence was adapted to this base."
    public static let effect = Effect.read

    public typealias Params = Nothing
    public typealias Result = CalibrationReport
}

/// `learn.recalibrate`
public enum Recalibrate: Method {
    public static let name = "learn.recalibrate"
    public static let summary = "Has the base examine itself anew, in the background."
    public static let effect = Effect.write

    public typealias Params = Nothing
    public typealias Result = CalibrationReport
}

/// `learn.reset_calibration`
public enum ResetCalibration: Method {
    public static let name = "learn.reset_calibration"
    public static let summary = "Takes back what verdicts on answers did to the confidence."
    public static let effect = Effect.write

    public typealias Params = Nothing
    public typealias Result = CalibrationReport
}

/// Both layers of the calibration: what the base found out about itself, and what verdicts taught.
public struct CalibrationReport: Documented {
    public let state: CalibrationHealth.State
    @OrNull public var examination: ExaminationReport?
    public let verdicts: VerdictsReport

    public init(
        state: CalibrationHealth.State, examination: ExaminationReport?, verdicts: VerdictsReport
    ) {
        self.state = state
        self.examination = examination
        self.verdicts = verdicts
    }

    public enum CodingKeys: String, FieldKey {
        case state, examination, verdicts

        public var doc: Field {
            switch self {
            case .state:
                Field(.choice(of: CalibrationHealth.State.self), "Whether it is still moving.")
            case .examination:
                .optional(
                    .object(ExaminationReport.self),
                    "What the base found out about itself; null before the first time.")
            case .verdicts: Field(.object(VerdictsReport.self), "What verdicts on answers taught.")
            }
        }
    }
}

/// What a base found out about itself.
public struct ExaminationReport: Documented {
    public let at: Timestamp
    public let questions: Int
    public let right: Int
    public let bins: [ReliabilityStep]
    public let stolen: [StolenQuestion]
    public let unfound: [String]

    public init(
        at: Timestamp, questions: Int, right: Int, bins: [ReliabilityStep],
        stolen: [StolenQuestion], unfound: [String]
    ) {
        self.at = at
        self.questions = questions
        self.right = right
        self.bins = bins
        self.stolen = stolen
        self.unfound = unfound
    }

    public enum CodingKeys: String, FieldKey {
        case at, questions, right, bins, stolen, unfound

        public var doc: Field {
            switch self {
            case .at: Field(.time, "When it did.")
            case .questions: Field(.integer(0...Int.max), "Questions that it asked itself.")
            case .right: Field(.integer(0...Int.max), "Those that found their answer first.")
            case .bins: Field(.list(.object(ReliabilityStep.self)), "Confidence against truth.")
            case .stolen:
                Field(.list(.object(StolenQuestion.self)), "Entries whose questions find another.")
            case .unfound:
                Field(.list(.text), "Entries that their own question, reworded, does not find.")
            }
        }
    }
}

/// What verdicts on answers taught.
public struct VerdictsReport: Documented {
    public let count: Int
    public let needed: Int
    public let isInForce: Bool
    public let bins: [ReliabilityStep]

    public init(count: Int, needed: Int, isInForce: Bool, bins: [ReliabilityStep]) {
        self.count = count
        self.needed = needed
        self.isInForce = isInForce
        self.bins = bins
    }

    public enum CodingKeys: String, FieldKey {
        case count, needed
        case isInForce = "in_force"
        case bins

        public var doc: Field {
            switch self {
            case .count: Field(.integer(0...Int.max), "Verdicts that count.")
            case .needed: Field(.integer(0...Int.max), "Fewer move nothing.")
            case .isInForce: Field(.flag, "Whether they move the confidence.")
            case .bins: Field(.list(.object(ReliabilityStep.self)), "Confidence against verdicts.")
            }
        }
    }
}

/// Answers of about the same confidence.
public struct ReliabilityStep: Documented, Equatable {
    public let predicted: Double
    public let observed: Double
    public let count: Int

    public init(predicted: Double, observed: Double, count: Int) {
        self.predicted = predicted
        self.observed = observed
        self.count = count
    }

    public enum CodingKeys: String, FieldKey {
        case predicted, observed, count

        public var doc: Field {
            switch self {
            case .predicted: Field(.probability, "The mean confidence.")
            case .observed: Field(.probability, "The share that was right.")
            case .count: Field(.integer(0...Int.max), "How many there are.")
            }
        }
    }
}

/// An entry whose questions find another one.
public struct StolenQuestion: Documented {
    public let entry: String
    public let by: String
    public let count: Int

    public init(entry: String, by: String, count: Int) {
        self.entry = entry
        self.by = by
        self.count = count
    }

    public enum CodingKeys: String, FieldKey {
        case entry, by, count

        public var doc: Field {
            switch self {
            case .entry: Field(.text, "The entry that should be found.")
            case .by: Field(.text, "The one that is found.")
            case .count: Field(.integer(1...Int.max), "How often.")
            }
        }
    }
}
