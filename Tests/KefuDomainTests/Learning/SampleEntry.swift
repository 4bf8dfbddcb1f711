import Foundation
import Support

/// A question with its answer, as the sample base has them.
struct SampleEntry: Decodable {
    let question: String
    let answer: String

    /// Those of every list in `kb/`.
    static func all() throws -> [SampleEntry] {
        let folder = Repository.path("kb")
        let files = FileManager.default.enumerator(atPath: folder)?.allObjects ?? []
        return try files.compactMap { $0 as? String }.filter { $0.hasSuffix(".jsonl") }.sorted()
            .flatMap { file in
                try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
                    .split(separator: "\n")
                    .compactMap { try? JSONDecoder().decode(SampleEntry.self, from: Data($0.utf8)) }
            }
    }
}
