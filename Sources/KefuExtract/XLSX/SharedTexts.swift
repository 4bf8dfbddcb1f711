/// The texts that cells refer to by number.
final class SharedTexts: XMLListener {
    private(set) var texts: [String] = []
    private var item = RichText()

    func open(_ name: String, _ attributes: XMLAttributes) throws {
        if name == "si" { item = RichText() } else { item.open(name) }
    }

    func close(_ name: String) throws {
        if name == "si" { texts.append(item.text) } else { item.close(name) }
    }

    func text(_ text: String) throws { item.take(text) }
}

/// A text in runs of different looks; readings of its characters (phonetic runs) are no part of it.
struct RichText {
    private var whole = ""
    private var isText = false
    private var phonetic = 0

    mutating func open(_ name: String) {
        if name == "rPh" { phonetic += 1 }
        if name == "t" { isText = phonetic == 0 }
    }

    mutating func close(_ name: String) {
        if name == "rPh" { phonetic -= 1 }
        if name == "t" { isText = false }
    }

    mutating func take(_ text: String) {
        if isText { whole += text }
    }

    var text: String { whole.contains("_x") ? Self.unescaped(whole) : whole }

    /// `_x000D_` stands for the character of that number, where XML cannot hold it.
    private static func unescaped(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let start = rest.firstIndex(of: "_") {
            result += rest[..<start]
            rest = rest[start...]
            let digits = rest.dropFirst(2).prefix(4)
            if rest.hasPrefix("_x"), digits.count == 4, rest.dropFirst(6).first == "_",
                let number = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(number)
            {
                if number == 0x0A || number == 0x09 || number >= 0x20 {
                    result.unicodeScalars.append(scalar)
                }
                rest = rest.dropFirst(7)
            } else {
                result.append("_")
                rest = rest.dropFirst()
            }
        }
        return result + rest
    }
}
