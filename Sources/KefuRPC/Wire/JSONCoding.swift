import FoundationEssentials

/// How values become JSON text and back, on both ends.
enum JSONCoding {
    private static let decoder = JSONDecoder()
    private static let encoder = {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }()

    /// Text on one line.
    static func encode(_ value: some Encodable) throws -> [UInt8] {
        try Array(encoder.encode(value))
    }

    static func decode<Value: Decodable>(_ type: Value.Type, from text: [UInt8]) throws -> Value {
        try decoder.decode(type, from: Data(text))
    }
}
