import Foundation
public import KefuRPC

/// The files of this repository that tests read.
public enum Repository {
    /// Its root folder, found from where this file was compiled.
    public static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    /// The absolute path of a file below the root.
    public static func path(_ name: String) -> String { "\(root)/\(name)" }
}

extension DaemonProcess {
    /// A fresh daemon that holds the sample base in one language.
    /// - Parameters:
    ///   - folder: below `kb/`.
    ///   - configuration: the text of its configuration file.
    public static func sample(
        _ folder: String = "zh", configuration: String = "{}"
    ) throws -> DaemonProcess {
        let daemon = try configured(configuration)
        try daemon.connect().call(
            "kb.import", ["path": .text(Repository.path("kb/\(folder)"))])
        return daemon
    }

    /// A fresh daemon with a configuration file of its own.
    public static func configured(_ configuration: String) throws -> DaemonProcess {
        let directory = try TemporaryDirectory()
        let file = try directory.write("config.json", configuration)
        return try DaemonProcess(in: directory, options: ["--config", file])
    }
}

extension LineClient {
    /// Sends one line as it is, and returns the next line as JSON.
    public func exchange(_ line: String) throws -> JSONValue {
        try send(line: line)
        return try message()
    }

    /// Adds an entry and returns its id.
    @discardableResult
    public func add(_ question: String, _ answer: String) throws -> String {
        let entry = try call("kb.add", ["question": .text(question), "answer": .text(answer)])
        guard let id = entry["id"]?.string else { throw LineClientError.closed }
        return id
    }

    /// Asks a question that stands alone, or within a session.
    public func ask(_ question: String, session: String? = nil) throws -> JSONValue {
        guard let session else { return try call("ask", ["question": .text(question)]) }
        return try call("ask", ["question": .text(question), "session": .text(session)])
    }
}

extension JSONValue {
    /// The code of an error object.
    public var code: Int? { self["code"]?.int }
    /// The value of a truth value.
    public var bool: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }
    /// A value further down, by the names of the members that lead to it.
    public func at(_ names: String...) -> JSONValue? {
        names.reduce(self as JSONValue?) { $0?[$1] }
    }

    /// The same value with the members of every object by name, so that equal means the same.
    public var ordered: JSONValue {
        switch self {
        case .object(let members):
            let sorted = members.sorted { $0.name < $1.name }
            return .object(sorted.map { Member($0.name, $0.value.ordered) })
        case .list(let values): return .list(values.map(\.ordered))
        default: return self
        }
    }
}
