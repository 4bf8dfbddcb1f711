public import KefuDomain

/// What `kefud` was started with.
public struct DaemonOptions: Sendable, Equatable {
    public var dataDirectory: String
    public var socketPath: String
    public var configurationPath: String
    /// Whether the configuration file was named, so that its absence is an error.
    public var isConfigurationNamed = false
    public var logLevel: LogLevel?
    /// A backup to put in the place of the base, instead of serving.
    public var backupToRestore: String?

    /// Reads the command line and the environment (PROTOCOL, "Programs").
    /// - Throws: `ErrorCode.usage` for an unknown option or one without its value.
    public init(arguments: [String], environment: [String: String]) throws {
        var values: [String: String] = [:]
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
            guard let name = parts.first, Self.names.contains(name) else {
                throw Self.usage(.unknownOption(argument))
            }
            guard let value = parts.count == 2 ? parts[1] : rest.popFirst() else {
                throw Self.usage(.optionNeedsValue(name))
            }
            values[name] = value
        }
        let home = environment["HOME"].nonEmpty ?? "/"
        let share = environment["XDG_DATA_HOME"].nonEmpty ?? home + "/.local/share"
        let settings = environment["XDG_CONFIG_HOME"].nonEmpty ?? home + "/.config"
        dataDirectory = values["--data"] ?? environment["KEFU_DATA"].nonEmpty ?? share + "/kefu"
        socketPath =
            values["--socket"] ?? environment["KEFU_SOCKET"].nonEmpty
            ?? dataDirectory + "/kefu.sock"
        configurationPath = values["--config"] ?? settings + "/kefu/config.json"
        isConfigurationNamed = values["--config"] != nil
        backupToRestore = values["--restore"]
        if let level = values["--log-level"] {
            guard let known = LogLevel(rawValue: level) else {
                throw Self.usage(.unknownLogLevel(level))
            }
            logLevel = known
        }
    }

    private static let names: Set<String> = [
        "--data", "--socket", "--config", "--log-level", "--restore",
    ]

    private static func usage(_ what: Phrase) -> KefuError {
        KefuError(.usage, what, why: .daemonOptions, hint: .daemonUsage)
    }
}

extension String? {
    /// The text, unless it is absent or empty.
    fileprivate var nonEmpty: String? {
        guard let self, !self.isEmpty else { return nil }
        return self
    }
}
