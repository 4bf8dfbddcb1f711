/// How far the reading of a stranger's document may go.
public struct ImportSettings: Documented, Equatable {
    public var memoryMegabytes = 1024
    /// Of the reading process's own time; what the daemon needs to store the result is not counted.
    public var seconds = 300
    public var outputMegabytes = 256
    /// The program that reads; empty: found beside the daemon, else in `PATH`.
    public var program = ""

    public init() {}

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        memoryMegabytes = try values.number(
            .memoryMegabytes, else: memoryMegabytes, in: Self.megabytes)
        seconds = try values.number(.seconds, else: seconds, in: Self.duration)
        outputMegabytes = try values.number(
            .outputMegabytes, else: outputMegabytes, in: Self.output)
        program = try values.value(.program, else: program)
    }

    private static let megabytes = 32...65_536
    private static let duration = 1...86_400
    private static let output = 1...4_096

    public enum CodingKeys: String, FieldKey {
        case memoryMegabytes = "memory_mb"
        case seconds
        case outputMegabytes = "output_mb"
        case program

        public var doc: Field {
            switch self {
            case .memoryMegabytes: .optional(.integer(megabytes), .settingImportMemory)
            case .seconds: .optional(.integer(duration), .settingImportSeconds)
            case .outputMegabytes: .optional(.integer(output), .settingImportOutput)
            case .program: .optional(.text, .settingImportProgram)
            }
        }
    }
}
