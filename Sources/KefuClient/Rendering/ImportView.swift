import KefuDomain
import KefuRPC

/// How the report of an import is shown.
enum ImportView {
    /// Refused rows that are shown of each file; `--json` has them all.
    static let shownRefusals = 10
    /// Of more files, only those are listed that rows were refused of, and no more of these.
    static let shownFiles = 100

    /// - Parameter directory: paths below it are shown relative to it.
    static func lines(
        _ files: [ImportedFile], dryRun: Bool, in directory: String = "/", _ look: Look
    ) -> [String] {
        var lines: [String] = []
        let listed = listed(files)
        for file in listed {
            let format = file.format.isEmpty ? "" : " (\(file.format))"
            lines += look.paragraph(
                counts(file, look), label: name(file.path, directory) + format + "  ")
            lines += refusals(file.refused, look)
        }
        if listed.count < files.count {
            lines.append(look.say(.filesUnlisted(files.count - listed.count)))
        }
        if files.count > 1 { lines.append(total(files, look)) }
        if files.isEmpty { lines.append(look.say(.importNothing)) }
        if dryRun { lines.append(look.paint(look.say(.dryRunNote), .unsure)) }
        return lines
    }

    private static func listed(_ files: [ImportedFile]) -> [ImportedFile] {
        guard files.count > shownFiles else { return files }
        return Array(files.filter { !$0.refused.isEmpty }.prefix(shownFiles))
    }

    private static func name(_ path: String, _ directory: String) -> String {
        let isBelow = directory != "/" && path.hasPrefix(directory + "/")
        return Cleaning.forLine(isBelow ? String(path.dropFirst(directory.count + 1)) : path)
    }

    private static func counts(_ file: ImportedFile, _ look: Look) -> String {
        counts(
            [
                (.countAdded, file.added), (.countUpdated, file.updated),
                (.countUnchanged, file.unchanged), (.countDuplicates, file.duplicates),
                (.countRefused, file.refused.count), (.passagesUnit, file.passages),
            ], look)
    }

    /// The counts that are not zero; all of them zero is said as no additions.
    private static func counts(_ counts: [(Phrase, Int)], _ look: Look) -> String {
        let shown = counts.filter { $0.1 > 0 }
        let texts = (shown.isEmpty ? Array(counts.prefix(1)) : shown)
            .map { "\(look.say($0.0)) \($0.1)" }
        return texts.joined(separator: look.language == .chinese ? "，" : ", ")
    }

    private static func refusals(_ rows: [RefusedRow], _ look: Look) -> [String] {
        var lines: [String] = []
        for row in rows.prefix(shownRefusals) {
            lines += look.paragraph(
                row.why, indent: 2, label: Cleaning.forLine(row.place) + ": ", tone: .bad)
            lines += look.paragraph(row.hint, indent: 4, label: look.label(.tryLabel))
        }
        if rows.count > shownRefusals {
            lines.append("  " + look.say(.moreRefused(rows.count - shownRefusals)))
        }
        return lines
    }

    private static func total(_ files: [ImportedFile], _ look: Look) -> String {
        var sums = [Int](repeating: 0, count: 6)
        for file in files {
            let parts = [
                file.added, file.updated, file.unchanged, file.duplicates, file.refused.count,
                file.passages,
            ]
            for (index, part) in parts.enumerated() { sums[index] += part }
        }
        let labels: [Phrase] = [
            .countAdded, .countUpdated, .countUnchanged, .countDuplicates, .countRefused,
            .passagesUnit,
        ]
        let text = counts(Array(zip(labels, sums)), look)
        return look.paint(look.say(.total(files.count)), .strong) + "  " + text
    }
}
