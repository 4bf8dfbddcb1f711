import KefuDomain
import KefuRPC

/// How the daemon's load is shown.
enum LoadView {
    /// What `kefu status` says of it.
    static func summary(_ metrics: Metrics.Result, _ look: Look, now: Timestamp) -> [String] {
        let requests = metrics.methods.reduce(0) { $0 + $1.count }
        let failures = metrics.methods.reduce(0) { $0 + $1.errors }
        var rows: [(Phrase, String)] = [
            (
                .memoryLabel,
                look.say(
                    .memoryAndPeak(
                        bytes(metrics.process.residentBytes), bytes(metrics.process.peakBytes)))
            ),
            (.requestsLabel, look.say(.requestCounts(requests, failures))),
            (.backupLabel, backup(metrics.backup, look, now)),
        ]
        if !metrics.alerts.isEmpty {
            let told = metrics.alerts.map { look.say(.alert($0)) }
            rows.append((.alerts, told.joined(separator: look.language == .chinese ? "；" : "; ")))
        }
        return table(rows, look)
    }

    /// What `kefu metrics --system` says.
    static func lines(_ metrics: Metrics.Result, _ look: Look, now: Timestamp) -> [String] {
        let process = metrics.process
        let machine = metrics.machine
        var rows: [(Phrase, String)] = [
            (.uptime, span(metrics.uptime)),
            (
                .memoryLabel,
                look.say(.memoryAndPeak(bytes(process.residentBytes), bytes(process.peakBytes)))
            ),
            (.processorLabel, look.say(.processorTime(decimal(process.cpuSeconds, 1)))),
            (
                .machineLabel,
                look.say(.machineUse(percent(machine.cpuPercent), percent(machine.memoryPercent)))
            ),
            (
                .descriptorsLabel,
                look.say(.descriptorsOpen(process.descriptors, process.descriptorLimit))
            ),
            (
                .connectionsLabel,
                look.say(
                    .connectionCounts(
                        metrics.connections.open, metrics.connections.accepted,
                        metrics.connections.refused))
            ),
        ]
        if let index = metrics.index { rows.append((.index, SystemView.index(index, look))) }
        rows.append((.backupLabel, backup(metrics.backup, look, now)))
        let alerts = metrics.alerts.map { look.say(.alert($0)) }.joined(separator: "; ")
        rows.append((.alerts, alerts.isEmpty ? look.say(.noAlerts) : alerts))
        return table(rows, look) + queues(metrics, look) + caches(metrics, look)
            + methods(metrics, look)
    }

    private static func table(_ rows: [(Phrase, String)], _ look: Look) -> [String] {
        var table = Table([.left, .left])
        for (label, value) in rows {
            table.add([Table.Cell(look.say(label), .faint), Table.Cell(value)])
        }
        return table.lines(look)
    }

    private static func queues(_ metrics: Metrics.Result, _ look: Look) -> [String] {
        var table = Table([.left, .right, .right, .right])
        table.add(head([.queueLabel, .waitingLabel, .runningLabel, .threadsLabel], look))
        for queue in metrics.queues {
            table.add([
                Table.Cell(queue.pool, .link), Table.Cell("\(queue.waiting)"),
                Table.Cell("\(queue.running)"), Table.Cell("\(queue.threads)"),
            ])
        }
        return table.lines(look)
    }

    private static func caches(_ metrics: Metrics.Result, _ look: Look) -> [String] {
        var table = Table([.left, .right, .right, .right])
        table.add(head([.cacheLabel, .hitsLabel, .missesLabel, .shareLabel], look))
        for cache in metrics.caches {
            let all = cache.hits + cache.misses
            let share = all == 0 ? nil : Double(cache.hits) / Double(all) * 100
            table.add([
                Table.Cell(cache.name, .link), Table.Cell("\(cache.hits)"),
                Table.Cell("\(cache.misses)"), Table.Cell(percent(share)),
            ])
        }
        return table.lines(look)
    }

    /// The methods by how much time they took in all.
    private static func methods(_ metrics: Metrics.Result, _ look: Look) -> [String] {
        var table = Table([.left, .right, .right, .right, .right, .right, .right])
        table.add(
            head([.methodLabel, .countLabel, .errorsLabel], look)
                + ["p50", "p95", "p99", "max"].map { Table.Cell("\($0) ms", .faint) })
        let busiest = metrics.methods.sorted {
            ($1.mean * Double($1.count), $0.method) < ($0.mean * Double($0.count), $1.method)
        }
        for method in busiest {
            let times = [method.median, method.p95, method.p99, method.max]
            table.add(
                [
                    Table.Cell(method.method, .link), Table.Cell("\(method.count)"),
                    Table.Cell("\(method.errors)", method.errors > 0 ? .unsure : nil),
                ] + times.map { Table.Cell(decimal($0, $0 < 10 ? 2 : 0)) })
        }
        return table.lines(look)
    }

    private static func head(_ labels: [Phrase], _ look: Look) -> [Table.Cell] {
        labels.map { Table.Cell(look.say($0), .faint) }
    }

    private static func backup(_ backup: LastBackup?, _ look: Look, _ now: Timestamp) -> String {
        guard let backup else { return look.say(.backupNever) }
        let age = span(max(0, now.since(backup.at) / .seconds(1)))
        return look.say(.backupAge(age, Cleaning.forTerminal(backup.path)))
    }

    private static func percent(_ value: Double?) -> String {
        value.map { decimal($0, 1) + " %" } ?? "-"
    }
}

extension Phrase {
    /// An alert in a line.
    static func alert(_ alert: Alert) -> Phrase {
        .alert(
            alert.name, isRaised: alert.state == .raised, decimal(alert.value, 1),
            decimal(alert.limit, 0))
    }
}
