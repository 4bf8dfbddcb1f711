import KefuDomain
import KefuRPC

/// How the hub's counts and the figures of the days are shown.
enum HubFiguresView {
    static func lines(_ counts: HubStatistics.Result, _ look: Look) -> [String] {
        let states: [(ThreadStatus, Int)] = [
            (.overdue, counts.overdue), (.needReply, counts.needReply), (.unseen, counts.unseen),
            (.waitingThem, counts.waitingThem), (.snoozed, counts.snoozed),
            (.resolved, counts.resolved),
        ]
        var table = Table([.left, .right, .left])
        func add(_ label: String, _ count: Int, _ tone: Tone?) {
            let share = counts.total > 0 ? Double(count) / Double(counts.total) : 0
            let mark = count > 0 ? tone : nil
            table.add([
                Table.Cell(label, mark), Table.Cell("\(count)", mark),
                Table.Cell(Bar.filled(share, columns: 20, rest: " "), mark ?? .link),
            ])
        }
        for (status, count) in states { add(look.say(.threadStatus(status)), count, Tone(status)) }
        add(look.say(.poolLabel), counts.unknownPool, .unsure)
        var lines = ["\(look.paint(look.say(.totalLabel), .strong)) \(counts.total)"]
        lines += table.lines(look, indent: 2)
        let buckets = [
            (Bucket.white, counts.byBucket.white), (.gray, counts.byBucket.gray),
            (.black, counts.byBucket.black),
        ].map { "\(look.say(.bucket($0.0))) \($0.1)" }
        lines.append("\(look.label(.byBucket))\(buckets.joined(separator: " · "))")
        return lines
    }

    /// The days, oldest first; what misses its goal is red.
    static func lines(_ days: [DayMetrics], _ look: Look) -> [String] {
        guard !days.isEmpty else { return [] }
        var table = Table([.left, .right, .right, .right, .right, .right, .right, .right])
        table.add(Phrase.metricsColumns.map { Table.Cell(look.say($0), .faint) })
        for day in days { table.add(cells(day, look)) }
        return table.lines(look)
    }

    /// The goals of SPEC 7: a share cleared, minutes to the first reply, a share overdue.
    private static let goals = (cleared: 0.95, response: 30.0, overdue: 0.05)

    private static func cells(_ day: DayMetrics, _ look: Look) -> [Table.Cell] {
        [
            Table.Cell(day.date, .link), Table.Cell("\(day.total)"),
            Table.Cell("\(day.unknownPoolCount)"), Table.Cell("\(day.promotedCount)"),
            goal(day.clearRate.map(percent), isMet: day.clearRate.map { $0 >= goals.cleared }),
            goal(
                day.averageResponse.map { look.say(.minutes(decimal($0, 1))) },
                isMet: day.averageResponse.map { $0 <= goals.response }),
            Table.Cell("\(day.overdueCount)"),
            goal(
                percent(day.overdueShare),
                isMet: day.total > 0 ? day.overdueShare <= goals.overdue : nil),
        ]
    }

    private static func goal(_ text: String?, isMet: Bool?) -> Table.Cell {
        Table.Cell(text ?? "–", isMet.map { $0 ? .good : .bad } ?? .faint)
    }

    private static func percent(_ share: Double) -> String { decimal(share * 100, 1) + "%" }
}
