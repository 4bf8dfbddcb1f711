import FoundationEssentials
import KefuDomain
import KefuRPC

extension LoadedConfiguration {
    /// Every key with its value, where the value came from, and what it does.
    func settings() throws -> [SettingInForce] {
        let bytes = try JSONEncoder().encode(configuration)
        let values = try JSONDecoder().decode(JSONValue.self, from: bytes)
        return rows(of: Configuration.self, values: values, path: [])
    }

    /// What stands in the place of a secret that is set.
    static let mask = "••••••"

    /// The rows of an object's members.
    func rows(
        of type: any Documented.Type, values: JSONValue?, path: [String]
    ) -> [SettingInForce] {
        var rows: [SettingInForce] = []
        for (name, field) in type.fields {
            let place = path + [name]
            let value = values?[name]
            if case .object(let inner) = field.kind {
                rows += self.rows(of: inner, values: value, path: place)
            } else {
                let shown = value ?? .null
                let isHidden = field.isSecret && shown != .text("") && shown != .null
                rows.append(
                    SettingInForce(
                        key: place.joined(separator: "."),
                        value: isHidden ? .text(Self.mask) : shown,
                        source: written.contains(place) ? .file : .default, explanation: field.doc))
            }
        }
        return rows
    }
}
