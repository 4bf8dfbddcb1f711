/// A request as it stands in its line; its parameters are checked when it runs.
struct Request: Sendable {
    /// `nil` for a notification, which gets no answer.
    let id: RequestID?
    let method: String
    let line: [UInt8]
    /// Where the parameters stand; `nil` when there are none.
    let params: Range<Int>?

    /// One member of the parameters as JSON text: what an ordering key is made of.
    func parameter(_ name: String) -> JSONText? {
        guard let params else { return nil }
        return JSONText.member(name, of: line, in: params)
    }

    /// The parameters as JSON text.
    var paramsText: [UInt8] {
        params.map { Array(line[$0]) } ?? Array("{}".utf8)
    }
}

/// One member of a line: a request, or what is answered in place of one.
enum RequestItem: Sendable {
    case request(Request)
    /// `id` is `nil` where a notification went wrong: nobody is told.
    case refused(id: RequestID?, WireFault)
}

/// What a line asks for.
enum Message: Sendable {
    case single(RequestItem)
    case batch([RequestItem])
    /// Answered, and then the connection is closed.
    case fatal(WireFault)

    /// Takes a line apart in one pass.
    init(_ line: [UInt8]) {
        do {
            self = try Self.read(line)
        } catch {
            switch error {
            case .depth: self = .fatal(.tooDeep)
            case .syntax: self = .single(.refused(id: .null, .notJSON))
            }
        }
    }

    private static func read(_ line: [UInt8]) throws(JSONScanner.Malformed) -> Message {
        var scanner = JSONScanner(line)
        guard try scanner.peek() == .array else {
            let item = try RequestItem.read(&scanner)
            try scanner.finish()
            return .single(item)
        }
        var items: [RequestItem] = []
        try scanner.enterArray()
        var isFirst = true
        var count = 0
        while try scanner.nextElement(&isFirst) {
            count += 1
            if count <= Limits.batch {
                items.append(try RequestItem.read(&scanner))
            } else {
                try scanner.skip()
            }
        }
        try scanner.finish()
        if count == 0 { return .single(.refused(id: .null, .emptyBatch)) }
        guard count <= Limits.batch else {
            return .single(.refused(id: .null, .batchTooLong))
        }
        return .batch(items)
    }
}
