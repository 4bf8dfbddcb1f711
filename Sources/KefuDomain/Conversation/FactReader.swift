/// Reads details where they stand in a text.
struct FactReader {
    let text: FoldedText

    init(_ text: FoldedText) {
        self.text = text
    }

    /// The detail that begins at a place.
    func fact(at place: Int) -> Fact? {
        guard text.isBoundary(place) else { return nil }
        return word(at: place) ?? money(at: place) ?? measure(at: place) ?? code(at: place)
    }

    /// The next place where a detail may begin.
    func next(after place: Int) -> Int {
        guard text.isLatin(place) else { return place + 1 }
        return endOfCode(from: place)
    }

    private func word(at place: Int) -> Fact? {
        guard let found = Self.words.longest(in: text, at: place) else { return nil }
        return Fact(
            kind: found.value.kind, value: found.value.value, range: place..<place + found.length)
    }

    private func money(at place: Int) -> Fact? {
        guard ["¥", "\u{A5}", "$"].contains(text.folded[place]) else { return nil }
        let start = text.skippingSpaces(place + 1)
        let end = endOfNumber(from: start)
        guard end > start else { return nil }
        return Fact(kind: .amount, value: number(start..<end), range: place..<end)
    }
}

// MARK: - Numbers with units

extension FactReader {
    private func measure(at place: Int) -> Fact? {
        guard let (value, end) = digits(at: place) ?? chineseNumber(at: place) else { return nil }
        let start = text.skippingSpaces(end)
        guard let unit = Self.units.longest(in: text, at: start, isGlued: true) else { return nil }
        let (kind, symbol) = unit.value
        // 一台, 一个 are articles.
        if case .measure = kind, value == "1", !text.isDigit(place) { return nil }
        return Fact(kind: kind, value: value + symbol, range: place..<start + unit.length)
    }

    private func digits(at place: Int) -> (value: String, end: Int)? {
        guard text.isDigit(place) else { return nil }
        let end = endOfNumber(from: place)
        return (number(place..<end), end)
    }

    /// The digits with point and range sign; commas between thousands are left out.
    private func number(_ range: Range<Int>) -> String {
        text.plain(range).filter { $0 != "," }
    }

    private func endOfNumber(from start: Int) -> Int {
        var end = start
        while end < text.count {
            if text.isDigit(end) {
                end += 1
            } else if end > start, [".", ",", "-", "~"].contains(text.folded[end]),
                text.isDigit(end + 1)
            {
                end += 1
            } else {
                break
            }
        }
        return end
    }

    /// A number in Chinese numerals before a unit: the 千 of 七千瓦 belongs to the unit.
    private func chineseNumber(at place: Int) -> (value: String, end: Int)? {
        guard HanNumber.begins(text.folded[place].value),
            let number = HanNumber.read(at: place, text.scalar), !number.isVague,
            let low = number.value.flatMap(Int.init(exactly:))
        else { return nil }
        let high = number.upper.flatMap(Int.init(exactly:)).map { "-\($0)" } ?? ""
        return (String(low) + high, place + number.count)
    }
}

// MARK: - Codes, models, orders

extension FactReader {
    private func code(at place: Int) -> Fact? {
        guard text.isLatin(place) else { return nil }
        let end = endOfCode(from: place)
        let plain = text.plain(place..<end).filter { $0 != "-" }
        let letters = plain.unicodeScalars.prefix { ("a"..."z").contains($0) }.count
        let digits = plain.utf8.filter { (0x30...0x39).contains($0) }.count
        guard let kind = Self.kind(plain, letters: letters, digits: digits) else { return nil }
        return Fact(kind: kind, value: plain, range: place..<end)
    }

    private static func kind(_ plain: String, letters: Int, digits: Int) -> Fact.Kind? {
        let size = plain.utf8.count
        if digits >= 8, letters <= 4, letters + digits == size {
            let isPhone = letters == 0 && digits == 11 && plain.hasPrefix("1")
            return isPhone || (letters == 0 && digits < 10) ? nil : .order
        }
        guard letters > 0, digits > 0, !notModels.contains(plain) else { return nil }
        if letters == 1, (2...4).contains(digits), size == digits + 1 { return .code }
        return letters >= 2 && digits >= 2 && size <= 16 ? .model : nil
    }

    private func endOfCode(from start: Int) -> Int {
        var end = start
        while end < text.count {
            if text.isLatin(end) {
                end += 1
            } else if end > start, text.folded[end] == "-", text.isLatin(end + 1) {
                end += 1
            } else {
                break
            }
        }
        return end
    }

    private static let notModels: Set<String> = [
        "ip54", "ip55", "ip65", "ip66", "ip67", "rs485", "rs232", "ocpp16", "ocpp20", "ccs2",
        "gb18030",
    ]
}
