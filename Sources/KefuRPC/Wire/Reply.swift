import KefuDomain

/// The text of what the daemon sends; one line each, the line break left to the sender.
enum Reply {
    static func result(_ json: [UInt8], to id: RequestID) -> [UInt8] {
        message(id, "result", json)
    }

    static func failure(_ error: KefuError, to id: RequestID, in language: Language) -> [UInt8] {
        message(id, "error", json(error, language))
    }

    static func fault(_ fault: WireFault, to id: RequestID, in language: Language) -> [UInt8] {
        message(id, "error", faults[language]?[fault] ?? json(fault.error, language))
    }

    private static let faults: [Language: [WireFault: [UInt8]]] = {
        var faults: [Language: [WireFault: [UInt8]]] = [:]
        for language in Language.allCases {
            for fault in WireFault.allCases {
                faults[language, default: [:]][fault] = json(fault.error, language)
            }
        }
        return faults
    }()

    private static func json(_ error: KefuError, _ language: Language) -> [UInt8] {
        let object = ErrorObject(error, language: language)
        // Texts and numbers always encode; the fallback keeps the promise of an answer.
        return (try? JSONCoding.encode(object)) ?? Array(#"{"code":-32603,"message":""}"#.utf8)
    }

    static func notification(_ method: String, _ params: [UInt8]) -> [UInt8] {
        Array("{\"jsonrpc\":\"2.0\",\"method\":\"\(method)\",\"params\":".utf8) + params
            + [UInt8(ascii: "}")]
    }

    private static func message(
        _ id: RequestID, _ member: StaticString, _ json: [UInt8]
    ) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(json.count + id.raw.count + 40)
        text.append(contentsOf: Array("{\"jsonrpc\":\"2.0\",\"id\":".utf8))
        text.append(contentsOf: id.raw)
        text.append(contentsOf: [UInt8(ascii: ","), UInt8(ascii: "\"")])
        member.withUTF8Buffer { text.append(contentsOf: $0) }
        text.append(contentsOf: [UInt8(ascii: "\""), UInt8(ascii: ":")])
        text.append(contentsOf: json)
        text.append(UInt8(ascii: "}"))
        return text
    }
}
