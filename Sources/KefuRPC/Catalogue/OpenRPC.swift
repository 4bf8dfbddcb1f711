import KefuDomain

/// The OpenRPC document of the catalogue: what `rpc.discover` answers.
/// Source: OpenRPC specification 1.3.2.
public enum OpenRPC {
    static let version = "1.3.2"

    /// The document, as one value.
    public static let document = makeDocument()

    /// The document as JSON text, made once.
    static let documentText = Swift.Result { try JSONCoding.encode(document) }

    private static func makeDocument() -> Discover.Result {
        var schema = JSONSchema()
        let methods = Catalogue.methods.map { method($0, &schema) }
        let notifications = Catalogue.notifications.map { notification($0, &schema) }
        let schemas = schema.components.sorted { $0.key < $1.key }.map {
            JSONValue.Member($0.key, $0.value)
        }
        return Discover.Result(
            openrpc: version,
            info: ["title": "kefu", "version": .text("\(Catalogue.protocolVersion).0.0")],
            methods: methods,
            components: [
                "schemas": .object(schemas), "errors": .object(errors),
                "x-notifications": .list(notifications),
            ])
    }

    private static func method(
        _ method: any Method.Type, _ schema: inout JSONSchema
    ) -> JSONValue {
        [
            "name": .text(method.name), "summary": .text(method.summary),
            "paramStructure": "by-name", "x-effect": .text(method.effect.rawValue),
            "params": .list(params(of: method.paramsType, &schema)),
            "result": ["name": "result", "schema": schema.reference(to: method.resultType)],
        ]
    }

    private static func notification(
        _ notification: any Notification.Type, _ schema: inout JSONSchema
    ) -> JSONValue {
        [
            "name": .text(notification.name), "summary": .text(notification.summary),
            "params": .list(params(of: notification.paramsType, &schema)),
        ]
    }

    private static func params(
        of type: any Documented.Type, _ schema: inout JSONSchema
    ) -> [JSONValue] {
        var params: [JSONValue] = []
        for (name, field) in type.fields {
            params.append([
                "name": .text(name), "description": .text(field.doc),
                "required": .bool(!field.isOptional && type.aliases(of: name).isEmpty),
                "schema": schema.member(field),
            ])
        }
        return params
    }

    /// The failures that the contract names, by their type.
    private static var errors: [JSONValue.Member] {
        ErrorCode.allCases.compactMap { code in
            code.rpcCode.map { number in
                .init(code.rawValue, ["code": .integer(number), "message": .text(code.meaning)])
            }
        }
    }
}

extension Method {
    /// `Params`, for use through `any Method.Type`.
    static var paramsType: any Documented.Type { Params.self }
    /// `Result`, for use through `any Method.Type`.
    static var resultType: any Documented.Type { Result.self }
}

extension Notification {
    /// `Params`, for use through `any Notification.Type`.
    static var paramsType: any Documented.Type { Params.self }
}
