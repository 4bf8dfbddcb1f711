import KefuDomain
import KefuRPC

/// A line on the terminal that says how far a long request has come.
struct ProgressBar {
    private let output: Output
    private var lastDrawn: ContinuousClock.Instant?
    private var isDrawn = false

    init(_ output: Output) {
        self.output = output
    }

    /// Draws the state where somebody watches; at most ten times a second.
    mutating func show(_ progress: Progress.Params) {
        guard output.showsProgress else { return }
        let now = ContinuousClock.now
        if let lastDrawn, now - lastDrawn < .milliseconds(100) { return }
        lastDrawn = now
        isDrawn = true
        output.overwrite(
            Self.line(
                done: progress.done, total: progress.total, message: progress.message,
                output.noteLook))
    }

    /// Takes the line away.
    mutating func clear() {
        if isDrawn { output.overwrite("") }
        isDrawn = false
    }

    /// The line for a state; a bar only where the total is known.
    static func line(done: Int, total: Int?, message: String, _ look: Look) -> String {
        var line = "\(done)"
        if let total, total > 0 {
            let share = Double(done) / Double(total)
            line = "\(Bar.filled(share, columns: 24)) \(done)/\(total)"
        }
        let room = look.width - DisplayWidth.of(line) - 3
        return room > 8 ? "\(line)  \(look.snippet(message, room))" : line
    }
}
