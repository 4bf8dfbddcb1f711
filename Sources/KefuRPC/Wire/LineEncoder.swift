/// Encodes values as JSON on one line, their members in the order in which they are encoded.
///
/// Containers write straight into the line. One is closed as soon as something is written outside
/// of it, which fits how values encode themselves: one member after another. (`JSONEncoder` builds
/// a tree, and loses the order of the members.)
struct LineEncoder: Encoder {
    let codingPath: [any CodingKey] = []
    let userInfo: [CodingUserInfoKey: Any] = [:]
    private let line: Line
    /// How many containers are open around the value that is encoded.
    private let depth: Int

    static func encode(_ value: some Encodable) throws -> [UInt8] {
        let line = Line()
        try line.value(value, at: 0)
        line.close(to: 0)
        return line.bytes
    }

    private init(_ line: Line, depth: Int) {
        self.line = line
        self.depth = depth
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        line.open(object: true, at: depth)
        return KeyedEncodingContainer(Keyed<Key>(line: line, depth: depth + 1))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        line.open(object: false, at: depth)
        return Unkeyed(line: line, depth: depth + 1)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        Single(line: line, depth: depth)
    }

    /// The text so far and the containers open in it; it never leaves the call of `encode`.
    private final class Line {
        var bytes: [UInt8] = []
        private var open: [(isObject: Bool, isEmpty: Bool)] = []

        func open(object: Bool, at depth: Int) {
            close(to: depth)
            bytes.append(UInt8(ascii: object ? "{" : "["))
            open.append((object, true))
        }

        func close(to depth: Int) {
            while open.count > depth, let (isObject, _) = open.popLast() {
                bytes.append(UInt8(ascii: isObject ? "}" : "]"))
            }
        }

        /// Begins a member of the container at a depth.
        func begin(_ key: String?, at depth: Int) {
            close(to: depth)
            if !open[depth - 1].isEmpty { bytes.append(UInt8(ascii: ",")) }
            open[depth - 1].isEmpty = false
            if let key {
                bytes.appendJSON(key)
                bytes.append(UInt8(ascii: ":"))
            }
        }

        func value(_ value: some Encodable, at depth: Int) throws {
            switch value {
            case let text as String: bytes.appendJSON(text)
            case let flag as Bool: literal(flag ? "true" : "false")
            case let integer as Int: literal(integer.description)
            case let number as Double: try self.number(number)
            case let number as Float: try self.number(Double(number))
            case let integer as any FixedWidthInteger: literal("\(integer)")
            default:
                let start = bytes.count
                try value.encode(to: LineEncoder(self, depth: depth))
                // A value that encodes nothing at all is an empty object.
                if bytes.count == start { literal("{}") }
            }
        }

        func literal(_ text: String) {
            bytes.append(contentsOf: text.utf8)
        }

        private func number(_ number: Double) throws {
            guard bytes.appendJSON(number) else {
                throw EncodingError.invalidValue(
                    number, .init(codingPath: [], debugDescription: "not a JSON number"))
            }
        }
    }

    private struct Keyed<Key: CodingKey>: KeyedEncodingContainerProtocol {
        let codingPath: [any CodingKey] = []
        let line: Line
        let depth: Int

        func encodeNil(forKey key: Key) {
            line.begin(key.stringValue, at: depth)
            line.literal("null")
        }

        func encode(_ value: some Encodable, forKey key: Key) throws {
            line.begin(key.stringValue, at: depth)
            try line.value(value, at: depth)
        }

        func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type, forKey key: Key
        ) -> KeyedEncodingContainer<Nested> {
            line.begin(key.stringValue, at: depth)
            return LineEncoder(line, depth: depth).container(keyedBy: type)
        }

        func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
            line.begin(key.stringValue, at: depth)
            return LineEncoder(line, depth: depth).unkeyedContainer()
        }

        func superEncoder(forKey key: Key) -> any Encoder {
            line.begin(key.stringValue, at: depth)
            return LineEncoder(line, depth: depth)
        }

        func superEncoder() -> any Encoder {
            line.begin("super", at: depth)
            return LineEncoder(line, depth: depth)
        }
    }

    private struct Unkeyed: UnkeyedEncodingContainer {
        let codingPath: [any CodingKey] = []
        private(set) var count = 0
        let line: Line
        let depth: Int

        init(line: Line, depth: Int) {
            self.line = line
            self.depth = depth
        }

        mutating func encodeNil() {
            begin()
            line.literal("null")
        }

        mutating func encode(_ value: some Encodable) throws {
            begin()
            try line.value(value, at: depth)
        }

        mutating func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type
        ) -> KeyedEncodingContainer<Nested> {
            begin()
            return LineEncoder(line, depth: depth).container(keyedBy: type)
        }

        mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
            begin()
            return LineEncoder(line, depth: depth).unkeyedContainer()
        }

        mutating func superEncoder() -> any Encoder {
            begin()
            return LineEncoder(line, depth: depth)
        }

        private mutating func begin() {
            line.begin(nil, at: depth)
            count += 1
        }
    }

    private struct Single: SingleValueEncodingContainer {
        let codingPath: [any CodingKey] = []
        let line: Line
        let depth: Int

        func encodeNil() {
            line.literal("null")
        }

        func encode(_ value: some Encodable) throws {
            try line.value(value, at: depth)
        }
    }
}
