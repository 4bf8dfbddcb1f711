import KefuDomain

/// The members that an object may have, made ready for checking; built once for each method.
final class ObjectSchema: Sendable {
    struct Member: Sendable {
        let name: String
        let kind: ValueSchema
        let isOptional: Bool
        /// Where the member stands that this one is another name of; else where it stands itself.
        let subject: Int
        /// Whether there are several names for the same.
        let isAliased: Bool
    }

    let members: [Member]
    private let positions: [String: Int]

    init(_ type: any Documented.Type) {
        let fields = type.fields
        let positions = Dictionary(
            fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        let aliased = Set(fields.compactMap(\.field.aliased))
        members = fields.enumerated().map { place, item in
            Member(
                name: item.name, kind: ValueSchema(item.field.kind),
                isOptional: item.field.isOptional,
                subject: item.field.aliased.flatMap { positions[$0] } ?? place,
                isAliased: item.field.aliased != nil || aliased.contains(item.name))
        }
        self.positions = positions
    }

    /// Where a member stands in `members`.
    func position(of name: String) -> Int? { positions[name] }
}

/// `FieldKind` with its objects made ready.
indirect enum ValueSchema: Sendable {
    case text(maxLength: Int)
    case integer(ClosedRange<Int>)
    case number(ClosedRange<Double>)
    case flag
    case time
    case choice([String])
    case list(ValueSchema)
    case object(ObjectSchema)
    case map(ValueSchema)
    case anything

    init(_ kind: FieldKind) {
        switch kind {
        case .text(let maxLength): self = .text(maxLength: maxLength)
        case .integer(let range): self = .integer(range)
        case .number(let range): self = .number(range)
        case .flag: self = .flag
        case .time: self = .time
        case .choice(let words): self = .choice(words)
        case .list(let element): self = .list(ValueSchema(element))
        case .object(let type): self = .object(ObjectSchema(type))
        case .map(let value): self = .map(ValueSchema(value))
        case .anything: self = .anything
        }
    }

    /// What a value of this kind is called.
    var phrase: Phrase {
        switch self {
        case .text: .kindText
        case .integer(let range): .kindInteger(range)
        case .number(let range): .kindNumber(range)
        case .flag: .kindFlag
        case .time: .kindTime
        case .choice(let words): .kindChoice(words)
        case .list: .kindList
        case .object, .map: .kindObject
        case .anything: .kindAnything
        }
    }
}
