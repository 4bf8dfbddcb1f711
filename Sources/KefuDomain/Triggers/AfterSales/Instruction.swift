/// One thing that a text of the base tells to do.
struct Instruction: Sendable {
    let text: String
    /// Whether the base itself says who does it: somebody on the spot, or the customer. `nil`: the
    /// words tell.
    let isOnsite: Bool?
}

extension Instruction {
    /// What a passage tells to do, in its order. Of a table's rows (`代码：E103；处理：断电`) only the cells
    /// that tell something to do count, without their labels, and no row of another fault code.
    /// - Parameter codes: as `codes(in:)` gives those that are asked about; with none every row counts.
    static func all(in passage: String, codes: [String]) -> [Instruction] {
        let reading = Reading(passage)
        var found: [Instruction] = []
        for line in reading.lines {
            found += instructions(in: pieces(of: line, reading), codes, reading)
        }
        return Array(found.prefix(longest))
    }

    private static let longest = 24

    /// The fault codes of a text, letters and digits alone.
    static func codes(in text: String) -> [String] {
        let reading = Reading(text)
        return reading.codes().filter { $0.digits > 0 }.map { plain(reading.folded[$0.range]) }
    }

    private static func instructions(
        in pieces: [Piece], _ codes: [String], _ reading: Reading
    ) -> [Instruction] {
        if !codes.isEmpty, let named = pieces.lazy.compactMap({ $0.code(reading) }).first,
            !codes.contains(where: named.contains)
        {
            return []
        }
        var found: [Instruction] = []
        // A cell goes on behind a semicolon.
        var cell = Cell.none
        for piece in pieces {
            if piece.label != nil { cell = piece.cell(reading) }
            let text = reading.words(piece.value)
            guard cell != .other, text.unicodeScalars.count >= 4 else { continue }
            if cell == .none || cell == .doubtful, !Troubleshooting.isAction(text) { continue }
            found.append(Instruction(text: text, isOnsite: cell.isOnsite))
        }
        return found
    }

    /// Letters and digits alone.
    private static func plain(_ scalars: ArraySlice<UInt32>) -> String {
        let kept = scalars.filter { Sign.isAlphanumeric($0) }.compactMap { Unicode.Scalar($0) }
        return String(String.UnicodeScalarView(kept))
    }
}

// MARK: - Sentences and cells

extension Instruction {
    /// What a cell is about, by its label.
    private enum Cell {
        case none, remedy, remote, onsite
        /// A label that no list knows.
        case doubtful
        /// Explains, names or classifies.
        case other

        var isOnsite: Bool? {
            switch self {
            case .remote: false
            case .onsite: true
            default: nil
            }
        }
    }

    /// A sentence, or a cell of a row.
    private struct Piece {
        let label: Range<Int>?
        let value: Range<Int>

        func cell(_ reading: Reading) -> Cell {
            guard let label, codes(in: label, reading).isEmpty else { return .none }
            if labelsOnsite.contains(in: reading, label) { return .onsite }
            if labelsRemote.contains(in: reading, label) { return .remote }
            if conditions.contains(in: reading, label) { return .other }
            if remedies.contains(in: reading, label) { return .remedy }
            return explanations.contains(in: reading, label) ? .other : .doubtful
        }

        /// The fault code that it names, alone in its cell or as its label.
        func code(_ reading: Reading) -> String? {
            guard let label else { return nil }
            if let code = codes(in: label, reading).first { return plain(reading.folded[code]) }
            return isCode(value, reading) ? plain(reading.folded[value]) : nil
        }
    }

    /// The codes that stand in a part of a text.
    private static func codes(in range: Range<Int>, _ reading: Reading) -> [Range<Int>] {
        reading.codes().map(\.range).filter { range.clamped(to: $0) == $0 && isCode($0, reading) }
    }

