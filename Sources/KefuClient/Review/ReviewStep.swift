/// What the operator decides about the candidate before them.
enum ReviewStep: Equatable {
    case approve
    /// Against every objection but personal data.
    case insist
    /// With another answer; `nil` asks for it.
    case edit(answer: String?)
    /// With a reason; `nil` gives none, an empty one asks for it.
    case reject(reason: String?)
    case skip
    case undo
    case quit
    case help
    case unknown(String)

    /// Reads a key, or a line that begins with one; what follows is the answer or the reason.
    ///
    /// Keys of a Chinese input method (`ａ`) and whole words (`approve`, 采纳) are understood as well.
    init(_ text: String) {
        let line = text.trimmed
        let word = line.prefix { !$0.isWhitespace }
        let rest = String(line.dropFirst(word.count)).trimmed
        let given: String? = rest.isEmpty ? nil : rest
        switch Self.key(of: String(word)) {
        case "a": self = .approve
        case "f": self = .insist
        case "e": self = .edit(answer: given)
        case "r": self = .reject(reason: given)
        case "R": self = .reject(reason: given ?? "")
        case "s": self = .skip
        case "u": self = .undo
        case "q", "\u{4}": self = .quit
        case "?": self = .help
        default: self = .unknown(String(word))
        }
    }

    /// A letter as ASCII has it.
    private static func key(of word: String) -> String {
        if let key = words[word.lowercased()] { return key }
        guard word.unicodeScalars.count == 1, let scalar = word.unicodeScalars.first else {
            return ""
        }
        let isFullWidth = (0xFF01...0xFF5E).contains(scalar.value)
        let plain = isFullWidth ? Unicode.Scalar(scalar.value - 0xFEE0) : scalar
        guard let plain else { return "" }
        return plain == "R" ? "R" : String(plain).lowercased()
    }

    private static let words = [
        "approve": "a", "采纳": "a", "edit": "e", "修改": "e", "reject": "r", "拒绝": "r", "skip": "s",
        "跳过": "s", "undo": "u", "撤销": "u", "quit": "q", "退出": "q", "force": "f", "help": "?",
        "帮助": "?",
    ]
}
