public import Foundation

/// Writes the compound files of old office programs: streams right below the root, each padded to
/// the size from which a stream has sectors of its own.
public enum CompoundWriter {
    private static let sector = 512

    public static func file(_ streams: [(name: String, bytes: [UInt8])]) -> Data {
        var sectors: [[UInt8]] = []
        var chain: [UInt32] = []
        func add(_ bytes: [UInt8]) -> Int {
            let first = sectors.count
            let count = (bytes.count + sector - 1) / sector
            for index in 0..<count {
                let piece = Array(bytes[(index * sector)..<min(bytes.count, (index + 1) * sector)])
                sectors.append(piece + [UInt8](repeating: 0, count: sector - piece.count))
                chain.append(index + 1 < count ? UInt32(first + index + 1) : 0xFFFF_FFFE)
            }
            return first
        }
        var directory = entry("Root Entry", kind: 5, child: 1, start: 0xFFFF_FFFE, size: 0)
        for (index, stream) in streams.enumerated() {
            let padding = max(0, 4096 - stream.bytes.count)
            let bytes = stream.bytes + [UInt8](repeating: 0, count: padding)
            let next = index + 1 < streams.count ? UInt32(index + 2) : 0xFFFF_FFFF
            directory += entry(
                stream.name, kind: 2, right: next, start: UInt32(add(bytes)),
                size: UInt32(bytes.count))
        }
        let directoryStart = add(directory)
        let table = sectors.count
        chain.append(0xFFFF_FFFD)
        precondition(chain.count <= sector / 4, "one sector of the table is all that is written")
        chain += [UInt32](repeating: 0xFFFF_FFFF, count: sector / 4 - chain.count)
        sectors.append(chain.flatMap(bytes))
        return Data(header(directory: directoryStart, table: table) + sectors.flatMap { $0 })
    }

    private static func header(directory: Int, table: Int) -> [UInt8] {
        var header: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        header += [UInt8](repeating: 0, count: 16)
        header += [0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0] + [UInt8](repeating: 0, count: 10)
        header += bytes(1) + bytes(UInt32(directory)) + bytes(0) + bytes(4096)
        header += bytes(0xFFFF_FFFE) + bytes(0) + bytes(0xFFFF_FFFE) + bytes(0)
        header += bytes(UInt32(table)) + [UInt8](repeating: 0xFF, count: 108 * 4)
        return header
    }

    private static func entry(
        _ name: String, kind: UInt8, right: UInt32 = 0xFFFF_FFFF, child: UInt32 = 0xFFFF_FFFF,
        start: UInt32, size: UInt32
    ) -> [UInt8] {
        let units = Array(name.utf16)
        var entry = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        entry += [UInt8](repeating: 0, count: 64 - entry.count)
        entry += [UInt8(2 * units.count + 2), 0, kind, 1]
        entry += bytes(0xFFFF_FFFF) + bytes(right) + bytes(child)
        entry += [UInt8](repeating: 0, count: 36) + bytes(start) + bytes(size) + bytes(0)
        return entry
    }

    static func bytes(_ number: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(number >> (8 * $0) & 0xFF) }
    }
}

/// Writes workbooks of Excel 97: texts, numbers, merged cells.
public struct BinaryWorkbookWriter {
    public enum Cell: Sendable {
        case text(String)
        case number(Double)
        /// A date by its serial number.
        case date(Double)
        case none
    }

    private var sheets: [(name: String, rows: [[Cell]], merged: [UInt16])] = []
    public var needsPassword = false

    public init() {}

    /// - Parameter merged: first and last row, first and last column, counted from 0.
    public mutating func sheet(_ name: String, _ rows: [[Cell]], merged: [UInt16] = []) {
        sheets.append((name, rows, merged))
    }

    public var data: Data { CompoundWriter.file([("Workbook", stream)]) }

    /// The stream; its shared texts are cut in the middle, as Excel cuts long ones.
    private var stream: [UInt8] {
        var texts: [String] = []
        let bodies = sheets.map { body(of: $0.rows, $0.merged, &texts) }
        func globals(_ places: [Int]) -> [UInt8] {
            var bytes = record(0x0809, [0, 6, 5, 0] + [UInt8](repeating: 0, count: 12))
            if needsPassword { bytes += record(0x002F, [0, 0]) }
            bytes += record(0x00E0, [UInt8](repeating: 0, count: 20))
            bytes += record(0x00E0, [0, 0, 14, 0] + [UInt8](repeating: 0, count: 16))
            for (sheet, place) in zip(sheets, places) {
                let name = Array(sheet.name.utf16)
                bytes += record(
                    0x0085,
                    CompoundWriter.bytes(UInt32(place)) + [0, 0, UInt8(name.count), 1]
                        + name.flatMap(Self.word))
            }
            return bytes + shared(texts) + record(0x000A, [])
        }
        let size = globals(sheets.map { _ in 0 }).count
        var place = size
        let places = bodies.map { body in
            defer { place += body.count }
            return place
        }
        return globals(places) + bodies.flatMap { $0 }
    }

