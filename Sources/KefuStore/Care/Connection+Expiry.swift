public import KefuDomain

extension Connection {
    /// Live entries that are out of date by a moment, those that expire first in front.
    public func entries(
        expiringBy moment: Timestamp, _ filter: EntryFilter = EntryFilter(), limit: Int,
        after cursor: String? = nil
    ) throws -> Page<Entry> {
        let list = CursorList(
            "expiring", String(moment.milliseconds), filter.category, filter.status?.rawValue,
            filter.tag)
        let start = try list.start(cursor, else: [.min, 0])
        let sql = """
            SELECT id, expires_at FROM entry
            WHERE expires_at IS NOT NULL AND removed_at IS NULL AND expires_at <= ?1
                AND (expires_at, id) > (?2, ?3) AND category = coalesce(?4, category)
                AND status = coalesce(?5, status) AND (?6 IS NULL OR EXISTS (
                    SELECT 1 FROM entry_tag WHERE tag = ?6 AND entry = entry.id))
            ORDER BY expires_at, id LIMIT ?7
            """
        let rows = try all(
            sql, moment, start[0], start[1], filter.category, filter.status?.rawValue, filter.tag,
            limit + 1
        ) { (row: $0.integer(0), expiry: $0.integer(1)) }
        let found = try entries(rows.prefix(limit).lazy.map(\.row))
        let page = Page(rows, limit: limit) { list.cursor($0.expiry, $0.row) }
        return Page(items: page.items.compactMap { found[$0.row] }, nextCursor: page.nextCursor)
    }
}
