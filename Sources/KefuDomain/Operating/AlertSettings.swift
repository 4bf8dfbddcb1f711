/// From where on the operator is alerted; 0 switches an alert off.
public struct AlertSettings: Documented, Equatable {
    /// Of all processors of the machine, in percent.
    public var cpuPercent = 80
    /// Of the machine's memory, in percent.
    public var memoryPercent = 85
    /// The slowest request of the last seconds, long ones such as imports left out.
    public var responseSeconds = 5
    /// Free space beside the base, in megabytes (2^20 bytes).
    public var freeMegabytes = 200
    /// How long a machine must be over its limit before that is told, and how long all must be well
    /// again before an alert ends.
    public var holdSeconds = 30

    public init() {}

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        cpuPercent = try values.number(.cpuPercent, else: cpuPercent, in: Self.percents)
        memoryPercent = try values.number(.memoryPercent, else: memoryPercent, in: Self.percents)
        responseSeconds = try values.number(
            .responseSeconds, else: responseSeconds, in: Self.seconds)
        freeMegabytes = try values.number(.freeMegabytes, else: freeMegabytes, in: Self.megabytes)
        holdSeconds = try values.number(.holdSeconds, else: holdSeconds, in: Self.seconds)
    }

    private static let percents = 0...100
    private static let seconds = 0...3_600
    private static let megabytes = 0...1_048_576

    public enum CodingKeys: String, FieldKey {
        case cpuPercent = "cpu_percent"
        case memoryPercent = "memory_percent"
        case responseSeconds = "response_s"
        case freeMegabytes = "disk_free_mb"
        case holdSeconds = "hold_s"

        public var doc: Field {
            switch self {
            case .cpuPercent: .optional(.integer(percents), .settingAlertCPU)
            case .memoryPercent: .optional(.integer(percents), .settingAlertMemory)
            case .responseSeconds: .optional(.integer(seconds), .settingAlertResponse)
            case .freeMegabytes: .optional(.integer(megabytes), .settingAlertDisk)
            case .holdSeconds: .optional(.integer(seconds), .settingAlertHold)
            }
        }
    }
}
