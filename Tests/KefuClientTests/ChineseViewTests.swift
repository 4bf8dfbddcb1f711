import KefuDomain
import KefuRPC
import Testing

@testable import KefuClient

/// Whether anything English is left where the operator reads Chinese.
struct ChineseViewTests {
    private let look = Look.plain(.chinese)

    private func entry(_ status: EntryStatus) -> Entry {
        Entry(
            id: "e1", question: "质保多久", answer: "两年", status: status, source: .learned,
            review: .always, createdAt: Timestamp(seconds: 0), updatedAt: Timestamp(seconds: 0))
    }

    private func isEnglish(_ lines: [String]) -> Bool {
        lines.joined(separator: " ").replacing("e1", with: "").contains {
            $0.isASCII && $0.isLetter
        }
    }

    @Test(arguments: EntryStatus.allCases)
    func entriesAreChinese(status: EntryStatus) {
        #expect(!isEnglish(EntryView.lines(entry(status), look)))
        #expect(!isEnglish(EntryView.table([entry(status)], look)))
    }

    @Test(arguments: [
        "created", "updated", "imported", "learned", "corrected", "removed", "reverted",
    ])
    func revisionsAreChinese(cause: String) {
        let revision = EntryRevision(
            revision: 1, at: Timestamp(seconds: 0), what: cause, entry: entry(.active))
        #expect(!isEnglish(EntryView.table([revision], look)))
    }

    @Test func countsAreChinese() {
        var byStatus: [String: Int] = [:]
        for status in EntryStatus.allCases { byStatus[status.rawValue] = 1 }
        var bySource: [String: Int] = [:]
        for source in EntrySource.allCases { bySource[source.rawValue] = 1 }
        let counts = BaseStatistics.Result(
            entries: 4, byStatus: byStatus, bySource: bySource, byCategory: ["": 4], variants: 0,
            negatives: 0, documents: 0, passages: 0, expired: 0, neverHit: 0)
        #expect(!isEnglish(SystemView.lines(counts, look)))
    }

    @Test(arguments: ThreadStatus.allCases)
    func threadsAreChinese(status: ThreadStatus) {
        let thread = sampleThread(
            "", contact: "", status: status, sla: 600, followUp: 600, snoozed: 600,
            trigger: .development, isSilent: true, outcome: .transferred, satisfaction: 5)
        let now = Timestamp(seconds: 1_790_000_000)
        #expect(!isEnglish(ThreadTable.lines([thread], look, now: now, isNumbered: true)))
        #expect(!isEnglish([ThreadTable.head(thread, look, now: now)]))
        let facts = ThreadTable.facts(thread, look).map { $0.replacing("wechat", with: "") }
        #expect(!isEnglish(facts))
        #expect(!isEnglish(ThreadTable.offers(thread, look).map(withoutCommands)))
    }

    @Test(arguments: EventTopic.allCases)
    func eventsAreChinese(topic: EventTopic) {
        let event = Event.Params(
            seq: 1, topic: topic, at: Timestamp(seconds: 0),
            data: ["speaker": "me", "status": "OVERDUE", "reason": "person", "added": 1])
        // What a kind without words of its own says is the daemon's.
        guard ![.alert, .learned].contains(topic) else { return }
        #expect(!isEnglish([EventLine.text(event, thread: nil, look, now: Timestamp(seconds: 0))]))
    }

    private func withoutCommands(_ line: String) -> String {
        line.replacing(/\/[a-z-]+/, with: "")
    }

    @Test func everySettingIsExplainedInBothLanguages() {
        let keys = Self.keys(of: Configuration.self)
        #expect(keys.count > 15)
        for key in keys {
            let field = Configuration.field(key.split(separator: ".").map(String.init))
            #expect(field != nil && field?.phrase.chinese != field?.phrase.english, "\(key)")
        }
        let setting = SettingInForce(
            key: "thresholds.reply", value: .number(0.75), source: .default,
            explanation: "From here on the answer is given.")
        #expect(SystemView.table([setting], look).first?.hasSuffix("达到此值即给出答案") == true)
        let newer = SettingInForce(
            key: "a.newer.one", value: .null, source: .default, explanation: "Does a thing.")
        #expect(SystemView.table([newer], look).first?.hasSuffix("Does a thing.") == true)
    }

    private static func keys(of type: any Documented.Type, _ path: String = "") -> [String] {
        type.fields.flatMap { name, field in
            guard case .object(let inner) = field.kind else { return [path + name] }
            return keys(of: inner, path + name + ".")
        }
    }
}
