public import KefuDomain

/// A method together with the function that serves it.
public struct Route<Host: Sendable>: Sendable {
    /// The method.
    public let method: any Method.Type
    /// The parameters that make up the ordering key, each with its other names.
    let orderKeys: [[String]]
    let serve: @Sendable (Request, Host, Call) throws -> [UInt8]

    /// - Parameters:
    ///   - orderedBy: parameters (a session, a channel and a peer) whose equal values make requests
    ///     run one after another, as they came, on all connections together. A request in which one
    ///     of them is absent keeps no such order.
    ///   - handler: runs on a worker thread, beside others; it may block, unless the method's effect
    ///     is `control`.
    public init<M: Method>(
        _ method: M.Type, orderedBy keys: [M.Params.CodingKeys] = [],
        _ handler: @escaping @Sendable (M.Params, Host, Call) throws -> M.Result
    ) {
        self.method = method
        orderKeys = keys.map { [$0.stringValue] + M.Params.aliases(of: $0.stringValue) }
        let schema = ObjectSchema(M.Params.self)
        serve = { request, host, call in
            let params = try Self.params(M.Params.self, of: request, schema)
            return try JSONCoding.encode(handler(params, host, call))
        }
    }

    /// A route that reads and writes JSON text by itself; its parameters are only checked.
    init<M: Method>(
        raw method: M.Type, _ handler: @escaping @Sendable (Request, Call) throws -> [UInt8]
    ) {
        self.method = method
        orderKeys = []
        let schema = ObjectSchema(M.Params.self)
        serve = { request, _, call in
            try Self.check(request, schema)
            return try handler(request, call)
        }
    }

    private static func params<Params: Documented>(
        _ type: Params.Type, of request: Request, _ schema: ObjectSchema
    ) throws -> Params {
        try check(request, schema)
        do {
            return try JSONCoding.decode(type, from: request.paramsText)
        } catch let error as DecodingError {
            throw KefuError.undecodable(error)
        }
    }

    private static func check(_ request: Request, _ schema: ObjectSchema) throws(KefuError) {
        if let range = request.params {
            try ParameterCheck.check(request.line, in: range, against: schema)
        } else {
            try ParameterCheck.check(Array("{}".utf8), in: 0..<2, against: schema)
        }
    }
}
