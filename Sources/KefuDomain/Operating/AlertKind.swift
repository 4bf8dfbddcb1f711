/// What the operator can be alerted to.
public enum AlertKind: String, Codable, CaseIterable, Sendable {
    case cpu, memory, response, disk
}

extension AlertKind {
    /// What its values are given in.
    public var unit: String {
        switch self {
        case .cpu, .memory: "%"
        case .response: "s"
        case .disk: "MB"
        }
    }

    /// The limit in force; `nil` where it is switched off.
    func limit(_ settings: AlertSettings) -> Double? {
        let value =
            switch self {
            case .cpu: settings.cpuPercent
            case .memory: settings.memoryPercent
            case .response: settings.responseSeconds
            case .disk: settings.freeMegabytes
            }
        return value > 0 ? Double(value) : nil
    }

    /// How long a value must be beyond the limit: one slow answer is one too many.
    func patience(_ settings: AlertSettings) -> Duration {
        self == .response ? .zero : .seconds(settings.holdSeconds)
    }

    /// Whether little of it is what is bad.
    private var isOfShortage: Bool { self == .disk }

    /// Whether a value is worth an alert.
    func isBeyond(_ value: Double, _ limit: Double) -> Bool {
        isOfShortage ? value < limit : value > limit
    }

    /// Whether a value is so far on the good side that an alert may end: a tenth of the limit.
    func isCalm(_ value: Double, _ limit: Double) -> Bool {
        isOfShortage ? value >= limit * 1.1 : value <= limit * 0.9
    }
}
