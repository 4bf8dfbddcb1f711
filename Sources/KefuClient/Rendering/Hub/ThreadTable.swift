import KefuDomain
import KefuRPC

/// How threads are shown: one a line, or one with its messages.
enum ThreadTable {
    /// Threads, one a line.
    /// - Parameter isNumbered: whether each line begins with the number that commands take.
    static func lines(
        _ threads: [ThreadView], _ look: Look, now: Timestamp, isNumbered: Bool
    ) -> [String] {
        var table = Table([.right, .left, .left, .left, .right, .left, .left, .left, .left])
        for (index, thread) in threads.enumerated() {
            // What is private waits for nobody.
            let isPrivate = thread.bucket == .black
            let tone = isPrivate ? .faint : Tone(thread.status)
            let status: Phrase =
                isPrivate ? .bucket(thread.bucket) : .threadStatus(thread.status)
            let due = isPrivate ? DueText.age(thread, now) : DueText.phrase(thread, now: now)
            table.add([
                Table.Cell(isNumbered ? "\(index + 1)" : "", .faint),
                Table.Cell(thread.id, .link), Table.Cell(look.say(status), tone),
                Table.Cell(due.map { look.say($0) } ?? "", tone),
                Table.Cell("\(thread.score)"),
                Table.Cell(look.snippet(who(thread), look.width < 100 ? 14 : 28), .strong),
                Table.Cell(thread.triggerType.map { look.say(.business($0)) } ?? "", .faint),
                Table.Cell(tags(thread, look), .bad),
                Table.Cell(thread.topic),
            ])
        }
        return table.withoutEmptyColumns.lines(look)
    }

    /// Why a person is wanted.
    private static func tags(_ thread: ThreadView, _ look: Look) -> String {
        thread.tags.map { look.say(.threadTag($0)) }.joined(separator: look.comma)
    }

    /// Who a thread is with: the name, behind the running number of a customer.
    private static func who(_ thread: ThreadView) -> String {
        let number = thread.kCode?.split(separator: "-").first.map { "\($0) " }
        return (number ?? "") + thread.name
    }

    /// The line that says which thread it is and how it stands.
    static func head(_ thread: ThreadView, _ look: Look, now: Timestamp) -> String {
        let tone = Tone(thread.status)
        let status = look.paint(look.say(.threadStatus(thread.status)), .strong, tone)
        let due = DueText.phrase(thread, now: now).map { "  " + look.paint(look.say($0), tone) }
        let name = look.paint(look.snippet(thread.name, max(8, look.width - 40)), .strong)
        return "\(look.paint(thread.id, .link))  \(name)  \(status)\(due ?? "")"
    }

    /// A thread with all that it holds but its messages.
    static func facts(_ thread: ThreadView, _ look: Look) -> [String] {
        var first = [thread.contactID, thread.channel]
        if let chat = thread.chatID { first.append("\(look.say(.groupLabel)) \(chat)") }
        if let code = thread.kCode { first.append(code) }
        first.append(look.say(.bucket(thread.bucket)))
        first.append(look.say(.score(thread.score)))
        if let type = thread.triggerType { first.append(look.say(.business(type))) }
        var lines = look.paragraph(first.joined(separator: " · "), indent: 2, tone: .faint)
        var facts: [(Phrase, String)] = []
        if !thread.topic.isEmpty { facts.append((.topicLabel, thread.topic)) }
        if !thread.tags.isEmpty { facts.append((.tags, tags(thread, look))) }
        if let outcome = thread.outcome {
            facts.append((.outcomeLabel, look.say(.outcome(outcome))))
        }
        if let stars = thread.satisfaction {
            facts.append((.satisfactionLabel, String(repeating: "★", count: stars) + " \(stars)/5"))
        }
        for (label, value) in facts {
            lines += look.paragraph(value, indent: 2, label: look.say(label) + "  ")
        }
        if thread.isSilent {
            lines += look.paragraph(look.say(.isSilent), indent: 2, tone: .unsure)
        }
        return lines
    }

    /// What can be done about a thread, for a session.
    static func offers(_ thread: ThreadView, _ look: Look) -> [String] {
        var offers: [(String, Phrase)] = []
        if thread.bucket == .black {
            offers = [("/unblock", .canUnblock)]
        } else {
            offers = [
                ("/trigger", .canTrigger), ("/resolve", .canResolve), ("/snooze", .canSnooze),
                ("/wait", .canWait),
            ]
            if thread.kCode == nil {
                offers += [("/promote \(thread.id)", .canPromote), ("/block", .canBlock)]
            }
            if thread.isSilent { offers.append(("/release", .canRelease)) }
        }
        let texts = offers.map { "\($0.0) \(look.say($0.1))" }
        return look.flow(texts, indent: 2, tone: .faint)
    }
}

extension Look {
    /// Short texts side by side, as many a line as fit; none is broken in two.
    func flow(_ texts: [String], indent: Int, tone: Tone) -> [String] {
        var lines: [String] = []
        for text in texts {
            if let last = lines.last, indent + DisplayWidth.of(last + " · " + text) <= width {
                lines[lines.count - 1] = last + " · " + text
            } else {
                lines.append(text)
            }
        }
        return lines.map { spaces(indent) + paint($0, tone) }
    }
}
