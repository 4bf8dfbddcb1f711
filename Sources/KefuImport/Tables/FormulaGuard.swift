/// Keeps spreadsheets from running a cell as a formula.
///
/// A cell that begins, behind any number of apostrophes, with a character that starts a formula is
/// written with one more apostrophe in front, and read with one less. No other cell is touched, so
/// that reading gives back exactly what was written, whatever it is.
/// Source: OWASP, CSV Injection (which characters).
enum FormulaGuard {
    /// The cell as it is safe to write.
    static func close(_ cell: String) -> String {
        startsFormula(cell.unicodeScalars.drop { $0 == "'" }) ? "'" + cell : cell
    }

    /// The text behind a cell that was read.
    static func open(_ cell: String) -> String {
        guard cell.unicodeScalars.first == "'",
            startsFormula(cell.unicodeScalars.drop { $0 == "'" })
        else { return cell }
        return String(cell.unicodeScalars.dropFirst())
    }

    private static func startsFormula(_ scalars: Substring.UnicodeScalarView) -> Bool {
        switch scalars.first {
        case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": true
        default: false
        }
    }
}
