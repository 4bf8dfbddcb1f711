public import KefuDomain

/// What a trigger made of a thread.
public struct TriggerOutputRecord: Sendable, Hashable {
    public let row: Int64
    public let thread: Int64
    public let at: Timestamp
    public let type: TriggerType
    /// A JSON text of the desk's own; `nil` once its words are not kept.
    public let output: String?
    /// When the operator first used it.
    public let usedAt: Timestamp?
}

extension Connection {
    /// Stores a trigger's output.
    /// - Parameter output: `nil` where no words are kept.
    /// - Returns: its row.
    public func insertTriggerOutput(
        thread: Int64, at: Timestamp, type: TriggerType, output: String?
    ) throws -> Int64 {
        try run(
            "INSERT INTO trigger_output (thread, at, type, output) VALUES (?, ?, ?, ?)", thread, at,
            type.rawValue, output)
        return lastRow
    }

    public func triggerOutput(_ row: Int64) throws -> TriggerOutputRecord? {
        let sql = "SELECT id, thread, at, type, output, used_at FROM trigger_output WHERE id = ?"
        return try first(sql, row) { row in
            TriggerOutputRecord(
                row: row.integer(0), thread: row.integer(1), at: row.time(2),
                type: TriggerType(rawValue: row.text(3)) ?? .preSales, output: row.optionalText(4),
                usedAt: row.optionalTime(5))
        }
    }

    /// Notes that the operator used an output; the first use stays.
    public func useTriggerOutput(_ row: Int64, at: Timestamp) throws {
        try run(
            "UPDATE trigger_output SET used_at = ? WHERE id = ? AND used_at IS NULL", at, row)
    }
}

/// What a customer said in a thread.
public struct CustomerWords: Sendable, Hashable {
    /// Oldest first.
    public let texts: [String]
    /// How many pictures came with them.
    public let pictures: Int
}

extension Connection {
    /// What the customer said lately.
    /// - Parameter limit: the most messages, the newest.
    public func customerWords(inThread row: Int64, limit: Int) throws -> CustomerWords {
        let sql = """
            SELECT text, kind FROM message WHERE thread = ? AND speaker = 'them'
            ORDER BY at DESC, id DESC LIMIT ?
            """
        let messages = try all(sql, row, limit) { ($0.optionalText(0), $0.text(1)) }
        return CustomerWords(
            texts: messages.reversed().compactMap(\.0),
            pictures: messages.count { $0.1 == MessageKind.image.rawValue })
    }
}
