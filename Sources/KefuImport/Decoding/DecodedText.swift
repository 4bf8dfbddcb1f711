import KefuDomain

/// A file's text as UTF-8, and where it could not be decoded.
///
/// Undecodable places stay in `bytes` as bytes that are never well-formed UTF-8: whoever turns a
/// part of `bytes` into a `String` validates it, and so refuses exactly the rows that hold one.
struct DecodedText: Sendable {
    let bytes: [UInt8]
    let charset: Charset
    /// The undecodable places, in order; at most `DecodedText.placesKept` of them.
    let damage: [BytePlace]

    static let placesKept = 10_000

    /// Decodes a whole file in one charset: the one that its byte-order mark announces, else strict
    /// UTF-8, else GB18030, or Big5 where the byte statistics say so.
    /// - Throws: `ErrorCode.unreadable` for an empty file and for what is not text.
    init(decoding bytes: [UInt8]) throws {
        if bytes.isEmpty { throw KefuError.emptyFile }
        if let mark = ByteOrderMark(bytes) {
            self = try Self.announced(mark, bytes)
        } else {
            self = try Self.detected(bytes)
        }
        try requireText()
    }

    init(bytes: [UInt8], charset: Charset, damage: [BytePlace] = []) {
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
    private static func announced(_ mark: ByteOrderMark, _ bytes: [UInt8]) throws -> DecodedText {
        let body = bytes[mark.length...]
        if mark.charset == .utf8 {
            return damaged(Array(body), UTF8Scan(body, keeping: placesKept))
        }
        switch mark.charset.decode(body) {
        case .text(let text): return DecodedText(bytes: text, charset: mark.charset)
        case .undecodable(let offset):
            let place = place(of: offset, in: body, isBigEndian: mark.charset == .utf16BigEndian)
            throw KefuError.undecodable(at: place, as: mark.charset.rawValue)
        }
    }

    /// The place of a byte in UTF-16, in bytes of the file.
    private static func place(
        of offset: Int, in body: ArraySlice<UInt8>, isBigEndian: Bool
    ) -> BytePlace {
        var counter = LineCounter()
        var place = body.startIndex
        while place + 1 < body.startIndex + offset {
            let (high, low) = isBigEndian ? (place, place + 1) : (place + 1, place)
            counter.take(UInt16(body[high]) << 8 | UInt16(body[low]), width: 2)
            place += 2
        }
        return counter.place
    }

    private static func detected(_ bytes: [UInt8]) throws -> DecodedText {
        let scan = UTF8Scan(bytes[...], keeping: placesKept)
        if scan.badCount == 0 { return DecodedText(bytes: bytes, charset: .utf8) }
        let census = ByteCensus(bytes)
        // UTF-8 with a few bad bytes: real GB18030 text has a lower share or a higher census.
        if scan.share >= 0.85, census.gb18030 < 0.85 { return damaged(bytes, scan) }
        if let charset = census.verdict {
            var decoder = LineDecoder(charset)
            decoder.decode(bytes)
            return decoder.result
        }
        // Nearly all of it is ASCII or UTF-8: the rows without a bad byte are good.
        if scan.badCount * 50 <= bytes.count { return damaged(bytes, scan) }
        let place = BytePlace(of: scan.bad.first ?? 0, in: bytes)
        throw KefuError.unknownEncoding(at: place)
    }

    private static func damaged(_ bytes: [UInt8], _ scan: UTF8Scan) -> DecodedText {
        let places = BytePlace.places(of: scan.bad, in: bytes)
        return DecodedText(bytes: bytes, charset: .utf8, damage: places)
    }

    /// Refuses binary data that happens to be decodable: too many control characters for text.
    /// Whole UTF-8 is no accident, so that it may hold more of them.
    private func requireText() throws {
        var controls = 0
        var nuls = 0
        var first: Int?
        var isBlank = true
        for (place, byte) in bytes.enumerated() {
            switch byte {
            case 0x09...0x0D, 0x20: continue
            case 0x00...0x1F, 0x7F:
                controls += 1
                if byte == 0 { nuls += 1 }
                first = first ?? place
            default: break
            }
            isBlank = false
        }
        if isBlank { throw KefuError.emptyFile }
        let isWholeUTF8 = charset == .utf8 && damage.isEmpty
        let isBinary = nuls * 100 > bytes.count || controls * (isWholeUTF8 ? 3 : 100) > bytes.count
        if let first, isBinary {
            throw KefuError.notText(at: BytePlace(of: first, in: bytes))
        }
    }
}
