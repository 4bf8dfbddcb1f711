import CReadline
import Glibc
import KefuDomain

/// The operator's text editor.
struct Editor {
    let environment: [String: String]

    /// Whether the operator named one.
    var isNamed: Bool { named != nil }

    private var named: String? {
        environment["VISUAL"].nonEmpty ?? environment["EDITOR"].nonEmpty
    }

    /// Opens a text in the editor and gives back what became of it.
    /// - Parameter path: a file that holds the text; it stays, so that nothing typed is lost.
    func edit(_ path: String) throws -> String {
        let command = try self.command()
        let status = kedit_run("\(command) \"$1\"", path)
        guard status == 0 else {
            let why: Phrase =
                status < 0 ? .systemReason(systemText(errno)) : .editorStatus(command, status)
            throw KefuError(.unreadable, .editorFailed, why: why, hint: .editorHint)
        }
        return try TextFile.read(path)
    }

    private func command() throws -> String {
        if let named { return named }
        let folders = (environment["PATH"] ?? "").split(separator: ":")
        for name in ["editor", "nano", "vi"] {
            for folder in folders where access("\(folder)/\(name)", X_OK) == 0 { return name }
        }
        throw KefuError(
            .unreadable, .editorMissing, why: .editorMissingWhy, hint: .editorHint)
    }
}
