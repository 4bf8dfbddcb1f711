import KefuDomain
import Testing

@testable import KefuStore

/// The hub's lists against the rules they stand for, spelt out naively.
@Suite struct ThreadListTests {
    /// Threads of every kind, in a fixed disorder.
    private func fill(_ connection: Connection, _ count: Int) throws -> [ThreadRecord] {
        var generator = SeededGenerator(state: 7)
        let channel = try connection.ensureChannel("wechat")
        var rows: [Int64] = []
        for number in 0..<count {
            var contact = try connection.insertContact(
                name: "客户\(number)", channel: channel.row, peer: "wx\(number)", at: moment())
            if number.isMultiple(of: 7) {
                (contact.kNumber, contact.kCode) = (number + 1, "K\(number + 1)")
                try connection.save(contact)
            }
            var thread = try connection.insert(
                ThreadDraft(
                    contact: contact.row, channel: channel.row, chatID: "", name: "客户\(number)",
                    at: moment()))
            let at = moment(Int64.random(in: 0..<40, using: &generator))
            thread.facts.lastMessageAt = at
            if Bool.random(using: &generator) { thread.facts.firstUnansweredAt = at }
            thread.status = ThreadStatus.allCases.randomElement(using: &generator) ?? .unseen
            thread.bucket = Bucket.allCases.randomElement(using: &generator) ?? .gray
            thread.score = Int.random(in: 50...70, using: &generator)
            try connection.save(thread)
            rows.append(thread.row)
        }
        return try rows.compactMap { try connection.thread($0) }
    }

    private func walk(
        _ page: (String?) throws -> KefuStore.Page<ThreadRecord>
    ) throws -> [Int64] {
        var (rows, cursor): ([Int64], String?) = ([], nil)
        repeat {
            let next = try page(cursor)
            rows += next.items.map(\.row)
            cursor = next.nextCursor
        } while cursor != nil
        return rows
    }

    private static let open: [ThreadStatus] = [.overdue, .needReply, .unseen]

    @Test func thePoolHoldsStrangersWhoWaitBestFirst() throws {
        try withStore { store in
            let all = try store.write { try fill($0, 300) }
            let expected = all.filter {
                $0.kCode == nil && $0.score >= 60 && $0.bucket != .black
                    && Self.open.contains($0.status)
            }.sorted { ($1.score, $0.waitsSince, $0.row) < ($0.score, $1.waitsSince, $1.row) }
            try store.read { base in
                let rows = try walk { try base.unknownPool(score: 60, limit: 7, after: $0) }
                #expect(rows == expected.map(\.row))
                #expect(try base.unknownPoolCount(score: 60) == expected.count)
                #expect(expected.count > 20)
            }
        }
    }

    @Test func todayHoldsWhatWaitsMostUrgentAndOldestFirst() throws {
        try withStore { store in
            let all = try store.write { try fill($0, 300) }
            let expected = Self.open.flatMap { status in
                all.filter { $0.bucket != .black && $0.status == status }
                    .sorted { ($0.waitsSince, $0.row) < ($1.waitsSince, $1.row) }
            }
            try store.read { base in
                let rows = try walk { try base.today(limit: 11, after: $0) }
                #expect(rows == expected.map(\.row))
                #expect(try base.todayCount() == expected.count)
            }
        }
    }

    @Test func theBlockedListHoldsBlackOnes() throws {
        try withStore { store in
            let all = try store.write { try fill($0, 300) }
            let expected = all.filter { $0.bucket == .black }.sorted {
                ($0.facts.lastMessageAt ?? moment(), $0.row)
                    > ($1.facts.lastMessageAt ?? moment(), $1.row)
            }
            try store.read { base in
                let rows = try walk { try base.blocked(limit: 13, after: $0) }
                #expect(rows == expected.map(\.row))
                #expect(try base.blockedCount() == expected.count)
                let counts = try base.threadCounts()
                #expect(counts.total == all.count - expected.count)
                #expect(counts[.black] == expected.count)
                for status in ThreadStatus.allCases {
                    let threads = all.filter { $0.status == status && $0.bucket != .black }
                    #expect(counts[status] == threads.count)
                }
            }
        }
    }

    @Test func aCursorStaysValidWhileThreadsComeAndGo() throws {
        try withStore { store in
            try store.write { base in
                let all = try fill(base, 200)
                let first = try base.today(limit: 10)
                var gone = try #require(first.items.last)
                gone.status = .resolved
                try base.save(gone)
                let next = try base.today(limit: 100, after: first.nextCursor)
                let seen = first.items.map(\.row) + next.items.map(\.row)
                #expect(Set(seen).count == seen.count)
                let left = try base.todayCount()
                #expect(seen.count == min(110, left + 1))
                #expect(all.count == 200)
                #expect(
                    failure { try base.blocked(limit: 5, after: first.nextCursor) }?.field
                        == "cursor")
            }
        }
    }

    /// A list that reads anything but its own index is slow at a hundred thousand threads. With a
    /// column that the index lacks, SQLite could not count by it alone.
    @Test func theListsReadNoMoreThanTheyShow() throws {
        try withStore { store in
            try store.write { base in
                _ = try fill(base, 50)
                _ = try base.unknownPool(score: 60, limit: 5)
                _ = try base.today(limit: 5)
                _ = try base.blocked(limit: 5)
                let open = "status IN ('UNSEEN', 'NEED_REPLY', 'OVERDUE')"
                for (index, condition, order) in [
                    (
                        "thread_pool",
                        "is_known = 0 AND bucket <> 'BLACK' AND \(open) AND score < 99",
                        "score DESC, waits_since, id"
                    ),
                    (
                        "thread_today", "bucket <> 'BLACK' AND \(open) AND status = 'OVERDUE'",
                        "waits_since, id"
                    ),
                    ("thread_blocked", "bucket = 'BLACK'", "last_msg_at DESC, id DESC"),
                ] {
                    let sql = Connection.count(condition, by: index)
                    let list = sql.replacing("count(*)", with: "name") + " ORDER BY \(order)"
                    let plan = try base.all("EXPLAIN QUERY PLAN \(list)") { $0.text(3) }
                    #expect(plan.count == 1, "\(plan)")
                    #expect(plan.first?.contains(index) == true, "\(plan)")
                }
            }
        }
    }

    @Test func aNewThreadOfACustomerIsKnownAtOnce() throws {
        try withStore { store in
            try store.write { base in
                let channel = try base.ensureChannel("phone")
                var contact = try base.insertContact(
                    name: "张三", channel: channel.row, peer: "1", at: moment())
                #expect(try base.takeKNumber() == 1)
                (contact.kNumber, contact.kCode) = (1, "K0001")
                try base.save(contact)
                var thread = try base.insert(
                    ThreadDraft(
                        contact: contact.row, channel: channel.row, chatID: "", name: "张三",
                        at: moment()))
                (thread.score, thread.status, thread.bucket) = (90, .overdue, .white)
                try base.save(thread)
                #expect(try base.unknownPoolCount(score: 60) == 0)
                #expect(try base.takeKNumber() == 2)
                #expect(try base.takeKNumber() == 3)
            }
        }
    }
}
