public import Foundation

/// A directory of one test's own, short enough for a socket below it, removed with the last use.
public final class TemporaryDirectory: Sendable {
    public let path: String

    public init() throws {
        let base = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
        path = "\(base)/kefu-\(UUID().uuidString.prefix(13))"
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The path of a file below it.
    public func file(_ name: String) -> String { "\(path)/\(name)" }

    /// Writes a file below it and returns its path.
    @discardableResult
    public func write(_ name: String, _ text: String) throws -> String {
        try write(name, Data(text.utf8))
    }

    /// Writes a file below it and returns its path.
    @discardableResult
    public func write(_ name: String, _ data: Data) throws -> String {
        let place = file(name)
        let folder = (place as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        try data.write(to: URL(fileURLWithPath: place))
        return place
    }
}
