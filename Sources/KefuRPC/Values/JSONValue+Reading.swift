extension JSONValue {
    /// Reads JSON text and keeps the order in which the members of objects stand there.
    /// - Returns: `nil` for text that is not one JSON value.
    public init?(json text: String) {
        var scanner = JSONScanner(Array(text.utf8))
        do {
            self = try Self.read(&scanner)
            try scanner.finish()
        } catch {
            return nil
        }
    }

    private static func read(
        _ scanner: inout JSONScanner
    ) throws(JSONScanner.Malformed) -> JSONValue {
        switch try scanner.peek() {
        case .object: .object(try members(&scanner))
        case .array: .list(try elements(&scanner))
        case .string: .text(try scanner.string().text(in: scanner.bytes))
        case .flag: .bool(try scanner.flag())
        case .number: try number(&scanner)
        case .null:
            try null(&scanner)
        }
    }

    private static func members(
        _ scanner: inout JSONScanner
    ) throws(JSONScanner.Malformed) -> [Member] {
        var members: [Member] = []
        try scanner.enterObject()
        var isFirst = true
        while let key = try scanner.nextKey(&isFirst) {
            members.append(Member(key.text(in: scanner.bytes), try read(&scanner)))
        }
        return members
    }

    private static func elements(
        _ scanner: inout JSONScanner
    ) throws(JSONScanner.Malformed) -> [JSONValue] {
        var values: [JSONValue] = []
        try scanner.enterArray()
        var isFirst = true
        while try scanner.nextElement(&isFirst) { values.append(try read(&scanner)) }
        return values
    }

    private static func number(
        _ scanner: inout JSONScanner
    ) throws(JSONScanner.Malformed) -> JSONValue {
        let digits = String(decoding: scanner.bytes[try scanner.number()], as: UTF8.self)
        if let integer = Int(digits) { return .integer(integer) }
        guard let number = Double(digits), number.isFinite else { throw .syntax }
        return .number(number)
    }

    private static func null(
        _ scanner: inout JSONScanner
    ) throws(JSONScanner.Malformed) -> JSONValue {
        try scanner.skip()
        return .null
    }
}
