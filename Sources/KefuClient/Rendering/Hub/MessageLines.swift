import KefuDomain
import KefuRPC

/// How a conversation is shown: who said what and when, oldest first.
enum MessageLines {
    /// - Parameter newestFirst: a page as the daemon gives it.
    static func lines(newestFirst: [MessageView], _ look: Look) -> [String] {
        newestFirst.reversed().flatMap { lines($0, look) }
    }

    private static func lines(_ message: MessageView, _ look: Look) -> [String] {
        let label = "\(shortTime(message.at))  \(padded(speaker(message, look), 8))  "
        var lines = look.paragraph(
            body(message, look), indent: 2, label: label, tone: message.isCourtesy ? .faint : nil)
        if let signal = signal(message, look) {
            let indent = 2 + DisplayWidth.of(label)
            lines += look.paragraph(signal, indent: indent, tone: .faint)
        }
        return lines
    }

    private static func speaker(_ message: MessageView, _ look: Look) -> String {
        switch message.speaker {
        case .them: look.say(.speakerThem)
        case .me: look.say(message.isBots ? .speakerBot : .speakerMe)
        }
    }

    private static func body(_ message: MessageView, _ look: Look) -> String {
        var parts: [String] = []
        if message.kind != .text { parts.append("[\(look.say(.messageKind(message.kind)))]") }
        if !message.fileTypes.isEmpty {
            parts.append("[\(message.fileTypes.joined(separator: ", "))]")
        }
        if let text = message.text {
            if !text.isEmpty { parts.append(text) }
        } else {
            parts.append(look.say(.textNotKept))
        }
        return parts.joined(separator: " ")
    }

    /// What a message earned, where anything counted.
    private static func signal(_ message: MessageView, _ look: Look) -> String? {
        guard let signal = message.signal else { return nil }
        let parts = signal.parts.filter { $0.points != 0 || $0.name == SignalPart.privateWords }
        guard !parts.isEmpty else { return nil }
        let texts = parts.map { text($0, look) }
        return "\(look.say(.score(signal.score)))  \(texts.joined(separator: " · "))"
    }

    private static func text(_ part: SignalPart, _ look: Look) -> String {
        var hits = part.hits
        switch part.name {
        case SignalPart.evidence:
            hits = hits.map { look.say(.evidence($0)) }
        // Why these count is said by their names.
        case SignalPart.workingHours, SignalPart.knowledge, SignalPart.floor: hits = []
        default: break
        }
        let sign = part.points < 0 ? "" : "+"
        let words = [look.say(.signalPart(part.name))] + hits + ["\(sign)\(part.points)"]
        return words.joined(separator: " ")
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + spaces(width - DisplayWidth.of(text))
    }
}
