public import KefuDomain

extension Connection {
    public func contact(_ row: Int64) throws -> ContactRecord? {
        try first(Self.contacts("contact WHERE id = ?"), row, read: Self.readContact)
    }

    /// Whom an id on a channel belongs to.
    public func contact(channel: Int64, peer: String) throws -> ContactRecord? {
        try first(Self.contactByPeer, channel, peer, read: Self.readContact)
    }

    // Asked of every message, so written once.
    private static let contactByPeer = contacts(
        """
        identity JOIN contact ON contact.id = identity.contact
        WHERE identity.channel = ? AND identity.peer_id = ?
        """)

    /// Makes a contact with one identity.
    public func insertContact(
        name: String, channel: Int64, peer: String, at: Timestamp
    ) throws -> ContactRecord {
        try run(
            "INSERT INTO contact (name, created_at, updated_at) VALUES (?1, ?2, ?2)", name, at)
        let row = lastRow
        try run(
            "INSERT INTO identity (channel, peer_id, contact) VALUES (?, ?, ?)", channel, peer, row)
        return ContactRecord(row: row, name: name, remark: "", createdAt: at, updatedAt: at)
    }

    /// Stores what changed of a contact.
    public func save(_ contact: ContactRecord) throws {
        let sql = """
            UPDATE contact SET name = ?, remark = ?, k_number = ?, k_code = ?, region = ?, level = ?,
                owner = ?, bucket = ?, auto_send = ?, promoted_at = ?, updated_at = ?
            WHERE id = ?
            """
        try run(
            sql, contact.name, contact.remark, contact.kNumber, contact.kCode, contact.region,
            contact.level, contact.owner, contact.bucket?.rawValue, contact.autoSend,
            contact.promotedAt, contact.updatedAt, contact.row)
    }

    /// A contact's ids on all channels, in the order of the channels' first messages.
    public func identities(ofContact row: Int64) throws -> [Identity] {
        let sql = """
            SELECT channel.name, identity.peer_id
            FROM identity JOIN channel ON channel.id = identity.channel
            WHERE identity.contact = ? ORDER BY identity.channel, identity.peer_id
            """
        return try all(sql, row) { Identity(channel: $0.text(0), peerID: $0.text(1)) }
    }

    private static func contacts(_ source: String) -> String {
        """
        SELECT contact.id, contact.name, contact.remark, contact.k_number, contact.k_code,
            contact.region, contact.level, contact.owner, contact.bucket, contact.auto_send,
            contact.promoted_at, contact.created_at, contact.updated_at
        FROM \(source)
        """
    }

    private static func readContact(_ row: Row) -> ContactRecord {
        ContactRecord(
            row: row.integer(0), name: row.text(1), remark: row.text(2),
            kNumber: row.optionalInteger(3).map(Int.init), kCode: row.optionalText(4),
            region: row.optionalText(5), level: row.optionalText(6), owner: row.optionalText(7),
            bucket: row.optionalText(8).flatMap(Bucket.init(rawValue:)),
            autoSend: row.optionalInteger(9).map { $0 != 0 }, promotedAt: row.optionalTime(10),
            createdAt: row.time(11), updatedAt: row.time(12))
    }
}
