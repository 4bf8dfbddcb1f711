extension RequestItem {
    /// Consumes one value and judges it as a request.
    static func read(
        _ scanner: inout JSONScanner
    ) throws(JSONScanner.Malformed) -> RequestItem {
        guard try scanner.peek() == .object else {
            try scanner.skip()
            return .refused(id: .null, .notARequest)
        }
        var envelope = Envelope()
        try scanner.enterObject()
        var isFirst = true
        while let key = try scanner.nextKey(&isFirst) {
            let kind = try scanner.peek()
            let range = try scanner.skip()
            envelope.take(key.text(in: scanner.bytes), kind, range)
        }
        return envelope.judged(in: scanner.bytes)
    }
}

/// The members of a request object, as far as they were met.
private struct Envelope {
    private var version: Range<Int>?
    private var id: (kind: JSONScanner.Kind, range: Range<Int>)?
    private var method: (kind: JSONScanner.Kind, range: Range<Int>)?
    private var params: (kind: JSONScanner.Kind, range: Range<Int>)?
    private var isAnyRepeated = false

    /// Keeps a member that means something; others are passed over.
    mutating func take(_ name: String, _ kind: JSONScanner.Kind, _ range: Range<Int>) {
        let isRepeated: Bool
        switch name {
        case "jsonrpc":
            isRepeated = version != nil
            version = range
        case "id":
            isRepeated = id != nil
            id = (kind, range)
        case "method":
            isRepeated = method != nil
            method = (kind, range)
        case "params":
            isRepeated = params != nil
            params = (kind, range)
        default: return
        }
        // Two readers may differ on which of two members counts: neither does.
        if isRepeated { isAnyRepeated = true }
    }

    func judged(in bytes: [UInt8]) -> RequestItem {
        var requestID: RequestID?
        if let id {
            guard let read = RequestID(id.kind, at: id.range, in: bytes) else {
                return .refused(id: .null, .badID)
            }
            requestID = read
        }
        // Only a proper request without an id is a notification; anything else is told about.
        let answerTo = requestID ?? .null
        if isAnyRepeated { return .refused(id: answerTo, .repeatedMember) }
        guard let version, Self.text(version, bytes) == "2.0" else {
            return .refused(id: answerTo, .badVersion)
        }
        guard let method, method.kind == .string, let name = Self.text(method.range, bytes) else {
            return .refused(id: answerTo, .badMethod)
        }
        switch params?.kind {
        case .object, .null, nil: break
        case .array: return .refused(id: requestID, .paramsByPosition)
        default: return .refused(id: answerTo, .paramsNoObject)
        }
        let range = params?.kind == .object ? params?.range : nil
        return .request(Request(id: requestID, method: name, line: bytes, params: range))
    }

    private static func text(_ range: Range<Int>, _ bytes: [UInt8]) -> String? {
        var scanner = JSONScanner(bytes, in: range)
        return try? scanner.string().text(in: bytes)
    }
}
