import KefuDomain

extension Connection {
    public func channel(named name: String) throws -> ChannelRecord? {
        try first(
            "SELECT id, name, auto_send FROM channel WHERE name = ?", name, read: Self.readChannel)
    }

    /// The channel of a name; it is made when it is new.
    public func ensureChannel(_ name: String) throws -> ChannelRecord {
        if let known = try channel(named: name) { return known }
        try run("INSERT INTO channel (name) VALUES (?)", name)
        return ChannelRecord(row: lastRow, name: name, autoSend: nil)
    }

    /// Says whether the bot sends by itself on a channel.
    public func setAutoSend(_ autoSend: Bool, onChannel row: Int64) throws {
        try run("UPDATE channel SET auto_send = ? WHERE id = ?", autoSend, row)
    }

    /// Every channel, by name.
    public func channels() throws -> [ChannelRecord] {
        try all("SELECT id, name, auto_send FROM channel ORDER BY name", read: Self.readChannel)
    }

    /// How many threads each channel has.
    public func threadsByChannel() throws -> [Int64: Int] {
        let sql = "SELECT channel, count(*) FROM thread GROUP BY channel"
        let rows = try all(sql) { ($0.integer(0), $0.int(1)) }
        return Dictionary(uniqueKeysWithValues: rows)
    }

    private static func readChannel(_ row: Row) -> ChannelRecord {
        ChannelRecord(
            row: row.integer(0), name: row.text(1),
            autoSend: row.optionalInteger(2).map { $0 != 0 })
    }
}
