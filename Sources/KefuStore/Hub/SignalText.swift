import KefuDomain

/// The parts of a signal as they lie in a column: one a line, its fields separated by tabs.
///
/// Each message has one, so it is read and written without the cost of JSON.
enum SignalText {
    static func encode(_ parts: [SignalPart]) -> String {
        var lines: [String] = []
        for part in parts {
            let fields = [part.name, String(part.points)] + part.hits
            lines.append(fields.map(oneField).joined(separator: "\t"))
        }
        return lines.joined(separator: "\n")
    }

    static func decode(_ text: String) -> [SignalPart] {
        var parts: [SignalPart] = []
        for line in text.split(separator: "\n") {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields.count >= 2, let points = Int(fields[1]) else { continue }
            let hits = fields.dropFirst(2).map(String.init)
            parts.append(SignalPart(name: String(fields[0]), points: points, hits: hits))
        }
        return parts
    }

    private static func oneField(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 }) else { return text }
        return text.replacing("\t", with: " ").replacing("\n", with: " ")
    }
}
