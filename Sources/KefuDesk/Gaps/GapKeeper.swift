import Synchronization

/// Sees to it that gaps are gathered by one thread at a time, and remembers which of them were asked
/// again since the base last changed.
final class GapKeeper: Sendable {
    private let work = Mutex(())
    private let checked = Mutex<[Int64: Int64]>([:])

    /// Runs work on gaps while no other thread does.
    func alone<T>(_ body: () throws -> T) rethrows -> T { try work.withLock { _ in try body() } }

    /// Whether a gap was asked again of the base as it is.
    /// - Parameter sequence: the number of the base's newest change.
    func isChecked(_ gap: Int64, as sequence: Int64) -> Bool {
        checked.withLock { $0[gap] == sequence }
    }

    func check(_ gap: Int64, as sequence: Int64) {
        checked.withLock { $0[gap] = sequence }
    }

    /// Has every gap asked again: the configuration or the vocabulary may answer otherwise now.
    func forgetChecks() { checked.withLock { $0.removeAll() } }
}
