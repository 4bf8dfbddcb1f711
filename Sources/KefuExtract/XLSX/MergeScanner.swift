import Glibc

/// Finds a sheet's merged cells before the sheet is read: the file has them behind the cells.
///
/// It looks for the elements' bytes and parses nothing else: unpacking a sheet twice costs a fraction
/// of parsing it twice.
struct MergeScanner {
    private var ranges: [CellRange] = []
    /// The end of the last piece, where it may hold the beginning of an element.
    private var rest: [UInt8] = []

    private static let maxRanges = 200_000
    private static let mark = Array("mergeCell ".utf8)
    /// Longer elements are no such elements.
    private static let maxElement = 512

    /// The merged ranges of a sheet, by their first row.
    static func merges(of part: String, in archive: ZipArchive) throws -> [CellRange] {
        var scanner = MergeScanner()
        try archive.unpack(part) { scanner.take($0) }
        return scanner.ranges.sorted { $0.rows.lowerBound < $1.rows.lowerBound }
    }

    private mutating func take(_ piece: UnsafeBufferPointer<UInt8>) {
        let bytes = rest + piece
        var place = 0
        rest = []
        while let start = Self.find(Self.mark, in: bytes, from: place) {
            let end = bytes[start...].prefix(Self.maxElement).firstIndex(of: UInt8(ascii: ">"))
            guard let end else {
                if bytes.count - start < Self.maxElement {
                    rest = Array(bytes[start...])
                    return
                }
                place = start + Self.mark.count
                continue
            }
            note(bytes[start..<end])
            place = end
        }
        rest = Array(bytes[max(place, bytes.count - Self.mark.count + 1)...])
    }

    private mutating func note(_ element: ArraySlice<UInt8>) {
        let text = String(decoding: element, as: UTF8.self)
        let parts = text.split(separator: "ref=\"", maxSplits: 1)
        guard ranges.count < Self.maxRanges, parts.count == 2,
            let range = CellRange(String(parts[1].prefix { $0 != "\"" }))
        else { return }
        ranges.append(range)
    }

    private static func find(_ mark: [UInt8], in bytes: [UInt8], from place: Int) -> Int? {
        bytes.withUnsafeBytes { buffer -> Int? in
            guard let base = buffer.baseAddress else { return nil }
            var start = place
            while start + mark.count <= buffer.count {
                guard let found = memchr(base + start, Int32(mark[0]), buffer.count - start) else {
                    return nil
                }
                start = base.distance(to: UnsafeRawPointer(found))
                if buffer[start...].starts(with: mark) { return start }
                start += 1
            }
            return nil
        }
    }
}
