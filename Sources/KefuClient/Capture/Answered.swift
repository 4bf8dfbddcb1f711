import KefuRPC

/// A method's result as it came, and what the bridge itself reads in it.
struct Answered {
    let json: String
    let value: JSONValue

    init(_ json: String) {
        self.json = json
        value = JSONValue(json: json) ?? .null
    }

    /// The answer that was made, where one was.
    var answerID: String? { text("answer_id") }

    /// What the customer would get; empty where there is nothing to say.
    var content: String { text("content") ?? "" }

    /// The answers whose place this one takes.
    var supersedes: [String] {
        guard case .list(let ids)? = value["supersedes"] else { return [] }
        return ids.compactMap { if case .text(let id) = $0 { id } else { nil } }
    }

    private func text(_ name: String) -> String? {
        if case .text(let text)? = value[name] { text } else { nil }
    }
}
