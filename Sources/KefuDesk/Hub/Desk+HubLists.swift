import KefuDomain
import KefuRPC
import KefuStore

/// The lists of the hub. Reading them marks nothing as looked at.
extension Desk {
    func unknownPool(_ params: PageRequest) throws -> ThreadPage {
        let score = current.hub.scoring.gray
        return try list(params) { connection, limit in
            (
                try connection.unknownPool(score: score, limit: limit, after: params.cursor),
                try connection.unknownPoolCount(score: score)
            )
        }
    }

    func today(_ params: PageRequest) throws -> ThreadPage {
        try list(params) { connection, limit in
            (
                try connection.today(limit: limit, after: params.cursor),
                try connection.todayCount()
            )
        }
    }

    func blocked(_ params: PageRequest) throws -> ThreadPage {
        try list(params) { connection, limit in
            (
                try connection.blocked(limit: limit, after: params.cursor),
                try connection.blockedCount()
            )
        }
    }

    /// Counts what `hub.statistics` tells.
    func hubStatistics() throws -> HubStatistics.Result {
        let score = current.hub.scoring.gray
        let (counts, pool) = try store.read { connection in
            (try connection.threadCounts(), try connection.unknownPoolCount(score: score))
        }
        return HubStatistics.Result(
            total: counts.total, unseen: counts[.unseen], needReply: counts[.needReply],
            waitingThem: counts[.waitingThem], overdue: counts[.overdue],
            resolved: counts[.resolved], snoozed: counts[.snoozed], unknownPool: pool,
            byBucket: BucketCounts(
                white: counts[.white], gray: counts[.gray], black: counts[.black]))
    }

    /// A page and its total, from one state of the base.
    private func list(
        _ params: PageRequest,
        _ read: (Connection, Int) throws -> (KefuStore.Page<ThreadRecord>, Int)
    ) throws -> ThreadPage {
        let limit = params.limit ?? KefuRPC.Page.defaultLimit
        let (page, total) = try store.read { try read($0, limit) }
        return ThreadPage(
            threads: page.items.map { ThreadView($0) }, nextCursor: page.nextCursor, total: total)
    }
}
