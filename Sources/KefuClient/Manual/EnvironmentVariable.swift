import KefuDomain

/// The environment variables that kefu heeds, as the manual lists them.
enum EnvironmentVariable: String, CaseIterable {
    case data = "KEFU_DATA"
    case socket = "KEFU_SOCKET"
    case dataHome = "XDG_DATA_HOME"
    case configurationHome = "XDG_CONFIG_HOME"
    case language = "LC_ALL, LC_MESSAGES, LANG"
    case timeZone = "TZ"
    case editor = "VISUAL, EDITOR"
    case noColour = "NO_COLOR"

    static let ofClient = allCases
    static let ofDaemon: [EnvironmentVariable] = [
        .data, .socket, .dataHome, .configurationHome, .language, .timeZone,
    ]

    var meaning: Phrase {
        switch self {
        case .data: .variableData
        case .socket: .variableSocket
        case .dataHome: .variableDataHome
        case .configurationHome: .variableConfigurationHome
        case .language: .variableLanguage
        case .timeZone: .variableTimeZone
        case .editor: .variableEditor
        case .noColour: .variableNoColour
        }
    }
}
