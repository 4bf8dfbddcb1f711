import KefuDomain

/// The daemon's configuration file, read at the start and at every SIGHUP, with what of it belongs
/// to the process as a whole: the time zone and the log's level.
struct DaemonConfiguration {
    /// The log's level in force; `--log-level` wins over the file.
    let logThreshold: LogThreshold
    private let options: DaemonOptions
    private let timeZone: TimeZoneSetting

    init(_ options: DaemonOptions, environment: [String: String]) {
        self.options = options
        timeZone = TimeZoneSetting(environment: environment)
        logThreshold = LogThreshold(options.logLevel ?? Configuration().logLevel)
    }

    /// Reads the file and puts in force what is the process's; nothing of a file that is wrong.
    /// - Throws: `ErrorCode.invalidParams` that names the file, the line and the key at fault.
    func load() throws -> LoadedConfiguration {
        let loaded = try ConfigurationFile.load(
            options.configurationPath, isRequired: options.isConfigurationNamed)
        try timeZone.apply(loaded)
        logThreshold.move(to: options.logLevel ?? loaded.configuration.logLevel)
        return loaded
    }
}
