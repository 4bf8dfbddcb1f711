import FoundationEssentials

/// How values become JSON text and back, on both ends.
enum JSONCoding {
    private static let decoder = JSONDecoder()

    /// Text on one line, the members in the order of declaration.
    static func encode(_ value: some Encodable) throws -> [UInt8] {
        try LineEncoder.encode(value)
    }

    static func decode<Value: Decodable>(_ type: Value.Type, from text: [UInt8]) throws -> Value {
        try decoder.decode(type, from: Data(text))
    }
}
