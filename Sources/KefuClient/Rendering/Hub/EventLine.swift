import FoundationEssentials
import KefuDomain
import KefuRPC

/// How an event is shown: one line.
enum EventLine {
    /// - Parameter thread: the thread that it is about, where it is about one and that is known.
    static func text(
        _ event: Event.Params, thread: ThreadView?, _ look: Look, now: Timestamp
    ) -> String {
        let time = look.paint(clock(event.at), .faint)
        let topic = look.say(.topic(event.topic.rawValue))
        let label = look.paint(topic, tone(event, thread)) + spaces(9 - DisplayWidth.of(topic))
        let lead = 10 + 9 + 2
        let body = parts(event, thread, look, now).filter { !$0.isEmpty }.joined(separator: "  ")
        return "\(time)  \(label)  \(look.snippet(body, max(8, look.width - lead)))"
    }

    private static func parts(
        _ event: Event.Params, _ thread: ThreadView?, _ look: Look, _ now: Timestamp
    ) -> [String] {
        var parts: [String] = []
        if let id = event.data["thread_id"]?.plain { parts.append(id) }
        if let thread { parts.append(thread.name) }
        parts += details(event, look)
        guard let thread else { return parts }
        if event.topic != .status { parts.append(look.say(.threadStatus(thread.status))) }
        parts.append(DueText.phrase(thread, now: now).map { look.say($0) } ?? "")
        parts.append(thread.triggerType.map { look.say(.business($0)) } ?? "")
        parts.append(thread.topic)
        return parts
    }

    private static func details(_ event: Event.Params, _ look: Look) -> [String] {
        let data = event.data
        switch event.topic {
        case .message:
            return [data["speaker"]?.plain == "me" ? look.say(.speakerMe) : ""]
        case .status:
            let states = ["before", "status"].compactMap {
                data[$0]?.plain.flatMap(ThreadStatus.init(rawValue:)).map {
                    look.say(.threadStatus($0))
                }
            }
            return [states.joined(separator: " → ")]
        case .handoff:
            let reason = data["reason"]?.plain ?? ""
            return [
                data["answer_id"]?.plain ?? "",
                Phrase.reason(reason).map { look.say($0) } ?? reason,
            ]
        case .imported:
            let counts: [(String, Phrase)] = [
                ("added", .countAdded), ("updated", .countUpdated), ("refused", .countRefused),
            ]
            return [data["path"]?.plain ?? ""]
                + counts.compactMap { name, phrase in
                    data[name]?.plain.map { "\(look.say(phrase)) \($0)" }
                }
        case .overdue: return []
        case .alert: return alert(data, look)
        case .learned: return learned(data, look)
        }
    }

    /// Which records learning touched; never their words.
    private static func learned(_ data: JSONValue, _ look: Look) -> [String] {
        let records: [(String, Phrase)] = [
            ("entry_id", RecordKind.entry.phrase), ("answer_id", RecordKind.answer.phrase),
            ("candidate_id", .eventCandidate),
        ]
        let named = records.compactMap { name, phrase in
            data[name]?.plain.map { "\(look.say(phrase)) \($0)" }
        }
        return named + others(data, look, except: records.map(\.0))
    }

    private static func alert(_ data: JSONValue, _ look: Look) -> [String] {
        guard let bytes = try? JSONEncoder().encode(data),
            let alert = try? JSONDecoder().decode(Alert.self, from: bytes)
        else { return others(data, look, except: []) }
        return [look.say(.alert(alert))]
    }

    /// Whatever else an event says, by its names: of a newer daemon, say.
    private static func others(
        _ data: JSONValue, _ look: Look, except known: [String]
    ) -> [String] {
        guard case .object(let members) = data else { return [] }
        return members.sorted { $0.name < $1.name }
            .filter { $0.name != "thread_id" && !known.contains($0.name) }
            .compactMap { member in
                member.value.plain.map { "\(look.say(.eventMember(member.name))) \($0)" }
            }
    }

    private static func tone(_ event: Event.Params, _ thread: ThreadView?) -> Tone {
        switch event.topic {
        case .overdue, .alert: .bad
        case .handoff: event.data["priority"]?.plain == "high" ? .bad : .unsure
        case .message, .learned, .imported: .link
        case .status:
            event.data["status"]?.plain.flatMap(ThreadStatus.init(rawValue:)).map(Tone.init)
                ?? .link
        }
    }

    /// The local time of day.
    private static func clock(_ time: Timestamp) -> String {
        String(time.rfc3339.dropFirst(11).prefix(8))
    }
}

extension JSONValue {
    /// A text or a number as text; `nil` for anything else.
    var plain: String? {
        switch self {
        case .text(let text): text
        case .integer(let number): "\(number)"
        case .number(let number): "\(number)"
        default: nil
        }
    }
}
