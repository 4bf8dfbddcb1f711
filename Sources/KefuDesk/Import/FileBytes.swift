import Glibc
import KefuDomain
import KefuImport

/// The bytes of an open file, read where they are asked for.
final class FileBytes: ByteSource {
    private let file: HeldFile
    /// Called for each piece; what it throws ends the reading.
    private let check: () throws -> Void
    private(set) var failure: (any Error)?
    /// How far the last piece reached: how far the import is, once its rows come.
    private(set) var reached = 0

    init(_ file: HeldFile, check: @escaping () throws -> Void) {
        self.file = file
        self.check = check
    }

    var count: Int { file.size }

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) {
        buffer.initializeMemory(as: UInt8.self, repeating: 0)
        guard failure == nil else { return }
        do {
            try check()
            try file.read(at: offset, into: buffer)
            reached = offset + buffer.count
        } catch {
            // NULs from here on, so that whoever reads comes to an end soon.
            buffer.initializeMemory(as: UInt8.self, repeating: 0)
            failure = error
        }
    }
}
