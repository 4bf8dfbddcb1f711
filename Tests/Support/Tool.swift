import Foundation

/// Programs of the system that some tests need.
public enum Tool {
    /// Whether a program is in `PATH`.
    public static func exists(_ name: String) -> Bool { path(of: name) != nil }

    /// Runs a program of the system to its end.
    /// - Throws: `ToolMissing` when it is not in `PATH`.
    @discardableResult
    public static func run(
        _ name: String, _ arguments: [String], environment extra: [String: String] = [:]
    ) throws -> Programs.Outcome {
        guard let path = path(of: name) else { throw ToolMissing(name: name) }
        return try Programs.run(atPath: path, arguments, environment: extra)
    }

    private static func path(of name: String) -> String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(
            separator: ":")
        return folders.map { "\($0)/\(name)" }.first {
            FileManager.default.isExecutableFile(atPath: $0)
        }
    }
}

/// A program that a test needs and this system lacks.
public struct ToolMissing: Error, Sendable {
    public let name: String
}
