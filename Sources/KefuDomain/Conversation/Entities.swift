/// What a conversation named: carried along as long as its topic holds (SPEC 4). Each list holds a
/// thing once, the latest first, as the customer wrote it.
public struct Entities: Documented, Hashable {
    public private(set) var power: [String] = []
    public private(set) var voltage: [String] = []
    public private(set) var model: [String] = []
    public private(set) var orderNumber: [String] = []
    public private(set) var amount: [String] = []
    public private(set) var code: [String] = []

    /// So many of a kind are carried along.
    public static let mostOfAKind = 5

    public init() {}

    /// Those of one text.
    public init(in text: String) {
        let folded = FoldedText(text)
        for fact in Fact.all(in: folded) {
            guard let list = Self.list(for: fact.kind) else { continue }
            add(folded.text(fact.range), to: list)
        }
    }

    public var isEmpty: Bool { Self.lists.allSatisfy { self[keyPath: $0].isEmpty } }

    /// These with older ones behind them.
    public func carrying(_ older: Entities) -> Entities {
        var all = self
        for list in Self.lists {
            for value in older[keyPath: list] { all.add(value, to: list) }
        }
        return all
    }

    private mutating func add(_ value: String, to list: WritableKeyPath<Entities, [String]>) {
        let known = self[keyPath: list]
        guard known.count < Self.mostOfAKind, !known.contains(where: { Self.isSame($0, value) })
        else { return }
        self[keyPath: list].append(value)
    }

    private static func isSame(_ one: String, _ other: String) -> Bool {
        func key(_ text: String) -> [Unicode.Scalar] {
            FoldedText(text).folded.filter { $0 != " " && $0 != "-" }
        }
        return key(one) == key(other)
    }

    private static var lists: [WritableKeyPath<Entities, [String]>] {
        [\.power, \.voltage, \.model, \.orderNumber, \.amount, \.code]
    }

    private static func list(for kind: Fact.Kind) -> WritableKeyPath<Entities, [String]>? {
        switch kind {
        case .power: \.power
        case .voltage: \.voltage
        case .model: \.model
        case .order: \.orderNumber
        case .amount: \.amount
        case .code: \.code
        default: nil
        }
    }

    public enum CodingKeys: String, FieldKey {
        case power, voltage, model
        case orderNumber = "order_number"
        case amount, code

        public var doc: Field {
            switch self {
            case .power: Field(.list(.text), "Powers, such as 7kW.")
            case .voltage: Field(.list(.text), "Voltages.")
            case .model: Field(.list(.text), "Model numbers.")
            case .orderNumber: Field(.list(.text), "Order numbers.")
            case .amount: Field(.list(.text), "Amounts of money.")
            case .code: Field(.list(.text), "Fault codes, such as E103.")
            }
        }
    }
}