    private func shared(_ texts: [String]) -> [UInt8] {
        let count = CompoundWriter.bytes(UInt32(texts.count))
        var body = count + count
        var rest: [UInt8] = []
        for (index, text) in texts.enumerated() {
            let units = Array(text.utf16)
            let isLast = index == texts.count - 1
            let cut = isLast ? units.count / 2 : units.count
            body += Self.word(UInt16(units.count)) + [1] + units[..<cut].flatMap(Self.word)
            if cut < units.count { rest = [1] + units[cut...].flatMap(Self.word) }
        }
        return record(0x00FC, body) + (rest.isEmpty ? [] : record(0x003C, rest))
    }

    private func body(
        of rows: [[Cell]], _ merged: [UInt16], _ texts: inout [String]
    ) -> [UInt8] {
        var bytes = record(0x0809, [0, 6, 0x10, 0] + [UInt8](repeating: 0, count: 12))
        for (row, cells) in rows.enumerated() {
            for (column, cell) in cells.enumerated() {
                let place = Self.word(UInt16(row)) + Self.word(UInt16(column))
                switch cell {
                case .none: break
                case .text(let text):
                    bytes += record(
                        0x00FD, place + [0, 0] + CompoundWriter.bytes(UInt32(texts.count)))
                    texts.append(text)
                case .number(let value):
                    bytes += record(0x0203, place + [0, 0] + Self.double(value))
                case .date(let value): bytes += record(0x0203, place + [1, 0] + Self.double(value))
                }
            }
        }
        if !merged.isEmpty { bytes += record(0x00E5, [1, 0] + merged.flatMap(Self.word)) }
        return bytes + record(0x000A, [])
    }

    private func record(_ kind: UInt16, _ body: [UInt8]) -> [UInt8] {
        Self.word(kind) + Self.word(UInt16(body.count)) + body
    }

    private static func word(_ number: UInt16) -> [UInt8] {
        [UInt8(number & 0xFF), UInt8(number >> 8)]
    }

    private static func double(_ value: Double) -> [UInt8] {
        (0..<8).map { UInt8(value.bitPattern >> (8 * $0) & 0xFF) }
    }
}

/// Writes documents of Word 97: paragraphs with a style, and rows of cells.
public struct BinaryDocumentWriter {
    private var text = ""
    private var marks: [(end: Int, properties: [UInt8])] = []
    public var needsPassword = false

    public init() {}

    /// - Parameter heading: the level, from 1; 0 for running text.
    public mutating func paragraph(_ text: String, heading: UInt8 = 0) {
        end(text + "\r", [heading, 0])
    }

    public mutating func row(_ cells: [String]) {
        for cell in cells { end(cell + "\u{7}", [0, 0, 0x16, 0x24, 1]) }
        end("\u{7}", [0, 0, 0x16, 0x24, 1, 0x17, 0x24, 1])
    }

    private mutating func end(_ text: String, _ properties: [UInt8]) {
        self.text += text
        marks.append((self.text.utf16.count, properties))
    }

    public var data: Data {
        let textPlace = 1024
        let units = Array(text.utf16)
        let pageNumber = (textPlace + 2 * units.count) / 512 + 1
        var main = [UInt8](repeating: 0, count: textPlace)
        func set(_ place: Int, _ bytes: [UInt8]) {
            main.replaceSubrange(place..<place + bytes.count, with: bytes)
        }
        // Behind the list of pieces, which is 21 bytes long, comes the index of the pages.
        set(0, [0xEC, 0xA5, 0xC1, 0])
        set(10, [needsPassword ? 1 : 0, needsPassword ? 1 : 0])
        set(0x4C, CompoundWriter.bytes(UInt32(units.count)))
        set(0x1A2, CompoundWriter.bytes(0) + CompoundWriter.bytes(21))
        set(0x102, CompoundWriter.bytes(21) + CompoundWriter.bytes(12))
        main += units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        main += [UInt8](repeating: 0, count: pageNumber * 512 - main.count)
        main += page(textPlace)
        let table =
            [2] + CompoundWriter.bytes(16) + CompoundWriter.bytes(0)
            + CompoundWriter.bytes(UInt32(units.count)) + [0, 0]
            + CompoundWriter.bytes(UInt32(textPlace)) + [0, 0]
            + CompoundWriter.bytes(UInt32(textPlace))
            + CompoundWriter.bytes(UInt32(textPlace + 2 * units.count))
            + CompoundWriter.bytes(UInt32(pageNumber))
        return CompoundWriter.file([("WordDocument", main), ("0Table", table)])
    }

    /// The page of properties; at most about 25 paragraphs fit.
    private func page(_ textPlace: Int) -> [UInt8] {
        var page = CompoundWriter.bytes(UInt32(textPlace))
        for mark in marks { page += CompoundWriter.bytes(UInt32(textPlace + 2 * mark.end)) }
        var index: [UInt8] = []
        var bodies: [UInt8] = []
        var place = 510
        for mark in marks {
            // An odd number of bytes behind the length byte that counts them in pairs.
            let padded = mark.properties.count % 2 == 1 ? mark.properties : mark.properties + [0]
            let body = [UInt8((padded.count + 1) / 2)] + padded
            place -= body.count + body.count % 2
            bodies = body + [UInt8](repeating: 0, count: body.count % 2) + bodies
            index += [UInt8(place / 2)] + [UInt8](repeating: 0, count: 12)
        }
        page += index
        page += [UInt8](repeating: 0, count: 510 - page.count - bodies.count) + bodies
        return page + [0, UInt8(marks.count)]
    }
}
