/// What a JSON value may be. The wire check, the OpenRPC document and the help text all read it.
public indirect enum FieldKind: Sendable {
    /// Text of at most so many characters (Unicode scalars).
    case text(maxLength: Int)
    case integer(ClosedRange<Int>)
    case number(ClosedRange<Double>)
    case flag
    /// An RFC 3339 time with offset.
    case time
    /// One of a fixed list of words.
    case choice([String])
    case list(FieldKind)
    case object(any Documented.Type)
    /// An object with free keys, all of whose values are of one kind.
    case map(FieldKind)
    /// Any JSON value.
    case anything

    /// Text within the contract's general limit.
    public static let text = FieldKind.text(maxLength: 100_000)
    /// Any whole number.
    public static let integer = FieldKind.integer(Int.min...Int.max)
    /// Any finite number.
    public static let number =
        FieldKind.number(-Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude)
    /// A probability.
    public static let probability = FieldKind.number(0...1)
    /// The size of a page of results.
    public static let pageSize = FieldKind.integer(1...100)

    /// One of the raw values of an enumeration.
    public static func choice<T: CaseIterable & RawRepresentable>(of type: T.Type) -> FieldKind
    where T.RawValue == String {
        .choice(T.allCases.map(\.rawValue))
    }
}

/// One documented member of an object.
public struct Field: Sendable {
    public let kind: FieldKind
    /// What it means. English alone where only programmers read it.
    public let phrase: Phrase
    /// Whether the member may be absent or null.
    public let isOptional: Bool
    /// The member that this one is another name of.
    public let aliased: String?
    /// Whether nobody is to be shown its value.
    public let isSecret: Bool

    /// A member that is always there.
    public init(_ kind: FieldKind, _ doc: String) {
        self.init(kind, Phrase(verbatim: doc), isOptional: false)
    }

    /// A member that is always there and that operators read of.
    public init(_ kind: FieldKind, _ phrase: Phrase) {
        self.init(kind, phrase, isOptional: false)
    }

    private init(
        _ kind: FieldKind, _ phrase: Phrase, isOptional: Bool, aliased: String? = nil,
        isSecret: Bool = false
    ) {
        self.kind = kind
        self.phrase = phrase
        self.isOptional = isOptional
        self.aliased = aliased
        self.isSecret = isSecret
    }

    /// What it means, for programmers.
    public var doc: String { phrase.english }

    /// A member that may be absent or null; `doc` says what holds then.
    public static func optional(_ kind: FieldKind, _ doc: String) -> Field {
        Field(kind, Phrase(verbatim: doc), isOptional: true)
    }

    /// A member that may be absent or null and that operators read of.
    public static func optional(_ kind: FieldKind, _ phrase: Phrase) -> Field {
        Field(kind, phrase, isOptional: true)
    }

    /// A text that may be absent, such as a password or a key: it is read, and never shown again.
    public static func secret(_ phrase: Phrase) -> Field {
        Field(.text, phrase, isOptional: true, isSecret: true)
    }

    /// Another name of a member: either may be given, or both with the same value.
    public static func alias(of key: some FieldKey) -> Field {
        let name = key.stringValue
        return Field(
            key.doc.kind, Phrase(verbatim: "Another name of `\(name)`."), isOptional: true,
            aliased: name)
    }
}
