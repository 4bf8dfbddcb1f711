import KefuDomain

extension Mention {
    /// A text without the `@` and the name by which it speaks to the bot.
    static func taken(outOf text: String, names: [String]) -> String {
        let names = names.sorted { $0.count > $1.count }
        for sign in text.indices where text[sign] == "@" || text[sign] == "＠" {
            let start = text.index(after: sign)
            let rest = text[start...].drop { $0 == " " }
            for name in names where addresses("@" + rest, names: [name]) {
                guard rest.lowercased().hasPrefix(name.lowercased()) else { continue }
                let words = text[..<sign] + " " + rest.dropFirst(name.count)
                return String(words)
            }
        }
        return text
    }
}
