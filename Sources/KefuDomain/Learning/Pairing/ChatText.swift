/// What chat programs put into a message's text beside the words: placeholders for pictures, codes
/// of emoticons, names after @, and the message that was quoted.
enum ChatText {
    /// The message with its words alone. What it quotes becomes the message it replies to.
    /// - Parameter earlier: the messages before it.
    static func plain(_ turn: LearningTurn, after earlier: ArraySlice<LearningTurn>) -> LearningTurn
    {
        guard turn.kind == .text else { return turn }
        if turn.text.utf8.count > longest {
            return turn.saying("", kind: .file, repliesTo: turn.repliesTo)
        }
        if let kind = placeholders[turn.text.trimmingBlanks] {
            return turn.saying("", kind: kind, repliesTo: turn.repliesTo)
        }
        guard turn.text.contains(where: { "「[@＠".contains($0) }) else { return turn }
        let (quoted, words) = split(turn.text)
        let target = quoted.flatMap { quoted in
            earlier.suffix(nearest).last { !$0.text.isEmpty && $0.text.trimmingBlanks == quoted }
        }
        return turn.saying(
            withoutEmoticons(withoutMention(words)), kind: .text,
            repliesTo: turn.repliesTo ?? target?.message)
    }

    /// In bytes; more is a document that was pasted, and answers as little as a file does.
    private static let longest = 12_000

    /// A quoted message is looked for among so many.
    private static let nearest = 50

    private static let placeholders: [String: MessageKind] = [
        "[图片]": .image, "[照片]": .image, "[image]": .image, "[Image]": .image, "[Photo]": .image,
        "[视频]": .video, "[Video]": .video, "[语音]": .voice, "[Voice]": .voice, "[文件]": .file,
        "[File]": .file, "[链接]": .link, "[Link]": .link, "[位置]": .location, "[Location]": .location,
    ]

    /// 「张三：多少钱」, a line of dashes, and the reply.
    private static func split(_ text: String) -> (quoted: String?, words: String) {
        guard text.hasPrefix("「"), let end = text.firstRange(of: "」\n- - -") else {
            return (nil, text)
        }
        let head = text[text.index(after: text.startIndex)..<end.lowerBound]
        let quoted = head.split(separator: "：", maxSplits: 1).last.map { String($0).trimmingBlanks }
        let rest = text[end.upperBound...].drop { $0 != "\n" }
        return (quoted, String(rest).trimmingBlanks)
    }

    /// Without `@name ` at the beginning; the space may be a special one.
    private static func withoutMention(_ text: String) -> String {
        guard let first = text.first, first == "@" || first == "＠",
            let gap = text.firstIndex(where: \.isWhitespace),
            text.distance(from: text.startIndex, to: gap) <= longestName
        else { return text }
        return withoutMention(String(text[gap...]).trimmingBlanks)
    }

    private static let longestName = 24

    /// Without [微笑] and [OK].
    private static func withoutEmoticons(_ text: String) -> String {
        var rest = text
        while let start = rest.firstIndex(of: "["),
            let end = rest[start...].firstIndex(of: "]"),
            rest.distance(from: start, to: end) <= longestEmoticon,
            rest[rest.index(after: start)..<end].allSatisfy(\.isLetter)
        {
            rest.removeSubrange(start...end)
        }
        return rest.trimmingBlanks
    }

    private static let longestEmoticon = 7
}

extension LearningTurn {
    /// The same message with other words.
    func saying(
        _ text: String, kind: MessageKind, repliesTo: Int64?, at time: Timestamp? = nil
    ) -> LearningTurn {
        LearningTurn(
            message: message, speaker: speaker, text: text, kind: kind, at: time ?? at,
            isCourtesy: isCourtesy, repliesTo: repliesTo)
    }
}

extension String {
    /// Without white space at either end.
    fileprivate var trimmingBlanks: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
