import KefuDomain

/// A file of files, as Microsoft's programs wrote until 2007. Only the streams of its root are read.
///
/// Source: [MS-CFB], version 8. Every number is taken for a lie until it fits.
struct CompoundFile {
    private let bytes: [UInt8]
    private let sectorSize: Int
    private let next: [Int]
    private let miniNext: [Int]
    private let miniStream: [UInt8]
    private var entries: [String: Entry] = [:]

    private struct Entry {
        let start: Int
        let size: Int
    }

    private static let miniSectorSize = 64
    private static let miniLimit = 4096
    private static let noEntry = 0xFFFF_FFFF
    private static let mostEntries = 10_000

    /// - Throws: `ErrorCode.unreadable` for a file without a directory.
    init(_ bytes: [UInt8]) throws {
        let shift = bytes.word(30) ?? 0
        guard shift == 9 || shift == 12 else { throw KefuError.broken("Office") }
        self.bytes = bytes
        sectorSize = 1 << shift
        next = Self.table(bytes, sectorSize)
        let start = bytes.long(48) ?? 0
        let directory = Self.chain(start, next, bytes, sectorSize)
        guard directory.count >= 128 else { throw KefuError.broken("Office") }
        let root = Self.entry(directory, 0)
        miniStream = Self.chain(root.start, next, bytes, sectorSize)
        let miniTable = Self.chain(bytes.long(60) ?? 0, next, bytes, sectorSize)
        miniNext = (0..<miniTable.count / 4).map { miniTable.long(4 * $0) ?? Self.noEntry }
        entries = Self.children(of: directory)
    }

    func has(_ name: String) -> Bool { entries[name] != nil }

    /// The bytes of a stream; `nil` when there is none of that name.
    func stream(_ name: String) -> [UInt8]? {
        guard let entry = entries[name] else { return nil }
        let isMini = entry.size < Self.miniLimit
        let found =
            isMini
            ? Self.chain(entry.start, miniNext, miniStream, Self.miniSectorSize, offset: 0)
            : Self.chain(entry.start, next, bytes, sectorSize)
        return Array(found.prefix(entry.size))
    }

    /// The table that tells which sector follows each.
    private static func table(_ bytes: [UInt8], _ sectorSize: Int) -> [Int] {
        var sectors = (0..<109).compactMap { bytes.long(76 + 4 * $0) }
        let perSector = sectorSize / 4
        var more = bytes.long(68) ?? noEntry
        // The list of the table's own sectors goes on in sectors of its own.
        for _ in 0..<(bytes.count / sectorSize + 1) where more < bytes.count / sectorSize {
            let place = (more + 1) * sectorSize
            sectors += (0..<perSector - 1).compactMap { bytes.long(place + 4 * $0) }
            more = bytes.long(place + sectorSize - 4) ?? noEntry
            if sectors.count > bytes.count / sectorSize { break }
        }
        var table: [Int] = []
        for sector in sectors where sector < bytes.count / sectorSize {
            let place = (sector + 1) * sectorSize
            for index in 0..<perSector { table.append(bytes.long(place + 4 * index) ?? noEntry) }
        }
        return table
    }

    /// The bytes of sectors that follow each other; a loop ends where it closes.
    private static func chain(
        _ start: Int, _ next: [Int], _ bytes: [UInt8], _ sectorSize: Int, offset: Int = 1
    ) -> [UInt8] {
        var found: [UInt8] = []
        var sector = start
        var left = bytes.count / sectorSize + 1
        while sector < next.count, left > 0 {
            found += bytes.bytes((sector + offset) * sectorSize, sectorSize)
            sector = next[sector]
            left -= 1
        }
        return found
    }

    private static func entry(_ directory: [UInt8], _ index: Int) -> Entry {
        let place = 128 * index
        return Entry(
            start: directory.long(place + 116) ?? noEntry, size: directory.long(place + 120) ?? 0)
    }

    /// The streams right below the root, by name.
    private static func children(of directory: [UInt8]) -> [String: Entry] {
        var found: [String: Entry] = [:]
        var seen: Set<Int> = []
        var open = [directory.long(76) ?? noEntry]
        while let index = open.popLast(), seen.count < mostEntries {
            let place = 128 * index
            guard place + 128 <= directory.count, seen.insert(index).inserted else { continue }
            let length = max(0, (directory.word(place + 64) ?? 0) / 2 - 1)
            let name = directory.utf16(place, count: min(length, 31))
            if directory.byte(place + 66) == 2 { found[name] = entry(directory, index) }
            open += [directory.long(place + 68), directory.long(place + 72)].compactMap { $0 }
        }
        return found
    }
}
