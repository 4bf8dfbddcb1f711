/// The two languages in which kefu speaks to people.
public enum Language: String, Codable, CaseIterable, Sendable {
    case english = "en"
    case chinese = "zh"

    /// The language of a POSIX locale name such as `zh_CN.UTF-8`; English where it is not Chinese.
    public init(locale: String) {
        self = locale.lowercased().hasPrefix("zh") ? .chinese : .english
    }

    /// The operator's language, by the precedence that POSIX gives the locale variables.
    public init(environment: [String: String]) {
        let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
        let locale = names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        self.init(locale: locale ?? "")
    }
}

/// One sentence of the program in every language it speaks.
///
/// The catalogue is the set of `extension Phrase` files in this folder; no other file holds a
/// sentence that a person reads.
public struct Phrase: Sendable, Hashable {
    public let english: String
    public let chinese: String

    /// A phrase from its two wordings, which say the same.
    public init(_ english: String, _ chinese: String) {
        self.english = english
        self.chinese = chinese
    }

    /// The same text in every language: a name, a number, a piece of the user's own input.
    public init(verbatim text: String) {
        self.init(text, text)
    }

    /// The wording in one language.
    public func text(_ language: Language) -> String {
        switch language {
        case .english: english
        case .chinese: chinese
        }
    }

    /// The same wordings behind a place, such as `refund.csv:12`.
    public func at(_ place: String) -> Phrase {
        Phrase("\(place): \(english)", "\(place)：\(chinese)")
    }
}
