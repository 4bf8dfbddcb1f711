import Foundation
import KefuDomain
import Support
import Testing

@testable import KefuClient

@Suite struct SealedLogTests {
    private let directory: TemporaryDirectory
    private let sealer = Sealer(key: [UInt8](0..<32))
    private let contents = ["第一条", "", "third and longest of them all", "四"].map { Array($0.utf8) }

    init() throws {
        directory = try TemporaryDirectory()
    }

    private var path: String { directory.file("log") }

    private func write() throws -> [SealedLog.Place] {
        var log = try SealedLog.make(path, sealer: sealer)
        return try contents.map { try log.append($0) }
    }

    private func read(_ sealer: Sealer) throws -> (contents: [[UInt8]], damaged: Int) {
        var found: [[UInt8]] = []
        let damaged = try SealedLog.open(path, sealer: sealer) { found.append($1) }.damaged
        return (found, damaged)
    }

    private var bytes: Data {
        get throws { try Data(contentsOf: URL(fileURLWithPath: path)) }
    }

    @Test func givesBackWhatItWasGiven() throws {
        let places = try write()
        let (log, _) = try SealedLog.open(path, sealer: sealer) { _, _ in }
        #expect(try places.map { try log.content(at: $0) } == contents)
        #expect(try read(sealer).contents == contents)
        #expect(try bytes.range(of: Data("第一条".utf8)) == nil)
    }

    @Test func aTornEndCostsTheLastRecordOnly() throws {
        let places = try write()
        let whole = try bytes
        for size in SealedLog.headerBytes...whole.count {
            try directory.write("log", whole.prefix(size))
            let kept = places.filter { $0.offset + $0.bytes <= size }.count
            let found = try read(sealer)
            #expect(found.contents == Array(contents.prefix(kept)), "cut to \(size)")
            #expect(found.damaged == 0, "cut to \(size)")
            // What is added afterwards is found again.
            var (log, _) = try SealedLog.open(path, sealer: sealer) { _, _ in }
            _ = try log.append([1, 2, 3])
            #expect(try read(sealer).contents == Array(contents.prefix(kept)) + [[1, 2, 3]])
        }
    }

    @Test func aFileWithoutItsHeaderIsLeftAlone() throws {
        _ = try write()
        let whole = try bytes
        for size in 0..<SealedLog.headerBytes {
            try directory.write("log", whole.prefix(size))
            let error = #expect(throws: KefuError.self) { try read(sealer) }
            #expect(error?.code == .unreadable)
            #expect(try bytes.count == size)
        }
    }

    @Test func anyChangedByteIsNoticed() throws {
        let places = try write()
        let whole = try bytes
        for offset in SealedLog.headerBytes..<whole.count {
            var changed = whole
            changed[offset] ^= 0x40
            try directory.write("log", changed)
            let hit = try #require(
                places.firstIndex { ($0.offset..<$0.offset + $0.bytes).contains(offset) })
            var expected = contents
            expected.remove(at: hit)
            #expect(try read(sealer).contents == expected, "byte \(offset)")
        }
    }

    @Test func aRecordCountsOnlyWhereItWasWritten() throws {
        let places = try write()
        let whole = try bytes
        let (first, second) = (places[0], places[1])
        let swapped =
            whole.prefix(SealedLog.headerBytes)
            + whole[second.offset..<second.offset + second.bytes]
            + whole[first.offset..<first.offset + first.bytes]
            + whole[(second.offset + second.bytes)...]
        try directory.write("log", Data(swapped))
        #expect(try read(sealer).contents == Array(contents.dropFirst(2)))
    }

    @Test func anotherKeyOpensNothingAndChangesNothing() throws {
        _ = try write()
        let before = try bytes
        let error = #expect(throws: KefuError.self) {
            try read(Sealer(key: [UInt8](repeating: 7, count: 32)))
        }
        #expect(error?.code == .unreadable)
        #expect(error?.why == .queueWrongKeyWhy)
        #expect(try bytes == before)
    }

    @Test func theSameContentNeverLooksTheSame() {
        let bound: [UInt8] = [9]
        let pieces = (0..<100).map { _ in sealer.seal([1, 2, 3], bound: bound) }
        #expect(Set(pieces).count == 100)
        for piece in pieces { #expect(sealer.open(piece[...], bound: bound) == [1, 2, 3]) }
        #expect(sealer.open(pieces[0][...], bound: [8]) == nil)
        #expect(sealer.open(pieces[0].dropLast(), bound: bound) == nil)
        #expect(sealer.open([], bound: bound) == nil)
    }
}
