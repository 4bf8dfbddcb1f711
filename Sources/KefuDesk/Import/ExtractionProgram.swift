import FoundationEssentials
import Glibc
import KefuDomain

/// Where `kefu-extract` is, and what it is started with.
struct ExtractionProgram: Sendable {
    let path: String
    let environment: [String]

    private static let name = "kefu-extract"
    /// What of the daemon's environment it may see: where libraries and recognition data lie.
    private static let handedOn = ["LD_LIBRARY_PATH", "TESSDATA_PREFIX"]

    /// - Parameter configured: the path that the configuration names; empty for none.
    /// - Throws: `ErrorCode.unreadable` when it is nowhere.
    init(configured: String, environment: [String: String] = ProcessInfo.processInfo.environment)
        throws
    {
        let found = Self.candidates(configured, environment).first { access($0, X_OK) == 0 }
        guard let found else {
            throw KefuError(
                .unreadable, .extractionNoProgram, why: .extractionNoProgramWhy,
                hint: .extractionInstall)
        }
        path = found
        // One thread, and a crash without a tale: its memory is the stranger's.
        self.environment =
            [
                "LC_ALL=C.UTF-8", "OMP_THREAD_LIMIT=1", "SWIFT_BACKTRACE=enable=no",
                "PATH=/usr/bin:/bin",
            ]
            + Self.handedOn.compactMap { name in environment[name].map { "\(name)=\($0)" } }
    }

    private static func candidates(_ configured: String, _ environment: [String: String])
        -> [String]
    {
        if !configured.isEmpty { return [configured] }
        var folders: [String] = []
        if let own = ownFolder { folders.append(own) }
        folders += (environment["PATH"] ?? "").split(separator: ":").map(String.init)
        return folders.map { $0 + "/" + name }
    }

    /// Where this program's own file lies.
    private static var ownFolder: String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
        let length = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        guard length > 0 else { return nil }
        let path = String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return path.lastIndex(of: "/").map { String(path[..<$0]) }
    }
}
