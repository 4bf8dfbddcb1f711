import KefuDomain
import Synchronization

/// The words of lines that are not kept, for as long as a burst may go on: in memory alone.
///
/// A stranger who begins with 在吗, 你们那个双枪的 looks private until 多少钱 comes; then all three
/// lines are answered, though only the last one is stored.
final class FleetingWords: Sendable {
    /// Beyond so many lines the oldest is forgotten.
    private static let most = 1000
    /// Longer lines are no part of a burst.
    private static let longestLine = 2000

    private struct Line {
        let message: Int64
        let text: String
        let heardAt: Timestamp
    }

    private let lines = Mutex<[Line]>([])

    /// Remembers the words of a stored message that was stored without them.
    func add(_ text: String, ofMessage row: Int64, at now: Timestamp, for time: Duration) {
        guard text.utf8.count <= Self.longestLine else { return }
        lines.withLock { lines in
            lines.removeAll { now.since($0.heardAt) > time || $0.heardAt > now }
            if lines.count >= Self.most { lines.removeFirst() }
            lines.append(Line(message: row, text: text, heardAt: now))
        }
    }

    /// The words of those messages that were heard within a time.
    func texts(of rows: [Int64], at now: Timestamp, within time: Duration) -> [Int64: String] {
        guard !rows.isEmpty else { return [:] }
        let wanted = Set(rows)
        return lines.withLock { lines in
            var texts: [Int64: String] = [:]
            for line in lines where wanted.contains(line.message) {
                if now.since(line.heardAt) <= time { texts[line.message] = line.text }
            }
            return texts
        }
    }
}
