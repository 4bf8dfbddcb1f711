import KefuDomain
import KefuRPC

/// How contacts and channels are shown.
enum ContactPage {
    static func lines(_ contact: ContactView, _ look: Look) -> [String] {
        var lines = look.paragraph(contact.name, label: "\(contact.id)  ", tone: .strong)
        let kind = [
            look.say(.contactType(contact.type)), look.say(.bucket(contact.bucket)),
            look.say(.confidencePercent(contact.confidence)),
        ]
        lines += look.paragraph(kind.joined(separator: " · "), indent: 2, tone: .faint)
        for (label, value) in facts(contact, look) {
            lines += look.paragraph(value, indent: 2, label: look.say(label) + "  ")
        }
        return lines
    }

    /// The line that says what became of a contact.
    static func brief(_ contact: ContactView, _ said: Phrase, _ look: Look) -> [String] {
        let name = look.snippet(contact.name, max(8, look.width - 40))
        return ["\(look.say(said)) \(look.paint(contact.id, .link))  \(name)"]
    }

    private static func facts(_ contact: ContactView, _ look: Look) -> [(Phrase, String)] {
        var facts: [(Phrase, String)] = []
        if let code = contact.kCode { facts.append((.kCodeLabel, code)) }
        if !contact.remark.isEmpty { facts.append((.remarkLabel, contact.remark)) }
        if let owner = contact.owner { facts.append((.ownerLabel, owner)) }
        for identity in contact.identities {
            facts.append((.identityLabel, "\(identity.channel) \(identity.peerID)"))
        }
        let sends: Phrase =
            contact.autoSend.map { $0 ? .autoSendOn : .autoSendOff } ?? .autoSendAsChannel
        facts.append((.autoSendLabel, look.say(sends)))
        facts.append((.sinceLabel, shortTime(contact.createdAt)))
        facts.append((.changed, shortTime(contact.updatedAt)))
        return facts
    }

    static func lines(_ channels: [ChannelView], _ look: Look) -> [String] {
        var table = Table([.left, .left, .left, .right])
        for channel in channels {
            table.add([
                Table.Cell(channel.channel, .link), Table.Cell(look.say(.autoSendLabel), .faint),
                Table.Cell(
                    look.say(channel.autoSend ? .autoSendOn : .autoSendOff),
                    channel.autoSend ? .good : .faint),
                Table.Cell(look.say(.threadCount(channel.threads))),
            ])
        }
        return table.lines(look)
    }

    /// What an erasure removed, most first.
    static func erased(_ counts: [String: Int], _ look: Look) -> [String] {
        let some = counts.filter { $0.value > 0 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        guard !some.isEmpty else { return [look.say(.erasedNothing)] }
        let texts = some.map { "\(look.say(.erasedKind($0.key))) \($0.value)" }
        let separator = look.language == .chinese ? "，" : ", "
        return [look.say(.erasedCounts(texts.joined(separator: separator)))]
    }
}
