import Foundation
import KefuImport
import Support

/// What the real `kefu-extract`, confined, told about a file.
struct ConfinedReader {
    let events: [ExtractionEvent]
    let status: Int32

    init(
        _ data: Data, ending: String, seconds: Int = 60, memoryMegabytes: Int = 1024,
        environment: [String: String] = [:]
    ) throws {
        let directory = try TemporaryDirectory()
        let file = try directory.write("file", data)
        let outcome = try Programs.run(
            atPath: "/bin/bash",
            [
                "-c",
                "exec \"$0\" --seconds \(seconds) --memory-mb \(memoryMegabytes) "
                    + "--ending \(ending) < \"$1\"", Programs.path(of: "kefu-extract"), file,
            ], environment: ["OMP_THREAD_LIMIT": "1"].merging(environment) { $1 })
        status = outcome.status
        let decoder = JSONDecoder()
        events = try outcome.output.split(separator: "\n").map { line in
            try decoder.decode(ExtractionEvent.self, from: Data(line.utf8))
        }
    }

    /// Blocks as `kind text [page]`, headings by their level, rows with bars between their cells.
    var lines: [String] {
        events.compactMap { event in
            switch event {
            case .block(let block) where block.kind == .heading:
                "\(String(repeating: "#", count: block.level)) \(block.text)\(mark(block.page))"
            case .block(let block) where block.kind == .paragraph:
                "\(block.text)\(mark(block.page))"
            case .block(let block): "\(block.kind): \(block.text)\(mark(block.page))"
            case .row(let row): "| \(row.cells.joined(separator: " | "))\(mark(row.page))"
            default: nil
            }
        }
    }

    var notes: [ExtractionNote] {
        events.compactMap { if case .note(let note) = $0 { note } else { nil } }
    }

    var failure: ExtractionFailure? {
        events.lazy.compactMap { if case .failure(let failure) = $0 { failure } else { nil } }.first
    }

    private func mark(_ page: Int?) -> String { page.map { " [\($0)]" } ?? "" }
}

/// Whether libraries that some tests need are installed.
enum Installed {
    static let poppler = has("libpoppler-glib.so.8")
    static let tesseract = has("libtesseract.so.5") && Tool.exists("tesseract")

    private static func has(_ library: String) -> Bool {
        guard let handle = dlopen(library, RTLD_LAZY) else { return false }
        dlclose(handle)
        return true
    }
}
