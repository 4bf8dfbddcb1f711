/// The kinds of records that have an id on the wire.
public enum RecordKind: String, CaseIterable, Sendable {
    case entry = "e"
    case passage = "p"
    case document = "d"
    case answer = "a"
    case contact = "c"
    case thread = "t"
    case message = "m"
    case triggerOutput = "o"
    case candidate = "q"
    case learned = "l"
    case gap = "g"

    /// What a person calls such a record.
    public var phrase: Phrase {
        switch self {
        case .entry: Phrase("entry", "条目")
        case .passage: Phrase("passage", "段落")
        case .document: Phrase("document", "文档")
        case .answer: Phrase("answer", "回答")
        case .contact: Phrase("contact", "联系人")
        case .thread: Phrase("thread", "会话")
        case .message: Phrase("message", "消息")
        case .triggerOutput: Phrase("trigger output", "触发结果")
        case .candidate: Phrase("candidate", "候选")
        case .learned: Phrase("learned change", "学习记录")
        case .gap: Phrase("gap", "知识缺口")
        }
    }

    /// Where to find the ids that do exist.
    public var listingHint: Phrase {
        switch self {
        case .entry: Phrase("list the entries with kb.list", "用 kb.list 查看现有条目")
        case .passage, .document:
            Phrase("list the documents with kb.documents", "用 kb.documents 查看现有文档")
        case .answer: Phrase("list the answers with answer.list", "用 answer.list 查看历史回答")
        case .contact, .thread, .message:
            Phrase(
                "list the threads with hub.today or hub.unknown_pool",
                "用 hub.today 或 hub.unknown_pool 查看会话")
        case .triggerOutput: Phrase("make one with thread.trigger", "用 thread.trigger 生成")
        case .candidate: Phrase("list the queue with learn.pending", "用 learn.pending 查看待审队列")
        case .learned: Phrase("list them with learn.history", "用 learn.history 查看学习记录")
        case .gap: Phrase("list the gaps with learn.gaps", "用 learn.gaps 查看知识缺口")
        }
    }
}

/// The public id of a record: its kind's letter and its row number, as in `e42`.
public struct RecordID: Hashable, Sendable, CustomStringConvertible {
    public let kind: RecordKind
    public let row: Int64

    public init(_ kind: RecordKind, _ row: Int64) {
        self.kind = kind
        self.row = row
    }

    /// Reads an id as a client wrote it; `nil` for any text that is no id of this program.
    public init?(_ text: String) {
        guard let first = text.first, let kind = RecordKind(rawValue: String(first)),
            let row = Int64(text.dropFirst()), row > 0, "\(kind.rawValue)\(row)" == text
        else { return nil }
        self.init(kind, row)
    }

    /// Reads an id that must be of one kind.
    /// - Throws: `ErrorCode.notFound` for anything else: any string is a legal id.
    public static func row(of text: String, as kind: RecordKind) throws -> Int64 {
        guard let id = RecordID(text), id.kind == kind else { throw KefuError.notFound(kind) }
        return id.row
    }

    public var description: String { "\(kind.rawValue)\(row)" }
}
