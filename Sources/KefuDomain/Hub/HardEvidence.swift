/// What only somebody with business writes (SPEC 7).
public enum HardEvidence: String, CaseIterable, Sendable {
    /// E103, F07, ERR 12, 报警码 37.
    case faultCode = "fault_code"
    /// Power or voltage: 320kW, 380V.
    case electrical = "power_or_voltage"
    /// 订单号 12345, PO-20251018, a number of twelve digits that is no phone or identity number.
    case orderNumber = "order_number"
    /// 10台, 两把, 3 sets.
    case quantity

    /// The kinds that a text holds, in declaration order.
    /// - Parameter key: the normalised text; lower case alone will do.
    public static func kinds(in key: String) -> [HardEvidence] {
        let finder = EvidenceFinder(key)
        return allCases.filter { finder.found.contains($0) }
    }
}

/// Looks at every number of a text, and at what stands around it.
private struct EvidenceFinder {
    private let text: [Unicode.Scalar]
    private(set) var found: Set<HardEvidence> = []

    init(_ key: String) {
        text = Array(key.unicodeScalars)
        var place = 0
        while place < text.count {
            if isDigit(place) {
                place = look(at: place)
            } else if HanNumber.begins(text[place].value) {
                place = lookAtNumeral(place)
            } else {
                place += 1
            }
        }
    }

    /// - Returns: the place behind the number.
    private mutating func look(at start: Int) -> Int {
        var end = start
        while end < text.count,
            isDigit(end) || (text[end] == "." && end + 1 < text.count && isDigit(end + 1))
        {
            end += 1
        }
        let number = Number(start: start, end: end, prefix: prefix(of: start), unit: unit(at: end))
        if isElectrical(number) { found.insert(.electrical) }
        if isFaultCode(number) { found.insert(.faultCode) }
        if isOrderNumber(number) { found.insert(.orderNumber) }
        if isQuantity(number) { found.insert(.quantity) }
        return end
    }

    /// A number with the Latin letters around it.
    private struct Number {
        let start: Int
        let end: Int
        /// Directly before it, or with one hyphen or space between.
        let prefix: Letters
        /// Directly behind it, or with one space between.
        let unit: Letters

        var count: Int { end - start }
    }

    private struct Letters {
        var text = ""
        /// Where they begin, for those before a number; where they end, for those behind it.
        var edge: Int
        var isJoined = true
    }

    private func prefix(of start: Int) -> Letters {
        var place = start
        let isJoined = !(place > 1 && isGap(place - 1) && isLetter(place - 2))
        if !isJoined { place -= 1 }
        let end = place
        while place > 0, isLetter(place - 1) { place -= 1 }
        return Letters(text: string(place, end), edge: place, isJoined: isJoined)
    }

    private func unit(at end: Int) -> Letters {
        var place = end
        let isJoined = !(place + 1 < text.count && text[place] == " " && isLetter(place + 1))
        if !isJoined { place += 1 }
        let start = place
        while place < text.count, isLetter(place) { place += 1 }
        return Letters(text: string(start, place), edge: place, isJoined: isJoined)
    }
}

// MARK: - Kinds

extension EvidenceFinder {
    private func isElectrical(_ number: Number) -> Bool {
        if EvidenceWords.electrical.contains(number.unit.text) {
            // `5v5` is no voltage.
            return !(number.unit.edge < text.count && isDigit(number.unit.edge))
        }
        return EvidenceWords.electricalHan.contains { follows($0, number.end) }
    }

