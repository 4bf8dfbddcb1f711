import KefuDomain
import KefuRPC

/// The options of the hub's commands.
extension CommandOption {
    static let minutes = CommandOption(
        name: "minutes", value: Argument("N", .whole), help: .optionMinutes)
    static let until = CommandOption(
        name: "until", value: Argument("TIME", .text), help: .optionUntil)
    static let outcome = CommandOption(
        name: "outcome", value: Argument("OUTCOME", .choice(Outcome.allCases.map(\.rawValue))),
        help: .optionOutcome)
    static let hours = CommandOption(
        name: "hours", value: Argument("N", .whole), help: .optionHours)
    static let triggerType = CommandOption(
        name: "type", value: Argument("TYPE", .choice(TriggerType.words)), help: .optionType)
    static let owner = CommandOption(
        name: "owner", value: Argument("NAME", .text), help: .optionOwner)
    static let contactName = CommandOption(
        name: "name", value: Argument("NAME", .text), help: .optionName)
    static let remark = CommandOption(
        name: "remark", value: Argument("TEXT", .text), help: .optionRemark)
    static let contactAutoSend = CommandOption(
        name: "auto-send", value: Argument("WHEN", .choice(["on", "off", "channel"])),
        help: .optionAutoSend)
    static let yes = CommandOption(name: "yes", short: "y", help: .optionYes)
    static let at = CommandOption(name: "at", value: Argument("TIME", .text), help: .optionAt)
    static let from = CommandOption(
        name: "from", value: Argument("DATE", .text), help: .optionFrom)
    static let to = CommandOption(name: "to", value: Argument("DATE", .text), help: .optionTo)
    static let topic = CommandOption(
        name: "topic", value: Argument("TOPIC", .choice(EventTopic.allCases.map(\.rawValue))),
        isRepeatable: true, help: .optionTopic)
}

extension Invocation {
    /// The value of an option that is a time yet to come: a full one, or the next time that a
    /// clock shows `18:30`.
    /// - Throws: `ErrorCode.usage` for a text that is none.
    func moment(_ option: CommandOption, now: Timestamp = Moment.now) throws -> Timestamp? {
        guard let text = value(option) else { return nil }
        if let time = Moment.read(text) ?? Moment.next(text, after: now) { return time }
        throw KefuError.usage(.notATime("--\(option.name)"), .clockForms)
    }
}

extension Moment {
    /// The next moment at which a local clock shows `HH:MM`; `nil` for another text.
    static func next(_ text: String, after now: Timestamp) -> Timestamp? {
        let clock = text.trimmed.count == 4 ? "0" + text.trimmed : text.trimmed
        for days in 0...1 {
            let day = now.adding(.seconds(86_400 * days)).rfc3339.prefix(10)
            guard clock.count == 5, let time = read("\(day)T\(clock)") else { return nil }
            if time > now { return time }
        }
        return nil
    }
}
