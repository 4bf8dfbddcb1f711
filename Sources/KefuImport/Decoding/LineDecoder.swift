/// Decodes a file line by line, so that an undecodable line costs no other line.
struct LineDecoder {
    private let charset: Charset
    private(set) var text: [UInt8] = []
    /// Offsets of the bytes that could not be decoded.
    private(set) var bad: [Int] = []

    /// Stands for an undecodable byte: it is never part of well-formed UTF-8.
    private static let mark: UInt8 = 0xFF
    /// Bad bytes in one line after which the rest of it is not tried.
    private static let badPerLine = 64

    /// - Parameter charset: one in which no character holds the byte of a line feed.
    init(_ charset: Charset) {
        self.charset = charset
    }

    mutating func decode(_ bytes: [UInt8]) {
        text.reserveCapacity(bytes.count * 3 / 2)
        var start = 0
        while start < bytes.count {
            let feed = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count - 1
            take(bytes[start...feed])
            start = feed + 1
        }
    }

    private mutating func take(_ line: ArraySlice<UInt8>) {
        guard let first = line.firstIndex(where: { $0 >= 0x80 }) else {
            text.append(contentsOf: line)
            return
        }
        if isUTF8(line) {
            giveUp(on: line, at: first)
            return
        }
        var rest = line
        for _ in 0..<Self.badPerLine {
            guard case .undecodable(let offset) = append(rest) else { return }
            let place = rest.startIndex + offset
            append(rest[..<place])
            bad.append(place)
            text.append(Self.mark)
            rest = rest[(place + 1)...]
        }
        giveUp(on: rest, at: rest.startIndex)
    }

    @discardableResult
    private mutating func append(_ part: ArraySlice<UInt8>) -> Charset.Outcome {
        if part.isEmpty { return .text([]) }
        let outcome = charset.decode(part)
        if case .text(let decoded) = outcome { text.append(contentsOf: decoded) }
        return outcome
    }

    /// Keeps the ASCII bytes, which hold the structure of a table, and marks all others.
    private mutating func giveUp(on rest: ArraySlice<UInt8>, at place: Int) {
        if place < rest.endIndex { bad.append(place) }
        for byte in rest { text.append(byte < 0x80 ? byte : Self.mark) }
    }

    /// Whether a line of a legacy file is UTF-8 instead, from another program: decoding it would
    /// give well-formed nonsense. Twelve bytes are four Han characters, more than chance explains.
    private func isUTF8(_ line: ArraySlice<UInt8>) -> Bool {
        let scan = UTF8Scan(line, keeping: 0)
        guard scan.badCount == 0, scan.good >= 12 else { return false }
        let census = ByteCensus(Array(line))
        return max(census.gb18030, census.big5) < 0.7
    }
}
