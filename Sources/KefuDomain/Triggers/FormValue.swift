/// One value of a form: what JSON can say, without objects.
public enum FormValue: Sendable, Hashable {
    /// Not said.
    case null
    /// The customer's own words, or a grade such as `A`.
    case text(String)
    case number(Double)
    case flag(Bool)
    case list([FormValue])

    /// Whether anything was said.
    public var isNull: Bool { self == .null }

    /// How a draft repeats it; `nil` where nothing was said.
    public var words: String? {
        switch self {
        case .null, .flag: nil
        case .text(let text): text
        case .number(let number): Self.plain(number)
        case .list(let values): values.compactMap(\.words).joined(separator: "、")
        }
    }

    /// A number without a needless fraction: `120`, `7.5`.
    static func plain(_ number: Double) -> String {
        guard number == number.rounded(), abs(number) < 1e15 else { return "\(number)" }
        return String(Int64(number))
    }
}

/// A named value of a form; forms keep the order in which SPEC 7 lists their fields.
public struct FormField: Sendable, Hashable {
    public let name: String
    public let value: FormValue

    /// A value under the name that the contract gives it, such as `功率_kW`.
    public init(_ name: String, _ value: FormValue) {
        self.name = name
        self.value = value
    }
}

extension [FormField] {
    /// The value of a field; null where the form has no such field.
    public subscript(name: String) -> FormValue {
        first { $0.name == name }?.value ?? .null
    }
}
