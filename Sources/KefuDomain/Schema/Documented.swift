/// An object on the wire whose members explain themselves.
///
/// `doc` is a `switch` over the coding keys: a key without a doc does not compile.
public protocol Documented: Codable, Sendable {
    associatedtype CodingKeys: FieldKey
}

/// The coding keys of a `Documented` type: the one list of its members.
public protocol FieldKey: CodingKey, CaseIterable, SendableMetatype {
    var doc: Field { get }
}

extension Documented {
    /// The members with their documentation, in declaration order.
    public static var fields: [(name: String, field: Field)] {
        CodingKeys.allCases.map { ($0.stringValue, $0.doc) }
    }

    /// The other names of a member.
    public static func aliases(of name: String) -> [String] {
        fields.filter { $0.field.aliased == name }.map(\.name)
    }

    /// The member that a path of names leads to, through the objects on the way.
    public static func field(_ path: [String]) -> Field? {
        guard let name = path.first, let field = fields.first(where: { $0.name == name })?.field
        else { return nil }
        if path.count == 1 { return field }
        guard case .object(let inner) = field.kind else { return nil }
        return inner.field(Array(path.dropFirst()))
    }
}

extension KeyedDecodingContainer where Key: FieldKey {
    /// The value of a member, or of the alias that stands in its place.
    public func decode<Value: Decodable>(
        _ type: Value.Type, forKey key: Key, or alias: Key
    ) throws -> Value {
        try decodeIfPresent(type, forKey: key, or: alias) ?? decode(type, forKey: key)
    }

    /// The value of a member, or of the alias that stands in its place; `nil` without either.
    public func decodeIfPresent<Value: Decodable>(
        _ type: Value.Type, forKey key: Key, or alias: Key
    ) throws -> Value? {
        try decodeIfPresent(type, forKey: key) ?? decodeIfPresent(type, forKey: alias)
    }
}

/// An object without members, such as the parameters of a method that takes none.
public struct Nothing: Documented {
    public init() {}

    public enum CodingKeys: String, FieldKey {
        case none = ""
        public var doc: Field { .optional(.anything, "") }
        public static var allCases: [CodingKeys] { [] }
    }

    public init(from decoder: any Decoder) throws {}
    public func encode(to encoder: any Encoder) throws {
        _ = encoder.container(keyedBy: CodingKeys.self)
    }
}
