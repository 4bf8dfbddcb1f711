import FoundationEssentials
import Glibc
public import KefuDomain

/// The configuration in force, and which of its keys the operator's file sets.
public struct LoadedConfiguration: Sendable {
    public let configuration: Configuration
    /// The file that was read; `nil` when there is none.
    public let path: String?
    /// What the file says, as it stands there.
    let written: ConfigurationTree

    /// The defaults, with no file behind them.
    public static let defaults = LoadedConfiguration(
        configuration: Configuration(), path: nil, written: .object([:]))
}

/// Reads configuration files: JSON with comments (JSON5).
public enum ConfigurationFile {
    /// Larger files are refused: a configuration is written by hand.
    static let maxBytes = 1 << 20

    /// Reads and checks a file.
    /// - Parameter isRequired: whether an absent file is an error; the defaults hold otherwise.
    /// - Throws: `ErrorCode.invalidParams` that names the key at fault.
    public static func load(_ path: String, isRequired: Bool) throws -> LoadedConfiguration {
        guard access(path, F_OK) == 0 else {
            if !isRequired { return .defaults }
            throw unreadable(errno).at(path)
        }
        guard let data = try? Data(contentsOf: URL(filePath: path)), data.count <= maxBytes else {
            throw unreadable(errno).at(path)
        }
        do {
            return try parse(data, path: path)
        } catch let error as KefuError {
            throw error.at(path)
        }
    }

    /// Checks the text of a configuration.
    static func parse(_ data: Data, path: String?) throws -> LoadedConfiguration {
        let decoder = JSONDecoder()
        decoder.allowsJSON5 = true
        let isBlank = data.allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
        let bytes = isBlank ? Data("{}".utf8) : data
        guard let tree = try? decoder.decode(ConfigurationTree.self, from: bytes),
            case .object = tree
        else {
            throw invalid(why: .configurationSyntax)
        }
        try checkKeys(tree, of: Configuration.self, path: "")
        do {
            let configuration = try decoder.decode(Configuration.self, from: bytes)
            return LoadedConfiguration(configuration: configuration, path: path, written: tree)
        } catch let error as DecodingError {
            let key = error.keyPath
            throw invalid(why: .configurationKeyWrong(key), field: key)
        }
    }

    private static func checkKeys(
        _ tree: ConfigurationTree, of type: any Documented.Type, path: String
    ) throws {
        guard case .object(let members) = tree else { return }
        let fields = type.fields
        for (name, value) in members.sorted(by: { $0.key < $1.key }) {
            let place = path.isEmpty ? name : "\(path).\(name)"
            guard let field = fields.first(where: { $0.name == name })?.field else {
                let nearest = Spelling.nearest(to: name, among: fields.map(\.name))
                throw invalid(
                    why: .configurationKeyUnknown(place), field: place, nearest: nearest)
            }
            if case .object(let inner) = field.kind {
                try checkKeys(value, of: inner, path: place)
            }
        }
    }

    private static func invalid(
        why: Phrase, field: String? = nil, nearest: [String] = []
    ) -> KefuError {
        KefuError(
            .invalidParams, .configurationInvalid, why: why,
            hint: nearest.isEmpty ? .configurationHint : .nearestNames(nearest), field: field,
            nearest: nearest)
    }

    private static func unreadable(_ code: Int32) -> KefuError {
        KefuError(
            .unreadable, .configurationUnreadable,
            why: .systemReason(String(cString: strerror(code))), hint: .configurationHint)
    }
}

/// A JSON5 document as it stands in the file.
indirect enum ConfigurationTree: Decodable, Sendable {
    case object([String: ConfigurationTree])
    case list([ConfigurationTree])
    case leaf

    init(from decoder: any Decoder) throws {
        if let members = try? decoder.singleValueContainer().decode(
            [String: ConfigurationTree].self)
        {
            self = .object(members)
        } else if let items = try? decoder.singleValueContainer().decode([ConfigurationTree].self) {
            self = .list(items)
        } else {
            self = .leaf
        }
    }

    /// Whether the file sets the value under a path of keys.
    func contains(_ path: [String]) -> Bool {
        guard let name = path.first else { return true }
        guard case .object(let members) = self, let value = members[name] else { return false }
        return value.contains(Array(path.dropFirst()))
    }
}

extension DecodingError {
    /// The keys that lead to the value at fault, joined by points.
    var keyPath: String {
        let context: Context
        var path: [any CodingKey] = []
        switch self {
        case .typeMismatch(_, let found), .valueNotFound(_, let found), .dataCorrupted(let found):
            context = found
        case .keyNotFound(let key, let found):
            context = found
            path.append(key)
        @unknown default:
            return ""
        }
        return (context.codingPath + path).map(\.stringValue).joined(separator: ".")
    }
}
