/// The records of a workbook stream, one after another.
///
/// Source: [MS-XLS], 2.1.4.
struct BinaryRecords {
    /// Kinds of records that are read.
    enum Kind: Int {
        case formula = 0x0006
        case end = 0x000A
        case dates = 0x0022
        case password = 0x002F
        case more = 0x003C
        case sheet = 0x0085
        case manyNumbers = 0x00BD
        case format = 0x00E0
        case merged = 0x00E5
        case texts = 0x00FC
        case textCell = 0x00FD
        case number = 0x0203
        case label = 0x0204
        case truth = 0x0205
        case formulaText = 0x0207
        case shortNumber = 0x027E
        case formatCode = 0x041E
        case start = 0x0809
        case column = 0x007D
    }

    struct Record {
        let kind: Kind
        let body: ArraySlice<UInt8>
    }

    private let bytes: [UInt8]
    private var place: Int

    init(_ bytes: [UInt8], from place: Int = 0) {
        self.bytes = bytes
        self.place = place
    }

    /// The next record of a kind that is read.
    mutating func next() -> Record? {
        while let number = bytes.word(place), let length = bytes.word(place + 2) {
            let body = bytes.bytes(place + 4, length)
            place += 4 + length
            if let kind = Kind(rawValue: number) { return Record(kind: kind, body: body) }
        }
        return nil
    }

    /// What continues the record at hand, in pieces.
    mutating func continuations() -> [ArraySlice<UInt8>] {
        var pieces: [ArraySlice<UInt8>] = []
        while bytes.word(place) == Kind.more.rawValue, let length = bytes.word(place + 2) {
            pieces.append(bytes.bytes(place + 4, length))
            place += 4 + length
        }
        return pieces
    }
}

/// Reads the texts of a workbook, which may be cut anywhere between records.
///
/// Source: [MS-XLS], 2.5.293: after a cut within a text, a byte tells anew how wide characters are.
struct BinaryTexts {
    private let pieces: [ArraySlice<UInt8>]
    private var piece = 0
    private var place = 0

    init(_ pieces: [ArraySlice<UInt8>]) {
        self.pieces = pieces
    }

    /// The shared texts of a workbook.
    mutating func all() -> [String] {
        skip(4)
        let count = number(4) ?? 0
        var texts: [String] = []
        while texts.count < count, let text = next() { texts.append(text) }
        return texts
    }

    /// A text behind its length in two bytes; `nil` at the end.
    mutating func next(lengthBytes: Int = 2) -> String? {
        guard let length = number(lengthBytes), let flags = byte() else { return nil }
        let runs = flags & 8 != 0 ? number(2) ?? 0 : 0
        let extra = flags & 4 != 0 ? number(4) ?? 0 : 0
        let text = characters(length, isWide: flags & 1 != 0)
        skip(4 * runs + extra)
        return text
    }

    private mutating func characters(_ length: Int, isWide first: Bool) -> String {
        var units: [UInt16] = []
        var isWide = first
        while units.count < length, piece < pieces.count {
            if place >= pieces[piece].count {
                piece += 1
                place = 0
                guard let flags = byte() else { break }
                isWide = flags & 1 != 0
                continue
            }
            let unit = isWide ? pieces[piece].word(place) : pieces[piece].byte(place)
            place += isWide ? 2 : 1
            if let unit { units.append(UInt16(unit)) }
        }
        return String(decoding: units, as: UTF16.self)
    }

    private mutating func byte() -> Int? {
        while piece < pieces.count {
            if let byte = pieces[piece].byte(place) {
                place += 1
                return byte
            }
            piece += 1
            place = 0
        }
        return nil
    }

    private mutating func number(_ length: Int) -> Int? {
        var value = 0
        for index in 0..<length {
            guard let byte = byte() else { return nil }
            value |= byte << (8 * index)
        }
        return value
    }

    private mutating func skip(_ count: Int) {
        var left = count
        while left > 0, piece < pieces.count {
            let here = min(left, pieces[piece].count - place)
            place += here
            left -= here
            if place >= pieces[piece].count, left > 0 {
                piece += 1
                place = 0
            }
        }
    }
}
