import KefuDomain

/// A file's text as UTF-8, and where it could not be decoded.
///
/// Undecodable places stay in `bytes` as bytes that are never well-formed UTF-8: whoever turns a
/// part of `bytes` into a `String` validates it, and so refuses exactly the rows that hold one.
struct DecodedText {
    let bytes: ByteView
    let charset: Charset
    /// The undecodable places, in order; at most `DecodedText.placesKept` of them.
    let damage: [BytePlace]

    static let placesKept = 10_000
    /// A smaller text is decoded at once.
    private static let heldSize = 1 << 20

    /// Decodes a whole file in one charset: the one that its byte-order mark announces, else strict
    /// UTF-8, else GB18030, or Big5 where the byte statistics say so.
    /// - Throws: `ErrorCode.unreadable` for an empty file and for what is not text.
    init(decoding bytes: ByteView) throws {
        if bytes.isEmpty { throw KefuError.emptyFile }
        if let mark = ByteOrderMark(bytes) {
            self = try Self.announced(mark, bytes)
        } else {
            self = try Self.detected(bytes)
        }
        try requireText()
    }

    init(decoding bytes: [UInt8]) throws {
        try self.init(decoding: ByteView(bytes))
    }

    init(bytes: ByteView, charset: Charset, damage: [BytePlace] = []) {
        self.bytes = bytes
        self.charset = charset
        self.damage = damage
    }

    /// The first undecodable place within some lines, counted from 1.
    func damage(in lines: ClosedRange<Int>) -> BytePlace? {
        var low = 0
        var high = damage.count
        while low < high {
            let middle = (low + high) / 2
            if damage[middle].line < lines.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low < damage.count && damage[low].line <= lines.upperBound ? damage[low] : nil
    }

    /// For formats in which one bad place spoils everything.
    /// - Throws: `ErrorCode.unreadable` with the first undecodable place.
    func requireWhole() throws {
        if let first = damage.first { throw KefuError.undecodable(at: first, as: charset.rawValue) }
        if let place = bytes.firstIndex(of: 0) {
            throw KefuError.nulByte(at: BytePlace(of: place, in: bytes))
        }
    }
}

extension DecodedText {
    private static func announced(_ mark: ByteOrderMark, _ bytes: ByteView) throws -> DecodedText {
        if mark.charset == .utf8 {
            let body = ByteView(Suffix(bytes, from: mark.length))
            return damaged(body, UTF8Scan(body, keeping: placesKept))
        }
        do {
            return try decoded(bytes, from: mark.length, as: mark.charset)
        } catch let bad as UndecodableByte {
            let place = place(
                of: bad.offset, in: bytes, from: mark.length,
                isBigEndian: mark.charset == .utf16BigEndian)
            throw KefuError.undecodable(at: place, as: mark.charset.rawValue)
        }
    }

    /// The place of a byte in UTF-16, in bytes of the file.
    private static func place(
        of offset: Int, in bytes: ByteView, from start: Int, isBigEndian: Bool
    ) -> BytePlace {
        var counter = LineCounter()
        var place = start
        while place + 1 < offset {
            let (high, low) = isBigEndian ? (place, place + 1) : (place + 1, place)
            counter.take(UInt16(bytes[high]) << 8 | UInt16(bytes[low]), width: 2)
            place += 2
        }
        return counter.place
    }

    private static func detected(_ bytes: ByteView) throws -> DecodedText {
        let scan = UTF8Scan(bytes, keeping: placesKept)
        if scan.badCount == 0 { return DecodedText(bytes: bytes, charset: .utf8) }
        let census = ByteCensus(bytes)
        // UTF-8 with a few bad bytes: real GB18030 text has a lower share or a higher census.
        if scan.share >= 0.85, census.gb18030 < 0.85 { return damaged(bytes, scan) }
        if let charset = census.verdict { return try decoded(bytes, from: 0, as: charset) }
        // Nearly all of it is ASCII or UTF-8: the rows without a bad byte are good.
        if scan.badCount * 50 <= bytes.count { return damaged(bytes, scan) }
        let place = BytePlace(of: scan.bad.first ?? 0, in: bytes)
        throw KefuError.unknownEncoding(at: place)
    }

    /// - Throws: `UndecodableByte` in UTF-16.
    private static func decoded(
        _ bytes: ByteView, from start: Int, as charset: Charset
    ) throws -> DecodedText {
        let source = try DecodedSource(bytes, from: start, as: charset)
        let view = ByteView(source)
        return DecodedText(
            bytes: source.count > heldSize ? view : ByteView(view.array(0..<source.count)),
            charset: charset, damage: BytePlace.places(of: source.bad, in: bytes))
    }

    private static func damaged(_ bytes: ByteView, _ scan: UTF8Scan) -> DecodedText {
        let places = BytePlace.places(of: scan.bad, in: bytes)
        return DecodedText(bytes: bytes, charset: .utf8, damage: places)
    }

    /// Refuses binary data that happens to be decodable: too many control characters for text.
    /// Whole UTF-8 is no accident, so that it may hold more of them.
    private func requireText() throws {
        let census = ControlCensus(bytes)
        if census.isBlank { throw KefuError.emptyFile }
        let isWholeUTF8 = charset == .utf8 && damage.isEmpty
        let isBinary =
            census.nuls * 100 > bytes.count
            || census.controls * (isWholeUTF8 ? 3 : 100) > bytes.count
        if let first = census.first, isBinary {
            throw KefuError.notText(at: BytePlace(of: first, in: bytes))
        }
    }
}

/// Bytes without their beginning.
private final class Suffix: ByteSource {
    private let whole: ByteView
    private let start: Int

    init(_ whole: ByteView, from start: Int) {
        self.whole = whole
        self.start = start
    }

    let failure: (any Error)? = nil
    var count: Int { whole.count - start }

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) {
        let from = start + offset
        whole.withBytes(in: from..<from + buffer.count) {
            buffer.copyMemory(from: UnsafeRawBufferPointer($0))
        }
    }
}
