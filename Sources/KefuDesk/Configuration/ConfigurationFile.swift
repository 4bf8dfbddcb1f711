import FoundationEssentials
import Glibc
import KefuDomain

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
        return try parse(data, path: path)
    }

    /// Checks the text of a configuration.
    /// - Parameter path: the file that it was read from, for the place of what is wrong.
    /// - Throws: `ErrorCode.invalidParams` that names the line and the key at fault.
    static func parse(_ data: Data, path: String) throws -> LoadedConfiguration {
        let decoder = JSONDecoder()
        decoder.allowsJSON5 = true
        let isBlank = data.allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
        let bytes = isBlank ? Data("{}".utf8) : data
        let lines = ConfigurationLines(Array(bytes))
        guard let tree = try? decoder.decode(ConfigurationTree.self, from: bytes),
            case .object = tree
        else {
            throw invalid(why: .configurationSyntax).at(lines.placeOfFault(in: path))
        }
        do {
            try checkKeys(tree, of: Configuration.self, path: "")
            let configuration = try decoder.decode(Configuration.self, from: bytes)
            return LoadedConfiguration(
                configuration: configuration, path: path, written: tree, lines: lines)
        } catch let error as DecodingError {
            let key = error.keyPath
            let why = error.objection?.why.at(key) ?? .configurationKeyWrong(key)
            throw invalid(why: why, field: key).at(lines.place(of: key, in: path))
        } catch let error as KefuError {
            throw error.at(lines.place(of: error.field ?? "", in: path))
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
