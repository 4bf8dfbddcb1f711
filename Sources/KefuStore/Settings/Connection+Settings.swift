extension Connection {
    /// A kept value; `nil` when it was never set.
    /// - Throws: `ErrorCode.unreadable` when what is stored is of another shape.
    public func setting<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value? {
        let json = try first("SELECT value FROM setting WHERE name = ?", name) { $0.text(0) }
        return try json.map { try JSONText.decode(type, from: $0) }
    }

    public func setSetting(_ name: String, to value: some Encodable) throws {
        let sql = """
            INSERT INTO setting (name, value) VALUES (?, ?)
            ON CONFLICT (name) DO UPDATE SET value = excluded.value
            """
        try run(sql, name, try JSONText.encode(value))
    }

    public func removeSetting(_ name: String) throws {
        try run("DELETE FROM setting WHERE name = ?", name)
    }
}
