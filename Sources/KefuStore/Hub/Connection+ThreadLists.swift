public import KefuDomain

/// The lists of the hub. Each has an index of its own, whose WHERE its queries repeat word for
/// word: SQLite uses a partial index only then. They name it, for without statistics the planner
/// takes another one and sorts what that gives.
extension Connection {
    private static let open = "thread.status IN ('UNSEEN', 'NEED_REPLY', 'OVERDUE')"
    private static let pool = "thread.is_known = 0 AND thread.bucket <> 'BLACK' AND " + open
    private static let known = "thread.is_known = 1 AND thread.bucket <> 'BLACK' AND " + open
    private static let today = "thread.bucket <> 'BLACK' AND " + open
    private static let blocked = "thread.bucket = 'BLACK'"

    /// Strangers who look like customers and wait for us, best score first, then who waits longest.
    /// - Parameter score: the least that counts.
    public func unknownPool(
        score: Int, limit: Int, after cursor: String? = nil
    ) throws -> Page<ThreadRecord> {
        let list = CursorList("pool")
        let start = try list.start(cursor, else: [.max, .min, 0])
        // The score falls while the rest grows, which no row value says. Two queries, each of which
        // begins where the index does, read no more than the page.
        let same = Self.threads(
            by: "thread_pool",
            """
            \(Self.pool) AND thread.score = ?1 AND thread.score >= ?2
                AND (thread.waits_since, thread.id) > (?3, ?4)
            ORDER BY thread.waits_since, thread.id LIMIT ?5
            """)
        let lower = Self.threads(
            by: "thread_pool",
            """
            \(Self.pool) AND thread.score < ?1 AND thread.score >= ?2
            ORDER BY thread.score DESC, thread.waits_since, thread.id LIMIT ?3
            """)
        var rows = try all(
            same, start[0], score, start[1], start[2], limit + 1, read: Self.readThread)
        rows += try all(lower, start[0], score, limit + 1 - rows.count, read: Self.readThread)
        return Page(rows, limit: limit) {
            list.cursor(Int64($0.score), $0.waitsSince.milliseconds, $0.row)
        }
    }

    /// How many threads `unknownPool` lists: what waits for us, without known customers and those
    /// whose score is too low. Counting these two, which are few, is quicker than counting the rest.
    public func unknownPoolCount(score: Int) throws -> Int {
        let known = try first(Self.count(Self.known, by: "thread_known")) { $0.int(0) } ?? 0
        let low =
            try first(Self.count(Self.pool + " AND score < ?", by: "thread_pool"), score) {
                $0.int(0)
            } ?? 0
        return try todayCount() - known - low
    }

    /// The statuses of `today`, most urgent first.
    private static let urgency: [ThreadStatus] = [.overdue, .needReply, .unseen]

    /// What waits for us: overdue, to reply, unseen; in each, who waits longest first.
    public func today(limit: Int, after cursor: String? = nil) throws -> Page<ThreadRecord> {
        let list = CursorList("today")
        let start = try list.start(cursor, else: [0, .min, 0])
        let sql = Self.threads(
            by: "thread_today",
            """
            \(Self.today) AND thread.status = ?1 AND (thread.waits_since, thread.id) > (?2, ?3)
            ORDER BY thread.waits_since, thread.id LIMIT ?4
            """)
        var rows: [ThreadRecord] = []
        for (rank, status) in Self.urgency.enumerated().dropFirst(Int(clamping: start[0])) {
            let from = rank == Int(start[0]) ? (start[1], start[2]) : (.min, 0)
            rows += try all(
                sql, status.rawValue, from.0, from.1, limit + 1 - rows.count, read: Self.readThread)
            if rows.count > limit { break }
        }
        return Page(rows, limit: limit) { thread in
            let rank = Self.urgency.firstIndex(of: thread.status) ?? 0
            return list.cursor(Int64(rank), thread.waitsSince.milliseconds, thread.row)
        }
    }

    /// How many threads `today` lists.
    public func todayCount() throws -> Int {
        let counts = try threadCounts()
        return Self.urgency.reduce(0) { $0 + counts[$1] }
    }

    /// The threads in bucket BLACK, newest message first.
    public func blocked(limit: Int, after cursor: String? = nil) throws -> Page<ThreadRecord> {
        let list = CursorList("blocked")
        let start = try list.start(cursor, else: [.max, .max])
        let sql = Self.threads(
            by: "thread_blocked",
            """
            \(Self.blocked) AND (thread.last_msg_at, thread.id) < (?1, ?2)
            ORDER BY thread.last_msg_at DESC, thread.id DESC LIMIT ?3
            """)
        let rows = try all(sql, start[0], start[1], limit + 1, read: Self.readThread)
        return Page(rows, limit: limit) {
            list.cursor($0.facts.lastMessageAt?.milliseconds ?? 0, $0.row)
        }
    }

    /// How many threads `blocked` lists.
    public func blockedCount() throws -> Int {
        try first(Self.count(Self.blocked, by: "thread_blocked")) { $0.int(0) } ?? 0
    }

    static func count(_ condition: String, by index: String) -> String {
        "SELECT count(*) FROM thread INDEXED BY \(index) WHERE \(condition)"
    }
}

extension ThreadRecord {
    /// Since when somebody waits in it, as the column of that name.
    var waitsSince: Timestamp { facts.firstUnansweredAt ?? facts.lastMessageAt ?? createdAt }
}

/// How many threads there are of each bucket and status.
public struct ThreadCounts: Sendable, Hashable {
    private var counts: [Bucket: [ThreadStatus: Int]] = [:]

    /// Threads, those in bucket BLACK left out.
    public var total: Int { self[.white] + self[.gray] }

    /// Threads of one bucket.
    public subscript(bucket: Bucket) -> Int {
        counts[bucket, default: [:]].values.reduce(0, +)
    }

    /// Threads of one status, those in bucket BLACK left out.
    public subscript(status: ThreadStatus) -> Int {
        [Bucket.white, .gray].reduce(0) { $0 + counts[$1, default: [:]][status, default: 0] }
    }

    mutating func add(_ count: Int, _ bucket: Bucket, _ status: ThreadStatus) {
        counts[bucket, default: [:]][status, default: 0] += count
    }
}

extension Connection {
    /// Kept up to date by the database itself: reading them costs the same for any size.
    public func threadCounts() throws -> ThreadCounts {
        try threadCounts("SELECT bucket, status, count FROM thread_tally")
    }

    /// Whether the kept counts are those of the rows, the threads of customers are known ones, and all
    /// wait since when their facts say.
    func areThreadCountsRight() throws -> Bool {
        let actual = try threadCounts(
            "SELECT bucket, status, count(*) FROM thread GROUP BY bucket, status")
        let strangers = """
            SELECT 1 FROM thread JOIN contact ON contact.id = thread.contact
            WHERE thread.is_known <> (contact.k_number IS NOT NULL) LIMIT 1
            """
        let misplaced = """
            SELECT 1 FROM thread
            WHERE waits_since <> coalesce(first_unanswered_at, last_msg_at, created_at) LIMIT 1
            """
        return try actual == threadCounts() && first(strangers) { _ in true } == nil
            && first(misplaced) { _ in true } == nil
    }

    private func threadCounts(_ sql: String) throws -> ThreadCounts {
        var counts = ThreadCounts()
        for line in try all(sql, read: { ($0.text(0), $0.text(1), $0.int(2)) }) where line.2 > 0 {
            guard let bucket = Bucket(rawValue: line.0), let status = ThreadStatus(rawValue: line.1)
            else { continue }
            counts.add(line.2, bucket, status)
        }
        return counts
    }
}
