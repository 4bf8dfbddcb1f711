import KefuDomain

/// A customer's text with what its form must hold.
struct LabelledMessage {
    struct Label {
        let field: String
        /// Any of these; the exact words, or words that the value is around.
        let accepted: [String]
        let isExact: Bool
    }

    let type: TriggerType
    var text = ""
    var labels: [Label] = []

    /// Reads blocks of `> type`, lines of text, and `field = words` or `field ~ words`.
    static func all(_ source: String) -> [LabelledMessage] {
        var messages: [LabelledMessage] = []
        for line in source.split(separator: "\n", omittingEmptySubsequences: true) {
            if line.hasPrefix("> ") {
                guard let type = TriggerType(rawValue: String(line.dropFirst(2))) else { continue }
                messages.append(LabelledMessage(type: type))
            } else if !messages.isEmpty {
                messages[messages.count - 1].read(line)
            }
        }
        return messages
    }

    private mutating func read(_ line: Substring) {
        for name in TriggerText.fieldNames(of: type) where line.hasPrefix(name + " ") {
            let rest = line.dropFirst(name.count + 1)
            guard rest.hasPrefix("= ") || rest.hasPrefix("~ ") else { continue }
            let accepted = rest.dropFirst(2).split(separator: "|").map(String.init)
            labels.append(Label(field: name, accepted: accepted, isExact: rest.hasPrefix("=")))
            return
        }
        text += text.isEmpty ? String(line) : "\n" + line
    }
}

extension LabelledMessage.Label {
    /// Whether a value says what the label says; a phrase may hold a little more around it.
    func fits(_ value: FormValue) -> Bool {
        let words = value == .flag(true) ? "true" : value == .flag(false) ? "false" : value.words
        guard let words else { return false }
        return accepted.contains { label in
            isExact
                ? words == label
                : words.contains(label) && words.utf8.count <= label.utf8.count + 48
        }
    }
}

/// How often a field was found, found rightly, and should have been.
struct FieldTally {
    var right = 0
    var found = 0
    var wanted = 0

    var precision: Double { found == 0 ? 1 : Double(right) / Double(found) }
    var recall: Double { wanted == 0 ? 1 : Double(right) / Double(wanted) }

    mutating func add(_ other: FieldTally) {
        right += other.right
        found += other.found
        wanted += other.wanted
    }
}
