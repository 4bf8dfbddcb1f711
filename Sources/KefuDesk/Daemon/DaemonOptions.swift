public import KefuDomain

/// What `kefud` was started with.
public struct DaemonOptions: Sendable, Equatable {
    public var dataDirectory: String
    public var socketPath: String
    public var configurationPath: String
    /// Whether the configuration file was named, so that its absence is an error.
    public var isConfigurationNamed = false
    public var logLevel: LogLevel?
    /// What to do.
    public var task = Task.serve

    /// What the daemon's program does.
    public enum Task: Sendable, Equatable {
        case serve
        /// Puts a backup in the place of the base.
        case restore(String)
        case checkConfiguration, help, version
    }

    /// Reads the command line and the environment (PROTOCOL, "Programs").
    /// - Throws: `ErrorCode.usage` for an unknown option or one without its value.
    public init(arguments: [String], environment: [String: String]) throws {
        var values: [DaemonOption: String] = [:]
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
            let given = parts.first == "-h" ? DaemonOption.help.flag : parts.first
            guard let option = DaemonOption.allCases.first(where: { $0.flag == given }) else {
                throw Self.usage(.unknownOption(argument))
            }
            values[option] = try Self.value(of: option, parts, &rest)
        }
        let home = environment["HOME"].nonEmpty ?? "/"
        let share = environment["XDG_DATA_HOME"].nonEmpty ?? home + "/.local/share"
        let settings = environment["XDG_CONFIG_HOME"].nonEmpty ?? home + "/.config"
        dataDirectory = values[.data] ?? environment["KEFU_DATA"].nonEmpty ?? share + "/kefu"
        socketPath =
            values[.socket] ?? environment["KEFU_SOCKET"].nonEmpty
            ?? dataDirectory + "/kefu.sock"
        configurationPath = values[.config] ?? settings + "/kefu/config.json"
        isConfigurationNamed = values[.config] != nil
        task = Self.task(values)
        if let level = values[.logLevel] {
            guard let known = LogLevel(rawValue: level) else {
                throw Self.usage(.unknownLogLevel(level))
            }
            logLevel = known
        }
    }

    /// - Parameter parts: the word that names it, and what stood behind its `=`.
    private static func value(
        of option: DaemonOption, _ parts: [String], _ rest: inout ArraySlice<String>
    ) throws -> String {
        guard option.value != nil else {
            guard parts.count == 1 else { throw usage(.valueNotWanted(option.flag)) }
            return ""
        }
        guard let value = parts.count == 2 ? parts[1] : rest.popFirst() else {
            throw usage(.optionNeedsValue(option.flag))
        }
        return value
    }

    private static func task(_ values: [DaemonOption: String]) -> Task {
        if values[.help] != nil { return .help }
        if values[.version] != nil { return .version }
        if values[.checkConfiguration] != nil { return .checkConfiguration }
        return values[.restore].map(Task.restore) ?? .serve
    }

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
