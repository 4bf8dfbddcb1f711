import KefuDomain
import KefuRPC

/// How the daemon's state, its counts and its settings are shown.
enum SystemView {
    static func lines(_ health: Health.Result, socket: String, _ look: Look) -> [String] {
        let isWell = health.status == .ok
        let state = look.paint(
            look.say(isWell ? .healthOK : .healthDegraded), .strong, isWell ? .good : .unsure)
        let daemon =
            "\(health.version)  pid \(health.pid)  \(look.say(.uptime)) \(span(health.uptime))"
        let settled = health.calibration.state == .settled
        let rows: [(Phrase, String)] = [
            (.daemon, daemon), (.socket, socket),
            (.base, look.say(.entriesAndPassages(health.entries, health.passages))),
            (.index, index(health.index, look)),
            (.database, "\(health.database.path)  \(bytes(health.database.bytes))"),
            (.calibration, look.say(settled ? .calibrationSettled : .calibrationRunning)),
        ]
        var table = Table([.left, .left])
        for (label, value) in rows {
            table.add([Table.Cell(look.say(label), .faint), Table.Cell(value)])
        }
        return [state] + table.lines(look)
    }

    static func lines(_ counts: BaseStatistics.Result, _ look: Look) -> [String] {
        var table = Table([.left, .right])
        let totals: [(Phrase, Int)] = [
            (.entriesLabel, counts.entries), (.variants, counts.variants),
            (.negatives, counts.negatives), (.documentsLabel, counts.documents),
            (.passagesUnit, counts.passages), (.neverHit, counts.neverHit),
        ]
        for (label, count) in totals {
            table.add([Table.Cell(look.say(label)), Table.Cell("\(count)")])
        }
        var lines = table.lines(look)
        let groups: [(Phrase, [String: Int], (String) -> Phrase?)] = [
            (.byStatus, counts.byStatus, { EntryStatus(rawValue: $0).map { .status($0) } }),
            (.bySource, counts.bySource, { EntrySource(rawValue: $0).map { .source($0) } }),
            (.byCategory, counts.byCategory, { $0.isEmpty ? .withoutCategory : nil }),
        ]
        for (label, group, phrase) in groups where !group.isEmpty {
            lines.append(look.paint(look.say(label), .strong))
            lines += bars(group, look) { phrase($0).map { look.say($0) } ?? $0 }
        }
        return lines
    }

    static func table(_ settings: [SettingInForce], _ look: Look) -> [String] {
        var table = Table([.left, .left, .left, .left])
        for setting in settings {
            let source = setting.source.rawValue
            let said = Phrase.settingSource[source].map { look.say($0) } ?? source
            table.add([
                Table.Cell(setting.key, .link),
                Table.Cell(
                    Wrapping.cut(Cleaning.forTerminal(JSONText.compact(setting.value)), to: 40)),
                Table.Cell(said, setting.source == .default ? .faint : .unsure),
                Table.Cell(explanation(of: setting, look), .faint),
            ])
        }
        return table.lines(look, wraps: true)
    }

    static func table(_ documents: [DocumentSummary], _ look: Look) -> [String] {
        var table = Table([.left, .left, .left, .right, .left])
        for document in documents {
            table.add([
                Table.Cell(document.id, .link), Table.Cell(shortTime(document.importedAt), .faint),
                Table.Cell(look.say(.version(document.version)), .faint),
                Table.Cell("\(document.passages)"),
                Table.Cell(document.path ?? document.name),
            ])
        }
        return table.lines(look)
    }
}

extension SystemView {
    /// The index in words: ready, or how far behind.
    static func index(_ index: IndexHealth, _ look: Look) -> String {
        let state = look.say(index.state == .ready ? .indexReady : .indexBuilding)
        return index.behind > 0 ? "\(state)  \(look.say(.indexBehind(index.behind)))" : state
    }

    /// What a setting does, in the person's language; in the daemon's words for one that only the
    /// daemon knows.
    private static func explanation(of setting: SettingInForce, _ look: Look) -> String {
        Configuration.field(setting.key.split(separator: ".").map(String.init))
            .map { look.say($0.phrase) } ?? setting.explanation
    }

    /// - Parameter say: how a name is told to a person.
    private static func bars(
        _ group: [String: Int], _ look: Look, say: (String) -> String
    ) -> [String] {
        let ordered = group.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let largest = ordered.first?.value ?? 0
        var table = Table([.left, .right, .left])
        for (name, count) in ordered {
            let share = largest > 0 ? Double(count) / Double(largest) : 0
            table.add([
                Table.Cell(say(name)),
                Table.Cell("\(count)"),
                Table.Cell(Bar.filled(share, columns: 20, rest: " "), .link),
            ])
        }
        return table.lines(look, indent: 2)
    }
}

/// A size in bytes as a person reads it.
func bytes(_ count: Int) -> String {
    var value = Double(count)
    for unit in ["B", "KiB", "MiB", "GiB"] {
        if value < 1024 || unit == "GiB" { return decimal(value, unit == "B" ? 0 : 1) + " \(unit)" }
        value /= 1024
    }
    return "\(count) B"
}

/// A time span in seconds as a person reads it: its two largest units.
func span(_ seconds: Double) -> String {
    let whole = seconds.isFinite ? Int(min(max(seconds, 0), 1e12)) : 0
    let (days, hours, minutes) = (whole / 86_400, whole / 3600 % 24, whole / 60 % 60)
    if days > 0 { return "\(days) d \(hours) h" }
    if hours > 0 { return "\(hours) h \(minutes) min" }
    return minutes > 0 ? "\(minutes) min \(whole % 60) s" : "\(whole) s"
}
