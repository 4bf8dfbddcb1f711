/// What `kefud` takes on its command line: its parser, `--help` and its manual read this list.
public enum DaemonOption: String, CaseIterable, Sendable {
    case data, socket, config
    case logLevel = "log-level"
    case restore
    case checkConfiguration = "check-config"
    case help, version

    /// As it is written.
    public var flag: String { "--" + rawValue }

    /// What its value is called; `nil` for one without a value.
    public var value: String? {
        switch self {
        case .data: "DIR"
        case .socket: "PATH"
        case .config: "FILE"
        case .logLevel: LogLevel.allCases.map(\.rawValue).joined(separator: "|")
        case .restore: "PATH"
        case .checkConfiguration, .help, .version: nil
        }
    }

    /// What it does.
    public var help: Phrase {
        switch self {
        case .data: .daemonOptionData
        case .socket: .daemonOptionSocket
        case .config: .daemonOptionConfig
        case .logLevel: .daemonOptionLogLevel
        case .restore: .daemonOptionRestore
        case .checkConfiguration: .daemonOptionCheck
        case .help: .daemonOptionHelp
        case .version: .helpVersion
        }
    }

    /// As a usage line shows it.
    public var usage: String { flag + (value.map { " " + $0 } ?? "") }
}
