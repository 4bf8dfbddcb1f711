import CSystem
import Glibc
import KefuDomain

/// One running `kefu-extract`. It belongs to one thread, and does not outlive its object.
final class ExtractionProcess {
    private let child: Int32
    private let output: Int32
    private var hasEnded = false
    /// How long this process waited for the other, all in all.
    private(set) var waited = Duration.zero

    /// How it ended.
    struct Outcome {
        /// The signal that ended it; 0 when it ended by itself.
        let signal: Int32
        /// The most memory that it had in use, in bytes.
        let peak: UInt64
    }

    /// - Throws: `ErrorCode.unreadable` when it cannot be started.
    init(_ program: ExtractionProgram, arguments: [String], input: Int32) throws {
        var ends: [Int32] = [-1, -1]
        guard ksys_pipe(&ends) == 0 else { throw Self.unstartable(errno) }
        let words = CStrings([program.path] + arguments)
        let environment = CStrings(program.environment)
        child = ksys_start_reader(
            program.path, words.pointers, environment.pointers, input, ends[1])
        let cause = errno
        close(ends[1])
        output = ends[0]
        if child < 0 {
            close(output)
            hasEnded = true
            throw Self.unstartable(cause)
        }
    }

    deinit {
        if !hasEnded { _ = reap(patience: 0) }
    }

    /// Reads what it wrote next; empty when it closed its output, `nil` when nothing came for a
    /// moment.
    func read(into buffer: inout [UInt8]) throws -> ArraySlice<UInt8>? {
        var ready = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
        let start = ContinuousClock.now
        let count = poll(&ready, 1, Self.patience)
        waited += ContinuousClock.now - start
        guard count > 0 else { return nil }
        let length = Glibc.read(output, &buffer, buffer.count)
        if length < 0 { return errno == EINTR ? nil : [] }
        return buffer[..<length]
    }

    /// Waits a moment for its end, or kills it at once.
    func finish(killing: Bool) -> Outcome {
        reap(patience: killing ? 0 : 2000)
    }

    /// How long one look for output lasts, in milliseconds.
    private static let patience: Int32 = 100

    private func reap(patience: Int32) -> Outcome {
        var status: Int32 = 0
        var peak: UInt64 = 0
        _ = ksys_wait(child, patience, &status, &peak)
        close(output)
        hasEnded = true
        return Outcome(signal: status & 0x7F, peak: peak)
    }

    private static func unstartable(_ code: Int32) -> KefuError {
        KefuError(
            .unreadable, .extractionNoProgram, why: .systemReason(String(cString: strerror(code))),
            hint: .extractionInstall)
    }
}

/// Texts as a C program takes them: a list of pointers that ends with a null one.
private final class CStrings {
    let pointers: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
    private let count: Int

    init(_ texts: [String]) {
        count = texts.count
        pointers = .allocate(capacity: count + 1)
        for (index, text) in texts.enumerated() { (pointers + index).initialize(to: strdup(text)) }
        (pointers + count).initialize(to: nil)
    }

    deinit {
        for index in 0..<count { free(pointers[index]) }
        pointers.deallocate()
    }
}
