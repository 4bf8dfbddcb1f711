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
