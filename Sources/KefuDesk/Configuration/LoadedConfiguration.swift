public import KefuDomain

/// The configuration in force, and which of its keys the operator's file sets.
public struct LoadedConfiguration: Sendable {
    public let configuration: Configuration
    /// The file that was read; `nil` when there is none.
    public let path: String?
    /// What the file says, as it stands there.
    let written: ConfigurationTree
    /// Where in the file each key stands.
    let lines: ConfigurationLines

    /// The defaults, with no file behind them.
    public static let defaults = LoadedConfiguration(
        configuration: Configuration(), path: nil, written: .object([:]), lines: .none)

    /// Where a key stands: the file with the line; the key itself where no file sets it.
    func place(of key: String) -> String {
        path.map { lines.place(of: key, in: $0) } ?? key
    }
}
