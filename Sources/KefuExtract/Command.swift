import CSystem
import CXML
import Glibc
import KefuDomain
import KefuImport

/// The whole life of `kefu-extract`: it confines itself, reads the file on standard input, and
/// writes events to standard output.
public enum Command {
    /// - Returns: the exit status; 0 also for a file that is of no use, which is an event like others.
    public static func run(arguments: [String]) -> Int32 {
        guard let options = Options(arguments) else {
            EventWriter.complain(usage)
            return ErrorCode.usage.exitStatus
        }
        if options.probes { return Probe.run(options.confinement) }
        let writer = EventWriter(descriptor: STDOUT_FILENO)
        defer { writer.flush() }
        do {
            do {
                try read(options, into: writer)
                try writer.write(.end)
            } catch let error as KefuError {
                try writer.write(.failure(ExtractionFailure(error)))
            }
            return 0
        } catch {
            return 1
        }
    }

    private static func read(_ options: Options, into writer: EventWriter) throws {
        // Without it the libraries cannot spell names beyond ASCII; this locale needs no file.
        setlocale(LC_CTYPE, "C.UTF-8")
        try options.confinement.limit()
        xmlInitParser()
        let file = try InputFile(descriptor: STDIN_FILENO, ending: options.ending)
        let head = try file.head(FileFamily.headSize)
        guard let family = FileFamily.of(head, ending: options.ending) else {
            throw KefuError(
                .unreadable, .extractionUnknown, why: .extractionUnknown, hint: .importKnownFormats)
        }
        let extractor = try Extractors.make(
            for: family, seconds: options.confinement.seconds)
        try Confinement.seal(extractor.access)
        try extractor.extract(file) { event in try writer.write(event) }
    }

    private static let usage = """
        usage: kefu-extract [--memory-mb N] [--seconds N] [--ending E] < FILE
               kefu-extract --probe

        """
}

/// What the daemon, or a curious person, asks for.
private struct Options {
    var confinement = Confinement(memoryMegabytes: 1024, seconds: 300)
    var ending = ""
    var probes = false

    init?(_ arguments: [String]) {
        var rest = arguments[...]
        while let name = rest.popFirst() {
            if name == "--probe" {
                probes = true
                continue
            }
            guard let value = rest.popFirst() else { return nil }
            switch name {
            case "--ending": ending = value.lowercased()
            case "--memory-mb":
                guard let number = Int(value), number > 0 else { return nil }
                confinement.memoryMegabytes = number
            case "--seconds":
                guard let number = Int(value), number > 0 else { return nil }
                confinement.seconds = number
            default: return nil
            }
        }
    }
}
