import FoundationEssentials
import Glibc
import KefuDomain
import KefuImport

/// Has a stranger's file read by a process of its own, and holds it to its limits.
struct Extraction: Sendable {
    let settings: ImportSettings

    /// Stands behind the hash of a file that was read so; another reader may find more in it.
    static let version = "-x1"

    /// Reads a file and sends its pieces to the sink.
    /// - Parameters:
    ///   - ending: of the file's name.
    ///   - format: the format that the caller expects.
    ///   - waiting: called a few times each second; what it throws ends the reading.
    /// - Returns: the name of the format that was read.
    /// - Throws: `ErrorCode.unreadable` for a file of no use, `ErrorCode.limit` for one that went
    ///   beyond a limit, and whatever the sink throws.
    func harvest(
        _ file: HeldFile, ending: String, format: String?, waiting: () throws -> Void,
        into sink: HarvestSink
    ) throws -> String {
        let process = try ExtractionProcess(
            ExtractionProgram(configured: settings.program), arguments: arguments(ending),
            input: file.descriptor)
        var reading = Reading(settings: settings, expected: format)
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while !reading.hasEnded {
            guard process.waited < .seconds(settings.seconds) else {
                _ = process.finish(killing: true)
                throw Self.failure(reading, .extractionTookTooLong(settings.seconds), "seconds")
            }
            guard let chunk = try process.read(into: &buffer) else {
                try waiting()
                continue
            }
            if chunk.isEmpty { break }
            try reading.take(chunk, into: sink)
        }
        let outcome = process.finish(killing: reading.hasEnded)
        guard reading.hasEnded else { throw broken(reading, outcome) }
        return try reading.finish()
    }

    private func arguments(_ ending: String) -> [String] {
        var words = [
            "--memory-mb", String(settings.memoryMegabytes), "--seconds", String(settings.seconds),
        ]
        if ending.count <= 10, ending.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) {
            words += ["--ending", ending.isEmpty ? "none" : ending]
        }
        return words
    }

    /// Why it ended before its last word.
    private func broken(_ reading: Reading, _ outcome: ExtractionProcess.Outcome) -> KefuError {
        // The kernel's own clock counts the time that it computed.
        if outcome.signal == SIGXCPU {
            return Self.failure(reading, .extractionTookTooLong(settings.seconds), "seconds")
        }
        // Memory that is refused ends it in many ways; what it had by then tells.
        if outcome.signal != 0, outcome.peak > UInt64(settings.memoryMegabytes) << 19 {
            return Self.failure(
                reading, .extractionTookTooMuch(settings.memoryMegabytes), "memory_mb")
        }
        return KefuError(
            .unreadable, .extractionFailed(reading.label),
            why: outcome.signal == 0 ? .extractionBroken : .extractionCrashed,
            hint: .extractionOpenAndSave)
    }

    fileprivate static func failure(_ reading: Reading, _ why: Phrase, _ key: String) -> KefuError {
        KefuError(
            .limit, .extractionFailed(reading.label), why: why,
            hint: .extractionRaiseLimit("import.\(key)"))
    }
}

/// What has come from a reading process so far.
private struct Reading {
    private let settings: ImportSettings
    private let expected: String?
    private let decoder = JSONDecoder()
    private var harvest = ExtractionHarvest()
    /// The beginning of a line whose end has not come yet.
    private var pending: [UInt8] = []
    private var taken = 0

    init(settings: ImportSettings, expected: String?) {
        self.settings = settings
        self.expected = expected
    }

    var hasEnded: Bool { harvest.hasEnded }

    /// What the file is called in messages.
    var label: String { harvest.format.isEmpty ? "" : harvest.format.uppercased() }

    mutating func take(_ chunk: ArraySlice<UInt8>, into sink: HarvestSink) throws {
        taken += chunk.count
        guard taken <= settings.outputMegabytes << 20 else {
            throw Extraction.failure(
                self, .extractionGaveTooMuch(settings.outputMegabytes), "output_mb")
        }
        var rest = chunk
        while let end = rest.firstIndex(of: 0x0A) {
            pending += rest[..<end]
            rest = rest[(end + 1)...]
            try takeLine(into: sink)
            if hasEnded { return }
        }
        pending += rest
        if pending.count > Self.maxLine { throw broken }
    }

    /// Longer lines are nobody's: a row of long cells is shorter.
    private static let maxLine = 32 << 20

    private var broken: KefuError {
        KefuError(
            .unreadable, .extractionFailed(label), why: .extractionBroken,
            hint: .extractionOpenAndSave)
    }

    /// - Throws: `ErrorCode.unreadable` when it brought nothing.
    func finish() throws -> String {
        try harvest.requireContent()
        return harvest.format
    }

    private mutating func takeLine(into sink: HarvestSink) throws {
        defer { pending.removeAll(keepingCapacity: true) }
        guard let event = try? decoder.decode(ExtractionEvent.self, from: Data(pending)) else {
            throw broken
        }
        try harvest.take(event, into: sink)
        if case .format = event, let expected, expected != harvest.format {
            throw KefuError.isNot(expected, but: harvest.format)
        }
    }
}

extension KefuError {
    /// The failure of a file that is of another format than the caller said.
    static func isNot(_ expected: String, but found: String) -> KefuError {
        KefuError(
            .unreadable, .importIsNot(expected), why: .importLooksLike(found),
            hint: .importOmitFormat)
    }
}
