import Foundation
import KefuDomain
import KefuImport
import Support

@testable import KefuExtract

/// What a reader told about a file, without the daemon and without confinement.
struct Extracted {
    private(set) var events: [ExtractionEvent] = []
    private(set) var error: KefuError?

    init(_ data: Data, ending: String = "") throws {
        let directory = try TemporaryDirectory()
        let handle = try FileHandle(
            forReadingFrom: URL(fileURLWithPath: directory.write("file", data)))
        let file = try InputFile(descriptor: handle.fileDescriptor, ending: ending)
        guard let family = FileFamily.of(try file.head(FileFamily.headSize), ending: ending) else {
            return
        }
        var found: [ExtractionEvent] = []
        do {
            try Extractors.make(for: family).extract(file) { found.append($0) }
        } catch let failure as KefuError {
            error = failure
        }
        events = found
    }

    init(html: String) throws { try self.init(Data(html.utf8), ending: "html") }

    /// The cells of each row.
    var rows: [[String]] { rowEvents.map(\.cells) }

    var rowEvents: [ExtractedRow] {
        events.compactMap { if case .row(let row) = $0 { row } else { nil } }
    }

    /// Blocks as `kind text`, headings as `# text` by level.
    var blocks: [String] {
        events.compactMap { event in
            guard case .block(let block) = event else { return nil }
            switch block.kind {
            case .heading: return String(repeating: "#", count: block.level) + " " + block.text
            case .paragraph: return block.text
            default: return "\(block.kind): \(block.text)"
            }
        }
    }

    var notes: [ExtractionNote] {
        events.compactMap { if case .note(let note) = $0 { note } else { nil } }
    }

    var format: String {
        events.lazy.compactMap { if case .format(let name) = $0 { name } else { nil } }.first ?? ""
    }
}
