import KefuDomain

/// JSON Schema (draft 7, as OpenRPC asks for) of documented objects.
struct JSONSchema {
    /// The objects met so far, by name; the document's components.
    private(set) var components: [String: JSONValue] = [:]

    /// A reference to an object, which becomes a component.
    mutating func reference(to type: any Documented.Type) -> JSONValue {
        let name = Self.name(of: type)
        if components[name] == nil {
            components[name] = .null
            components[name] = object(type)
        }
        return ["$ref": .text("#/components/schemas/\(name)")]
    }

    /// The schema of one member.
    mutating func member(_ field: Field) -> JSONValue {
        let value = value(field.kind)
        guard field.isOptional else { return value }
        if case .anything = field.kind { return value }
        if case .object(let members) = value, value["enum"] == nil,
            case .text(let type)? = value["type"]
        {
            return .object(
                [.init("type", [.text(type), "null"])] + members.filter { $0.name != "type" })
        }
        return ["anyOf": [value, ["type": "null"]]]
    }

    private mutating func object(_ type: any Documented.Type) -> JSONValue {
        var properties: [JSONValue.Member] = []
        var required: [JSONValue] = []
        var choices: [JSONValue] = []
        for (name, field) in type.fields {
            var schema = member(field)
            if case .object(let members) = schema {
                schema = .object([.init("description", .text(field.doc))] + members)
            }
            properties.append(.init(name, schema))
            let aliases = type.aliases(of: name)
            if !aliases.isEmpty, !field.isOptional {
                let names = [name] + aliases
                choices.append(["anyOf": .list(names.map { ["required": [.text($0)]] })])
            } else if !field.isOptional {
                required.append(.text(name))
            }
        }
        return .object(
            [
                .init("type", "object"), .init("properties", .object(properties)),
                .init("required", .list(required)),
            ] + (choices.isEmpty ? [] : [.init("allOf", .list(choices))]))
    }

    private mutating func value(_ kind: FieldKind) -> JSONValue {
        switch kind {
        case .text(let maxLength): return ["type": "string", "maxLength": .integer(maxLength)]
        case .integer(let range): return Self.integer(range)
        case .number(let range): return Self.number(range)
        case .flag: return ["type": "boolean"]
        case .time: return ["type": "string", "format": "date-time"]
        case .choice(let words):
            return ["type": "string", "enum": .list(words.map(JSONValue.text))]
        case .list(let element): return ["type": "array", "items": value(element)]
        case .object(let type): return reference(to: type)
        case .map(let element): return ["type": "object", "additionalProperties": value(element)]
        case .anything: return [:]
        }
    }

    private static func integer(_ range: ClosedRange<Int>) -> JSONValue {
        var members: [JSONValue.Member] = [.init("type", "integer")]
        if range.lowerBound > Int.min {
            members.append(.init("minimum", .integer(range.lowerBound)))
        }
        if range.upperBound < Int.max {
            members.append(.init("maximum", .integer(range.upperBound)))
        }
        return .object(members)
    }

    private static func number(_ range: ClosedRange<Double>) -> JSONValue {
        guard range.upperBound < Double.greatestFiniteMagnitude else { return ["type": "number"] }
        return [
            "type": "number", "minimum": .number(range.lowerBound),
            "maximum": .number(range.upperBound),
        ]
    }

    /// The type's name without its module: `Entry`, `Ask.Result`.
    static func name(of type: any Documented.Type) -> String {
        let full = String(reflecting: type)
        guard let dot = full.firstIndex(of: ".") else { return full }
        return String(full[full.index(after: dot)...])
    }
}