    /// E103, F-05, E103/E104; no word and no number alone.
    private static func isCode(_ range: Range<Int>, _ reading: Reading) -> Bool {
        let scalars = reading.folded[range]
        return range.count <= 16 && scalars.contains { Sign.isDigit($0) }
            && scalars.contains { Sign.isLetter($0) }
            && !scalars.contains { Sign.isHan($0) || Sign.isSpace($0) }
    }

    private static func pieces(of line: Range<Int>, _ reading: Reading) -> [Piece] {
        var pieces: [Piece] = []
        var start = line.lowerBound
        for place in line.lowerBound...line.upperBound
        where place == line.upperBound || endsSentence(reading, place) {
            let range = reading.trimmed(withoutBullet(start..<place, reading))
            if !range.isEmpty { pieces.append(piece(range, reading)) }
            start = min(place + 1, line.upperBound)
        }
        return pieces
    }

    private static func piece(_ range: Range<Int>, _ reading: Reading) -> Piece {
        let head = range.prefix(longestLabel)
        guard
            let colon = head.first(where: { reading.folded[$0] == Sign.colon }),
            colon > range.lowerBound, colon + 1 < range.upperBound,
            !(Sign.isDigit(reading.folded[colon - 1]) && Sign.isDigit(reading.folded[colon + 1])),
            reading.folded[colon + 1] != Sign.slash
        else { return Piece(label: nil, value: range) }
        return Piece(
            label: reading.trimmed(range.lowerBound..<colon),
            value: reading.trimmed(colon + 1..<range.upperBound))
    }

    private static let longestLabel = 24

    private static func endsSentence(_ reading: Reading, _ place: Int) -> Bool {
        switch reading.folded[place] {
        case 0x3002, 0x3B, 0x21, 0x7C: true
        case Sign.point:
            place + 1 < reading.count && Sign.isSpace(reading.folded[place + 1])
                && !(place > 0 && Sign.isDigit(reading.folded[place - 1]))
        default: false
        }
    }

    /// `1.`, `2)`, `-`, `①`, `#`.
    private static func withoutBullet(_ range: Range<Int>, _ reading: Reading) -> Range<Int> {
        var start = reading.trimmed(range).lowerBound
        let first = start
        while start < range.upperBound, start - first < 4, isBullet(reading.folded[start]) {
            start += 1
        }
        let hasDigit = start > first && Sign.isDigit(reading.folded[start - 1])
        return (hasDigit ? first : start)..<range.upperBound
    }

    private static func isBullet(_ scalar: UInt32) -> Bool {
        Sign.isDigit(scalar) || Sign.isSpace(scalar) || (0x2460...0x2473).contains(scalar)
            || bullets.contains(scalar)
    }

    private static let bullets = Set(".)(-*#、）·•".unicodeScalars.map(\.value))
}

// MARK: - Labels

extension Instruction {
    private static let remedies = WordTable<Void>(
        """
        做|处理|处置|解决|排除|措施|方法|步骤|对策|操作|建议|维修|修复|怎么办|办法|方案|应对|检查
        do|action|actions|fix|remedy|solution|solutions|resolution|step|steps|check|checks|how to
        recommendation|troubleshooting
        """)
    private static let labelsOnsite = WordTable<Void>(
        "现场|上门|工程师|技术员|厂家|售后处理|on site|onsite|technician|engineer|field")
    private static let labelsRemote = WordTable<Void>("远程|电话指导|remote|remotely|by phone")
    /// When something is to be done, not what.
    private static let conditions = WordTable<Void>("什么时候|何时|条件|when|if")
    private static let explanations = WordTable<Void>(
        """
        代码|故障码|报警码|编号|含义|意思|原因|现象|说明|描述|故障|名称|型号|等级|级别|类别|类型|状态|位置|部件|频率|备注|版本|灯
        code|meaning|cause|causes|reason|symptom|symptoms|description|level|severity|model|type
        status|name|note|notes|version|part|light
        """)
}
