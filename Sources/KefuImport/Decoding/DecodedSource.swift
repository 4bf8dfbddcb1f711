/// A file in another encoding as the bytes of UTF-8 that it stands for, decoded where they are read.
///
/// The file is cut into pieces between which no character lies; of each is known where its text
/// begins, so that reading from anywhere decodes no more than the piece there.
final class DecodedSource: ByteSource {
    private let raw: ByteView
    private let charset: Charset
    private var pieces: [Piece] = []
    private(set) var count = 0
    /// Offsets in the file of bytes that stand for nothing, as far as they were kept.
    private(set) var bad: [Int] = []
    /// The piece that was decoded last.
    private var held: (index: Int, text: [UInt8])?

    private struct Piece {
        let raw: Range<Int>
        let text: Range<Int>
    }

    /// About so much of the file is decoded at a time.
    static let pieceSize = 1 << 19
    /// A line that is longer by this is cut even where nothing says that it may be.
    private static let longest = 1 << 23

    /// Decodes the file once, to know its pieces.
    /// - Throws: `ErrorCode.unreadable` for UTF-16 with a byte that stands for no character.
    init(_ raw: ByteView, from start: Int, as charset: Charset, size: Int = pieceSize) throws {
        self.raw = raw
        self.charset = charset
        var place = start
        while place < raw.count {
            let range = place..<end(ofPieceAt: place, size)
            let text = try decode(range) { offset in
                if bad.count < DecodedText.placesKept { bad.append(offset) }
            }
            pieces.append(Piece(raw: range, text: count..<count + text.count))
            count += text.count
            place = range.upperBound
        }
    }

    let failure: (any Error)? = nil

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) {
        var filled = 0
        var index = piece(at: offset)
        while filled < buffer.count, index < pieces.count {
            let piece = pieces[index]
            let text = text(of: index)
            let from = offset + filled - piece.text.lowerBound
            let part = text[from..<min(text.count, from + buffer.count - filled)]
            part.withUnsafeBytes {
                UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]).copyMemory(from: $0)
            }
            filled += part.count
            index += 1
        }
    }

    private func piece(at offset: Int) -> Int {
        var (low, high) = (0, pieces.count)
        while low < high {
            let middle = (low + high) / 2
            if pieces[middle].text.upperBound <= offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func text(of index: Int) -> [UInt8] {
        if let held, held.index == index { return held.text }
        let piece = pieces[index]
        var text = (try? decode(piece.raw) { _ in }) ?? []
        // A file that changes while it is read may give another text; its import fails anyway.
        if text.count != piece.text.count {
            text = [UInt8](repeating: 0, count: piece.text.count)
        }
        held = (index, text)
        return text
    }

    private func decode(_ range: Range<Int>, _ noteBad: (Int) -> Void) throws -> [UInt8] {
        let bytes = raw.array(range)
        if charset.isOfLines {
            var decoder = LineDecoder(charset)
            decoder.decode(bytes)
            for offset in decoder.bad { noteBad(range.lowerBound + offset) }
            return decoder.text
        }
        switch charset.decode(bytes[...]) {
        case .text(let text): return text
        case .undecodable(let offset): throw UndecodableByte(offset: range.lowerBound + offset)
        }
    }

    private func end(ofPieceAt start: Int, _ size: Int) -> Int {
        guard raw.count - start > size else { return raw.count }
        guard charset.isOfLines else {
            // Two bytes a unit, and a pair of units stays together.
            let end = start + size / 2 * 2
            let high = charset == .utf16BigEndian ? raw[end - 2] : raw[end - 1]
            return (0xD8...0xDB).contains(high) ? end - 2 : end
        }
        let limit = min(raw.count, start + Self.longest)
        var signs = 0
        for place in start + size..<limit {
            let byte = raw[place]
            if byte == 0x0A { return place + 1 }
            // No character of these encodings ends in such a byte, so that it may end a piece.
            if byte < 0x30 {
                signs += 1
                if signs > size / 64 { return place + 1 }
            }
        }
        return limit
    }
}

/// A byte of UTF-16 that stands for no character.
struct UndecodableByte: Error {
    /// In the file.
    let offset: Int
}

extension Charset {
    /// Whether a line feed is the same byte as in ASCII, and part of no other character.
    var isOfLines: Bool { self == .gb18030 || self == .big5 || self == .utf8 }
}
