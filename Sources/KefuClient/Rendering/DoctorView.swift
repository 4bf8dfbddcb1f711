import KefuDomain

/// How the findings of `kefu doctor` are shown.
enum DoctorView {
    static func lines(_ findings: [Finding], _ look: Look) -> [String] {
        let width = findings.map { DisplayWidth.of(look.say($0.subject)) }.max() ?? 0
        var lines: [String] = []
        for finding in findings {
            let subject = look.say(finding.subject)
            let padding = spaces(width - DisplayWidth.of(subject) + 2)
            lines += look.paragraph(
                look.say(finding.what), label: "\(mark(finding.level)) \(subject)\(padding)",
                tone: tone(finding.level))
            if let hint = finding.hint {
                lines += look.paragraph(
                    look.say(hint), indent: width + 4, label: look.label(.tryLabel))
            }
        }
        let problems = findings.filter { $0.level != .ok }.count
        lines.append(look.say(problems == 0 ? .allWell : .problems(problems)))
        return lines
    }

    /// The findings as `--json` gives them.
    static func shape(_ findings: [Finding], _ language: Language) -> [[String: String]] {
        findings.map { finding in
            [
                "subject": finding.subject.english, "level": finding.level.rawValue,
                "what": finding.what.text(language), "hint": finding.hint?.text(language) ?? "",
            ]
        }
    }

    private static func mark(_ level: Finding.Level) -> String {
        switch level {
        case .ok: "✓"
        case .warning: "!"
        case .problem: "✗"
        }
    }

    private static func tone(_ level: Finding.Level) -> Tone? {
        switch level {
        case .ok: nil
        case .warning: .unsure
        case .problem: .bad
        }
    }
}