    private func isFaultCode(_ number: Number) -> Bool {
        let isWhole = number.unit.text.isEmpty || !number.unit.isJoined
        guard isWhole, number.count <= 6, !text[number.start..<number.end].contains(".") else {
            return false
        }
        let (letters, place) = (number.prefix.text, number.prefix.edge)
        let isNear = number.prefix.isJoined || text[number.start - 1] == "-"
        let isBounded = place == 0 || !isDigit(place - 1)
        if isBounded, let digits = EvidenceWords.faultPrefixes[letters],
            digits.contains(number.count),
            isNear || letters.count > 1
        {
            return true
        }
        if stands(behind: EvidenceWords.codeNouns, number.start, gap: 3) { return true }
        return isNear && (1...4).contains(letters.count)
            && stands(behind: EvidenceWords.faultNouns, place, gap: 3)
    }

    private func isOrderNumber(_ number: Number) -> Bool {
        let (letters, place) = (number.prefix.text, number.prefix.edge)
        let isNamed = [place, number.start].contains {
            stands(behind: EvidenceWords.orderNumbers, $0, gap: 4)
        }
        if isNamed, number.count >= 3 { return true }
        if EvidenceWords.orderPrefixes.contains(letters), number.count >= 4 { return true }
        if stands(behind: EvidenceWords.orders, place, gap: 2), number.count >= 5 { return true }
        guard number.unit.text.isEmpty || !number.unit.isJoined else { return false }
        if !letters.isEmpty {
            return letters.count <= 6 && number.prefix.isJoined && number.count >= 8
        }
        return number.count >= 12
            && PersonalData.kinds(in: string(number.start, number.end))
                .contains { $0 == .orderNumber || $0 == .bankCard }
    }

    private func isQuantity(_ number: Number) -> Bool {
        guard number.count <= 7, number.prefix.text.isEmpty || !number.prefix.isJoined,
            number.start == 0 || !EvidenceWords.ordinals.contains(text[number.start - 1])
        else { return false }
        if EvidenceWords.quantities.contains(number.unit.text) { return true }
        var place = number.end
        if place < text.count, text[place] == " " { place += 1 }
        guard place < text.count else { return false }
        if EvidenceWords.counters.contains(text[place]) { return true }
        let next = place + 1 < text.count ? text[place + 1] : " "
        return EvidenceWords.looseCounters.contains(text[place])
            && !EvidenceWords.uncounted.contains(next)
    }

    /// `两把`, `二十台`; of one thing only what nobody says in passing.
    private mutating func lookAtNumeral(_ start: Int) -> Int {
        guard let number = HanNumber.read(at: start, scalar) else { return start + 1 }
        let end = start + number.count
        // 几 and 数 leave the number open, and 零件 is none.
        guard end < text.count, EvidenceWords.counters.contains(text[end]), !number.isVague,
            (number.value ?? 0) >= 1,
            start == 0 || !EvidenceWords.ordinals.contains(text[start - 1])
        else { return end }
        let isOne = end - start == 1 && text[start] == "一"
        if !isOne || text[end] == "台" || text[end] == "套" { found.insert(.quantity) }
        return end
    }

    /// Whether one of the words ends at most so many signs before a place, with nothing but spaces,
    /// colons and 是 or 为 between.
    private func stands(behind words: [[Unicode.Scalar]], _ place: Int, gap: Int) -> Bool {
        var end = place
        var left = gap
        while end > 0, left > 0, EvidenceWords.fillers.contains(text[end - 1]) {
            end -= 1
            left -= 1
        }
        return words.contains { end >= $0.count && text[(end - $0.count)..<end].elementsEqual($0) }
    }

    private func follows(_ word: [Unicode.Scalar], _ place: Int) -> Bool {
        text[place...].starts(with: word)
    }

    private func scalar(_ place: Int) -> UInt32? {
        place < text.count ? text[place].value : nil
    }

    private func isDigit(_ place: Int) -> Bool { ("0"..."9").contains(text[place]) }
    private func isLetter(_ place: Int) -> Bool { ("a"..."z").contains(text[place]) }
    private func isGap(_ place: Int) -> Bool { text[place] == " " || text[place] == "-" }

    private func string(_ start: Int, _ end: Int) -> String {
        String(String.UnicodeScalarView(text[start..<end]))
    }
}
