import KefuRPC

/// The lines of standard output: JSON objects that begin with what the line in is known by.
///
/// | members | meaning |
/// | --- | --- |
/// | those of the method's result | answered |
/// | `error` | refused for good; the JSON-RPC error object |
/// | `queued: true` | kept; the result, or the error, follows once the daemon has answered |
/// | `superseded: true` | (`--delay`) answered, but a newer answer takes this one's place |
///
/// A result or an error that a `queued` line went before has `was_queued: true`. A line in without
/// usable ids is told by its number, `line`.
enum Receipt {
    static func result(_ answer: Answered, of delivery: Delivery, wasQueued: Bool) -> String {
        let json = answer.json
        let named = labels(delivery).filter { answer.value[$0.name] == nil }
        let inner = json.drop { $0 != "{" }.dropFirst()
        let members = inner.drop(while: \.isWhitespace)
        let lead = lead(named + mark(wasQueued))
        return members.first == "}" || lead == "{" ? lead + members : "\(lead),\(members)"
    }

    static func failure(_ json: String, of delivery: Delivery, wasQueued: Bool) -> String {
        lead(labels(delivery) + mark(wasQueued)) + ",\"error\":\(json)}"
    }

    static func refusal(
        _ json: String, line: Int, labels: [(name: String, value: String)]
    ) -> String {
        let known = labels.map { ($0.name, JSONText.compact($0.value)) }
        return lead([("line", "\(line)")] + known) + ",\"error\":\(json)}"
    }

    static func queued(_ delivery: Delivery) -> String {
        lead(labels(delivery)) + ",\"queued\":true}"
    }

    static func superseded(_ delivery: Delivery, answer: String, wasQueued: Bool) -> String {
        let named = labels(delivery) + [("answer_id", JSONText.compact(answer))]
        return lead(named + mark(wasQueued)) + ",\"superseded\":true}"
    }

    static func online(_ isOnline: Bool) -> String { "{\"wx_online\":\(isOnline)}" }

    private static func labels(_ delivery: Delivery) -> [(name: String, json: String)] {
        let labels = delivery.labels
        let named = [
            ("channel", labels.channel), ("message_id", labels.messageID),
            ("answer_id", labels.answerID),
        ]
        return named.compactMap { name, value in value.map { (name, JSONText.compact($0)) } }
    }

    private static func mark(_ wasQueued: Bool) -> [(name: String, json: String)] {
        wasQueued ? [("was_queued", "true")] : []
    }

    private static func lead(_ members: [(name: String, json: String)]) -> String {
        "{" + members.map { "\"\($0.name)\":\($0.json)" }.joined(separator: ",")
    }
}
