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
                look.say(finding.outcome.what),
                label: "\(mark(finding.level)) \(subject)\(padding)", tone: tone(finding.level))
            lines += look.paragraph(look.say(finding.meaning), indent: width + 4, tone: .faint)
            if let hint = finding.outcome.hint {
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
                "what": finding.outcome.what.text(language),
                "meaning": finding.meaning.text(language),
                "hint": finding.outcome.hint?.text(language) ?? "",
            ]
        }
    }

    private static func mark(_ level: CheckOutcome.Level) -> String {
        switch level {
        case .ok: "✓"
        case .warning: "!"
        case .problem: "✗"
        }
    }

    private static func tone(_ level: CheckOutcome.Level) -> Tone? {
        switch level {
        case .ok: nil
        case .warning: .unsure
        case .problem: .bad
        }
    }
}
