import KefuDomain
import KefuRPC

/// A line on the terminal that says how far a long request has come.
struct ProgressBar {
    private let output: Output
    /// Whether what is counted are bytes.
    private let inBytes: Bool
    private var lastDrawn: ContinuousClock.Instant?
    private var isDrawn = false

    init(_ output: Output, inBytes: Bool = false) {
        self.output = output
        self.inBytes = inBytes
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
                output.noteLook, inBytes: inBytes))
    }

    /// Takes the line away.
    mutating func clear() {
        if isDrawn { output.overwrite("") }
        isDrawn = false
    }

    /// The line for a state; a bar only where the total is known.
    static func line(
        done: Int, total: Int?, message: String, _ look: Look, inBytes: Bool = false
    ) -> String {
        let count: (Int) -> String = { inBytes ? bytes($0) : String($0) }
        var line = count(done)
        if let total, total > 0 {
            let share = Double(done) / Double(total)
            line = "\(Bar.filled(share, columns: 24)) \(count(done))/\(count(total))"
        }
        let room = look.width - DisplayWidth.of(line) - 3
        return room > 8 ? "\(line)  \(look.snippet(message, room))" : line
    }
}
