import KefuDomain

/// Checks parameters against what a method documents: names, kinds, ranges, lengths.
///
/// It walks over the text beside the schema and builds nothing, so that a wrong or huge value is
/// refused before anything is decoded, with the path of the member at fault.
struct ParameterCheck {
    private var scanner: JSONScanner
    /// Where the walk stands: `variants[3]`.
    private var path: [Step] = []

    private enum Step {
        case member(String)
        case element(Int)
    }

    /// - Throws: `.invalidParams` or `.limit`, with the field.
    static func check(
        _ bytes: [UInt8], in range: Range<Int>, against schema: ObjectSchema
    ) throws(KefuError) {
        var check = ParameterCheck(scanner: JSONScanner(bytes, in: range))
        try check.object(schema)
    }

    private init(scanner: JSONScanner) {
        self.scanner = scanner
    }

    private mutating func value(_ schema: ValueSchema) throws(KefuError) {
        switch schema {
        case .text(let maxLength): try text(schema, maxLength: maxLength)
        case .integer(let range): try integer(schema, range)
        case .number(let range): try number(schema, range)
        case .flag: _ = try skip(.flag, schema)
        case .time: try time(schema)
        case .choice(let words): try choice(schema, words)
        case .list(let element): try list(schema, element)
        case .object(let object):
            try expect(.object, schema)
            try self.object(object)
        case .map(let value): try map(schema, value)
        case .anything: _ = try read { scanner throws(JSONScanner.Malformed) in try scanner.skip() }
        }
    }

    // MARK: Objects and lists

    private mutating func object(_ schema: ObjectSchema) throws(KefuError) {
        var isSeen = [Bool](repeating: false, count: schema.members.count)
        var given = Given()
        try read { scanner throws(JSONScanner.Malformed) in try scanner.enterObject() }
        var isFirst = true
        while let name = try nextName(&isFirst) {
            path.append(.member(name))
            guard let position = schema.position(of: name) else {
                let names = Spelling.nearest(to: name, among: schema.members.map(\.name))
                throw .unknownParameter(field, nearest: names)
            }
            guard !isSeen[position] else { throw .repeatedParameter(field) }
            let member = schema.members[position]
            if try peek() == .null, member.isOptional || member.isAliased {
                _ = try skip(.null, .anything)
            } else {
                try self.member(member, &given)
            }
            isSeen[position] = true
            path.removeLast()
        }
        for (position, member) in schema.members.enumerated() where !member.isOptional {
            let isThere = member.isAliased ? given[position] != nil : isSeen[position]
            guard !isThere else { continue }
            path.append(.member(member.name))
            throw .missingParameter(field, kind: member.kind.phrase)
        }
    }

    /// What was given for members of several names: the value, and by which name.
    private typealias Given = [Int: (name: String, value: JSONText)]

    private mutating func member(
        _ member: ObjectSchema.Member, _ given: inout Given
    ) throws(KefuError) {
        let kind = try peek()
        let start = scanner.position
        try value(member.kind)
        guard member.isAliased else { return }
        let text = JSONText(kind: kind, bytes: Array(scanner.bytes[start..<scanner.position]))
        if let other = given[member.subject], other.value.plain != text.plain {
            throw .contradiction(field, other.name)
        }
        given[member.subject] = (member.name, text)
    }

    private mutating func map(_ schema: ValueSchema, _ element: ValueSchema) throws(KefuError) {
        try expect(.object, schema)
        try read { scanner throws(JSONScanner.Malformed) in try scanner.enterObject() }
        var isFirst = true
        while let name = try nextName(&isFirst) {
            path.append(.member(name))
            try value(element)
            path.removeLast()
        }
    }

    private mutating func list(_ schema: ValueSchema, _ element: ValueSchema) throws(KefuError) {
        try expect(.array, schema)
        try read { scanner throws(JSONScanner.Malformed) in try scanner.enterArray() }
        var isFirst = true
        var index = 0
        while try read({ scanner throws(JSONScanner.Malformed) in
            try scanner.nextElement(&isFirst)
        }) {
            path.append(.element(index))
            try value(element)
            path.removeLast()
            index += 1
        }
    }

    private mutating func nextName(_ isFirst: inout Bool) throws(KefuError) -> String? {
        let key = try read { scanner throws(JSONScanner.Malformed) in
            try scanner.nextKey(&isFirst)
        }
        return key?.text(in: scanner.bytes)
    }

    // MARK: Single values

    private mutating func text(_ schema: ValueSchema, maxLength: Int) throws(KefuError) {
        let text = try string(schema)
        guard text.length <= maxLength else { throw .textTooLong(field, limit: maxLength) }
    }

    private mutating func time(_ schema: ValueSchema) throws(KefuError) {
        let text = try string(schema)
        guard text.length <= 40, Timestamp(rfc3339: text.text(in: scanner.bytes)) != nil else {
            throw .wrongKind(field, schema.phrase)
        }
    }

    private mutating func choice(_ schema: ValueSchema, _ words: [String]) throws(KefuError) {
        let text = try string(schema)
        guard text.length <= 100, words.contains(text.text(in: scanner.bytes)) else {
            throw .wrongKind(field, schema.phrase)
        }
    }

    private mutating func integer(
        _ schema: ValueSchema, _ range: ClosedRange<Int>
    ) throws(KefuError) {
        let digits = try skip(.number, schema)
        // 1.0 and 1e2 are whole numbers too.
        guard let number = Int(digits) ?? Double(digits).flatMap(Int.init(exactly:)),
            range.contains(number)
        else { throw .wrongKind(field, schema.phrase) }
    }

    private mutating func number(
        _ schema: ValueSchema, _ range: ClosedRange<Double>
    ) throws(KefuError) {
        guard let number = Double(try skip(.number, schema)), range.contains(number) else {
            throw .wrongKind(field, schema.phrase)
        }
    }

    private mutating func string(_ schema: ValueSchema) throws(KefuError) -> JSONString {
        try expect(.string, schema)
        return try read { scanner throws(JSONScanner.Malformed) in try scanner.string() }
    }

    // MARK: The text

    private mutating func skip(
        _ kind: JSONScanner.Kind, _ schema: ValueSchema
    ) throws(KefuError) -> String {
        try expect(kind, schema)
        let range = try read { scanner throws(JSONScanner.Malformed) in try scanner.skip() }
        return String(decoding: scanner.bytes[range], as: UTF8.self)
    }

    private mutating func expect(
        _ kind: JSONScanner.Kind, _ schema: ValueSchema
    ) throws(KefuError) {
        guard try peek() == kind else { throw .wrongKind(field, schema.phrase) }
    }

    private mutating func peek() throws(KefuError) -> JSONScanner.Kind {
        try read { scanner throws(JSONScanner.Malformed) in try scanner.peek() }
    }

    /// The framing has read the same text before: it cannot fail here.
    private mutating func read<Value>(
        _ body: (inout JSONScanner) throws(JSONScanner.Malformed) -> Value
    ) throws(KefuError) -> Value {
        do {
            return try body(&scanner)
        } catch {
            throw WireFault.notJSON.error
        }
    }

    private var field: String {
        var text = ""
        for step in path {
            switch step {
            case .member(let name): text += (text.isEmpty ? "" : ".") + String(name.prefix(100))
            case .element(let index): text += "[\(index)]"
            }
        }
        return text
    }
}
