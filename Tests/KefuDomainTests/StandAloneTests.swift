import Foundation
import KefuDomain
import Support
import Testing

/// Every question and wording of the sample base says what it means: next to none may be completed.
@Suite struct StandAloneTests {
    private static let questions: [String] = {
        let folder = Repository.path("kb")
        let files = FileManager.default.enumerator(atPath: folder)?.allObjects ?? []
        return files.compactMap { $0 as? String }.filter { $0.hasSuffix(".jsonl") }.sorted()
            .flatMap { questions(in: "\(folder)/\($0)") }
    }()

    private struct Row: Decodable {
        let text: String?
        let question: String?
        let variants: [String]?
    }

    private static func questions(in file: String) -> [String] {
        let lines = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
        return lines.split(separator: "\n").flatMap { line -> [String] in
            guard let row = try? JSONDecoder().decode(Row.self, from: Data(line.utf8)) else {
                return []
            }
            return [row.text, row.question].compactMap(\.self) + (row.variants ?? [])
        }
    }

    @Test(arguments: [
        "7kW 家用充电桩多少钱？", "E103 是什么故障？", "物业不同意安装怎么办？", "How much is the 7 kW charger?",
    ])
    func theSampleQuestionsStandAlone(before: String) {
        let asked = Turn(.them, before, action: .reply, at: Timestamp(seconds: 0))
        let conversation = Conversation.of([asked], now: Timestamp(seconds: 60))
        let changed = Self.questions.filter { conversation.completed($0) != $0 }
        print("\(before): \(changed.count) of \(Self.questions.count) completed: \(changed)")
        #expect(Self.questions.count > 1000)
        #expect(Double(changed.count) <= 0.01 * Double(Self.questions.count))
    }
}
