import KefuDomain
import KefuRPC
import KefuText

/// A message as it came in, with all that can be said about it without the base.
struct IncomingMessage: Sendable {
    let channel: String
    let peer: String
    let id: String
    /// `nil` without words.
    let text: String?
    /// The normalised text.
    let key: String
    let kind: MessageKind
    /// In lower case, without their dots.
    let fileTypes: [String]
    let senderName: String?
    /// Of a group chat; empty in a private one.
    let chatID: String
    let speaker: Speaker
    let at: Timestamp
    let receivedAt: Timestamp
    let isReplay: Bool
    /// Whether the base has an answer, as far as the caller knows.
    let isMatch: Bool?
    /// What the rules say of it.
    let match: RuleMatch?

    var isGroup: Bool { !chatID.isEmpty }
    /// Whether somebody waits for an answer.
    var isLive: Bool { speaker == .them && !isReplay }
    var isCourtesy: Bool { match == .courtesy && kind == .text && fileTypes.isEmpty }
    /// Whether it asks for a person, or complains.
    var asksForPerson: Bool {
        switch match {
        case .person, .complaint: true
        case .greeting, .courtesy, nil: false
        }
    }

    /// Clocks differ: what is further ahead than this was written now.
    private static let tolerance = Duration.seconds(60)

    init(_ params: ReceiveMessage.Params, rules: RuleBook, now: Timestamp) {
        channel = params.channel
        peer = params.peerID
        id = params.messageID
        text = params.text.flatMap { text in
            text.unicodeScalars.allSatisfy(\.properties.isWhitespace) ? nil : text
        }
        kind = params.kind ?? .text
        fileTypes = (params.fileTypes ?? []).map(Self.ending).filter { !$0.isEmpty }
        senderName = params.senderName.flatMap { $0.isEmpty ? nil : $0 }
        chatID = params.chatID ?? ""
        speaker = params.speaker ?? .them
        let time = params.timestamp ?? now
        at = time > now.adding(Self.tolerance) ? now : time
        receivedAt = now
        isReplay = params.isReplay ?? false
        isMatch = params.isMatch
        let words = text ?? ""
        key = words.isEmpty ? "" : Analyzer().key(words)
        match =
            words.isEmpty
            ? nil : rules.match(key: key, isBlank: Question.isEmojiOnly(words, key: key))
    }

    private static func ending(_ type: String) -> String {
        var ending = Substring(type.lowercased())
        while ending.first == "." || ending.first == " " { ending.removeFirst() }
        while ending.last == " " { ending.removeLast() }
        return String(ending)
    }
}

extension IncomingMessage {
    /// - Throws: `ErrorCode.invalidParams` for ids that name nothing, `limit` for an endless text.
    static func check(_ params: ReceiveMessage.Params) throws {
        typealias Key = ReceiveMessage.Params.CodingKeys
        let names: [(String, Key)] = [
            (params.channel, .channel), (params.peerID, .peerID), (params.messageID, .messageID),
        ]
        for (value, key) in names where value.isEmpty {
            throw KefuError.invalid(
                key.rawValue, .emptyText(key.rawValue), why: .namesNothing, hint: .fillText)
        }
    }
}
