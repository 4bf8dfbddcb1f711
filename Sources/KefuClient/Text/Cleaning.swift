/// Making text from the base, from files and from customers safe to show.
enum Cleaning {
    /// The text without anything that could steer a terminal: control characters other than the
    /// line break become `�`, and so do marks that turn the direction of writing; a tab becomes
    /// spaces.
    static func forTerminal(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: steers) else { return text }
        var clean = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            // A carriage return before a line break is how some files end their lines.
            if scalar == "\r" { continue }
            if scalar == "\t" {
                clean.append(contentsOf: "    ".unicodeScalars)
                continue
            }
            clean.append(steers(scalar) ? "\u{FFFD}" : scalar)
        }
        return String(clean)
    }

    /// The same on one line: a file's name may hold line breaks.
    static func forLine(_ text: String) -> String {
        let scalars = forTerminal(text).unicodeScalars.map { $0 == "\n" ? "␤" : $0 }
        return String(String.UnicodeScalarView(scalars))
    }

    private static func steers(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A: false
        case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
