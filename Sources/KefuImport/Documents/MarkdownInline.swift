/// Takes the marks out of Markdown text: emphasis, code, links, images, tags, entities, escapes.
enum MarkdownInline {
    static func plain(_ text: String) -> String {
        if !text.contains(where: isMark) { return text }
        var reader = InlineReader(text)
        return reader.read()
    }

    private static func isMark(_ character: Character) -> Bool {
        switch character {
        case "\\", "`", "*", "_", "~", "[", "!", "<", "&": true
        default: false
        }
    }
}

/// One pass over a text; no construct is looked for further than `reach`, which keeps it linear.
private struct InlineReader {
    private static let reach = 2000

    private let text: [Character]
    private var place = 0
    private var output: [String] = []
    /// Emphasis marks that may still be closed: where they stand in `output`.
    private var open: [String: Int] = [:]

    init(_ text: String) {
        self.text = Array(text)
    }

    mutating func read() -> String {
        while place < text.count {
            switch text[place] {
            case "\\": escape()
            case "`": code()
            case "*", "_", "~": emphasis()
            case "!" where peek(1) == "[": link(from: place + 1, keepingAddress: false)
            case "[": link(from: place, keepingAddress: true)
            case "<": tag()
            case "&": entity()
            default: literal(1)
            }
        }
        return output.joined()
    }

    private func peek(_ distance: Int) -> Character? {
        let target = place + distance
        return text.indices.contains(target) ? text[target] : nil
    }

    private mutating func literal(_ count: Int) {
        output.append(String(text[place..<place + count]))
        place += count
    }

    private mutating func escape() {
        if let next = peek(1), next.isASCII, next.isPunctuation || next.isSymbol {
            place += 1
        }
        literal(1)
    }

    private mutating func code() {
        let length = run(of: "`", at: place)
        var end = place + length
        let last = min(text.count, place + Self.reach)
        while end < last {
            if text[end] != "`" {
                end += 1
                continue
            }
            let closing = run(of: "`", at: end)
            if closing == length {
                output.append(trimmed(String(text[(place + length)..<end])))
                place = end + length
                return
            }
            end += closing
        }
        literal(length)
    }

    private func run(of mark: Character, at start: Int) -> Int {
        var end = start
        while end < text.count, text[end] == mark { end += 1 }
        return end - start
    }

    /// Drops two equal marks around a text; a mark without partner stays.
    private mutating func emphasis() {
        let mark = text[place]
        let length = run(of: mark, at: place)
        let before = peek(-1)
        let after = peek(length)
        let key = String(repeating: mark, count: length)
        let isBetweenDigits = before?.isNumber ?? false && after?.isNumber ?? false
        let isInWord = mark == "_" && isLatin(before) && isLatin(after)
        let isPlain = length > 3 || isBetweenDigits || isInWord || (mark == "~" && length != 2)
        if !isPlain, let opening = open[key], !(before?.isWhitespace ?? true) {
            output[opening] = ""
            open[key] = nil
            place += length
            return
        }
        if !isPlain, !(after?.isWhitespace ?? true) { open[key] = output.count }
        literal(length)
    }

    private func isLatin(_ character: Character?) -> Bool {
        guard let character, !TextWidth.isWide(character) else { return false }
        return character.isLetter || character.isNumber
    }

    /// `[text](address)` and `![text](address)`
    private mutating func link(from bracket: Int, keepingAddress: Bool) {
        guard let close = partner(of: "[", "]", at: bracket), close + 1 < text.count,
            text[close + 1] == "(", let end = partner(of: "(", ")", at: close + 1)
        else { return literal(bracket - place + 1) }
        let label = MarkdownInline.plain(String(text[(bracket + 1)..<close]))
        let inside = String(text[(close + 2)..<end])
        let address = inside.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
        output.append(label)
        let isWeb = address.hasPrefix("http://") || address.hasPrefix("https://")
        if keepingAddress, isWeb, label != address {
            output.append(
                label.contains(where: TextWidth.isWide) ? "（\(address)）" : " (\(address))")
        }
        place = end + 1
    }

    private func partner(of left: Character, _ right: Character, at start: Int) -> Int? {
        var depth = 0
        for index in start..<min(text.count, start + Self.reach) {
            if text[index] == left { depth += 1 }
            if text[index] == right { depth -= 1 }
            if depth == 0 { return index }
            if depth > 8 { return nil }
        }
        return nil
    }

    /// A tag says nothing, except for a line break and an address in brackets.
    private mutating func tag() {
        let rest = text[place..<min(text.count, place + Self.reach)].dropFirst()
        guard let end = rest.firstIndex(where: { $0 == ">" || $0 == "<" }), text[end] == ">" else {
            return literal(1)
        }
        let inside = String(text[(place + 1)..<end])
        if inside.hasPrefix("http://") || inside.hasPrefix("https://")
            || inside.hasPrefix("mailto:")
        {
            output.append(inside)
            place = end + 1
            return
        }
        let name = inside.drop { $0 == "/" }.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
        let next = inside.drop { $0 == "/" }.dropFirst(name.count).first
        guard name.first?.isLetter ?? false, next == nil || next == " " || next == "/" else {
            return literal(1)
        }
        if name.lowercased() == "br" { output.append("\n") }
        place = end + 1
    }

    private static let entities: [String: String] = [
        "nbsp": " ", "lt": "<", "gt": ">", "amp": "&", "quot": "\"", "#39": "'", "apos": "'",
        "deg": "°", "times": "×", "plusmn": "±", "yen": "¥", "emsp": " ", "ensp": " ",
    ]

    private mutating func entity() {
        let end = text[place..<min(text.count, place + 10)].firstIndex(of: ";")
        guard let end, let known = Self.entities[String(text[(place + 1)..<end])] else {
            return literal(1)
        }
        output.append(known)
        place = end + 1
    }
}
