/// Horizontal bars of block characters.
enum Bar {
    /// A bar of so many columns, filled to a share between 0 and 1, in eighths of a column.
    static func filled(_ share: Double, columns: Int, rest: Character = "░") -> String {
        let bounded = share.isFinite ? min(max(share, 0), 1) : 0
        let eighths = Int((bounded * Double(columns * 8)).rounded())
        var bar = String(repeating: "█", count: eighths / 8)
        if eighths % 8 > 0 { bar.append(partial[eighths % 8]) }
        return bar + String(repeating: rest, count: max(0, columns - bar.count))
    }

    private static let partial: [Character] = [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
}

/// A number with a fixed count of decimals (0 to 9); `-` for one that is not finite.
func decimal(_ value: Double, _ decimals: Int) -> String {
    guard value.isFinite, value.magnitude < 1e9 else { return value.isFinite ? "\(value)" : "-" }
    var scale = 1
    for _ in 0..<decimals { scale *= 10 }
    let scaled = Int((value.magnitude * Double(scale)).rounded())
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard decimals > 0 else { return sign + String(scaled) }
    let digits = String(scaled % scale)
    return sign + String(scaled / scale) + "."
        + String(repeating: "0", count: decimals - digits.count) + digits
}
