public import KefuDomain

/// What remains of erased customers: a keyed hash of each identity, and when it was erased.
extension Connection {
    /// The keys of the hashes, as a list of hexadecimal texts: a restored backup may bring its own
    /// beside that of the base it replaces.
    private static let tombstoneKeys = "tombstone_keys"

    /// Marks an identity as erased; messages up to then never bring it back.
    public func bury(channel: String, peer: String, at: Timestamp) throws {
        var keys = try setting(Self.tombstoneKeys, as: [String].self) ?? []
        if keys.isEmpty {
            keys = [KeyedHash.freshKey().hexadecimal]
            try setSetting(Self.tombstoneKeys, to: keys)
        }
        try keepTombstone(Self.hash(channel, peer, key: keys[0]), at: at)
    }

    /// When an identity was last erased; `nil` for one that never was. A message dated up to then
    /// is to be taken for one of those erased; a later one starts a new contact.
    public func erasure(ofChannel channel: String, peer: String) throws -> Timestamp? {
        var latest: Timestamp?
        // Every message asks: the list is read without a decoder.
        let keys = try first("SELECT value FROM setting WHERE name = ?", Self.tombstoneKeys) {
            try JSONText.decode(list: $0.text(0))
        }
        for key in keys ?? [] {
            let found = try first(
                "SELECT erased_at FROM tombstone WHERE hash = ?",
                Blob(Self.hash(channel, peer, key: key)), read: { $0.time(0) })
            latest = [latest, found].compactMap { $0 }.max()
        }
        return latest
    }

    /// All tombstones with their keys, for the base that takes this one's place.
    public func tombstones() throws -> Tombstones {
        Tombstones(
            keys: try setting(Self.tombstoneKeys, as: [String].self) ?? [],
            hashes: try all("SELECT hash, erased_at FROM tombstone") { ($0.bytes(0), $0.time(1)) })
    }

    /// Takes over the tombstones of the base whose place this one takes.
    public func adopt(_ other: Tombstones) throws {
        let own = try setting(Self.tombstoneKeys, as: [String].self) ?? []
        // The other's first: new tombstones are made with the key that is in use.
        let keys = other.keys + own.filter { !other.keys.contains($0) }
        if keys != own { try setSetting(Self.tombstoneKeys, to: keys) }
        for (hash, time) in other.hashes { try keepTombstone(hash, at: time) }
    }

    private func keepTombstone(_ hash: [UInt8], at: Timestamp) throws {
        let sql = """
            INSERT INTO tombstone (hash, erased_at) VALUES (?, ?)
            ON CONFLICT (hash) DO UPDATE SET erased_at = max(erased_at, excluded.erased_at)
            """
        try run(sql, Blob(hash), at)
    }

    private static func hash(_ channel: String, _ peer: String, key: String) -> [UInt8] {
        // 0xFF is no byte of UTF-8: ("a", "bc") and ("ab", "c") differ.
        KeyedHash.of(Array(channel.utf8) + [0xFF] + Array(peer.utf8), key: Array(key.utf8))
    }
}

/// The tombstones of a base.
public struct Tombstones: Sendable {
    let keys: [String]
    let hashes: [(hash: [UInt8], at: Timestamp)]
}

extension [UInt8] {
    /// Two digits a byte.
    fileprivate var hexadecimal: String {
        map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
