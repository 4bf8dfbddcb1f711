import KefuDomain

extension FAQRow {
    /// What one JSON value of a list of rows brings in.
    /// - Parameter unreadable: where the reader met a text that it could not decode, if it did.
    static func item(
        from value: JSONValue, _ unreadable: Int?, at place: String
    ) -> HarvestItem {
        do throws(RowFailure) {
            if unreadable != nil {
                throw RowFailure(.importUndecodableRow, hint: .importSaveAsUTF8)
            }
            return try FAQRow(value).item(at: place)
        } catch {
            return .refused(error.refusal(at: place))
        }
    }

    /// Gathers a row from a JSON object; members whose names say nothing here are ignored.
    init(_ value: JSONValue) throws(RowFailure) {
        guard case .object(let members) = value else {
            throw RowFailure(.importNotAnObject, hint: .importWriteObject)
        }
        var ranks: [Int?] = Array(repeating: nil, count: FAQField.allCases.count)
        for member in members {
            guard let meaning = FAQField.meaning(of: member.name) else { continue }
            let field = meaning.field
            // A null says nothing, unless it is the exact id of kefu's own lists.
            if member.value == .null, field != .externalID { continue }
            if let rank = ranks[field.rawValue], rank < meaning.rank { continue }
            ranks[field.rawValue] = meaning.rank
            self[field] = try Self.texts(of: member.value, in: field)
        }
    }

    private static func texts(
        of value: JSONValue, in field: FAQField
    ) throws(RowFailure) -> [String] {
        switch value {
        case .null: return []
        case .text(let text): return field.isList ? ListCell.read(text, of: field) : [text]
        case .number(let number): return [number]
        case .flag(let flag): return [flag ? "true" : "false"]
        case .list(let elements):
            let texts = try elements.map { (element) throws(RowFailure) in
                try text(of: element, in: field)
            }
            return field == .category ? [texts.joined(separator: "/")] : texts
        case .object: return [try text(of: value, in: field)]
        }
    }

    /// The text of a list's element: itself, or its one telling member (`{"text": …}`).
    private static func text(
        of value: JSONValue, in field: FAQField
    ) throws(RowFailure) -> String {
        switch value {
        case .text(let text): return text
        case .number(let number): return number
        case .object(let members):
            for name in ["text", "question", "content", "value", "name"] {
                if case .text(let text)? = members.last(where: { $0.name == name })?.value {
                    return text
                }
            }
        case .null, .flag, .list: break
        }
        throw RowFailure(.importNotText(field.name), hint: .importWriteText)
    }
}
