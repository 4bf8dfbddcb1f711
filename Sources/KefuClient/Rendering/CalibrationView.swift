import KefuDomain
import KefuRPC

/// How the two layers of the calibration are shown: what the base found out, what verdicts taught.
enum CalibrationView {
    static func lines(_ report: CalibrationReport, _ look: Look) -> [String] {
        let isSettled = report.state == .settled
        let state = look.say(isSettled ? .calibrationSettled : .calibrationRunning)
        var lines = [
            look.label(.calibration) + look.paint(state, .strong, isSettled ? .good : .unsure)
        ]
        if let examination = report.examination {
            lines += self.lines(examination, look)
        } else {
            lines += look.paragraph(look.say(.calibrationNotYet), tone: .faint)
        }
        return lines + self.lines(report.verdicts, look)
    }

    private static func lines(_ found: ExaminationReport, _ look: Look) -> [String] {
        [title(.calibrationExamined(at: shortTime(found.at)), look)]
            + look.paragraph(
                look.say(.calibrationQuestions(found.questions, right: found.right)), indent: 2)
            + ReliabilityView.lines(found.bins.map(\.bin), look, indent: 2)
            + stolen(found.stolen, look) + unfound(found.unfound, look)
    }

    private static func lines(_ verdicts: VerdictsReport, _ look: Look) -> [String] {
        let count = Phrase.calibrationVerdictCount(verdicts.count, needed: verdicts.needed)
        let effect = verdicts.isInForce ? Phrase.calibrationInForce : .calibrationNotInForce
        return [title(.calibrationVerdicts, look)]
            + look.paragraph(look.label(count) + look.say(effect), indent: 2)
            + ReliabilityView.lines(verdicts.bins.map(\.bin), look, indent: 2)
    }

    private static func stolen(_ stolen: [StolenQuestion], _ look: Look) -> [String] {
        guard !stolen.isEmpty else { return [] }
        var table = Table([.left, .left, .left, .right])
        for question in stolen {
            table.add([
                Table.Cell(question.entry, .link), Table.Cell("→", .faint),
                Table.Cell(question.by, .link), Table.Cell("\(question.count)"),
            ])
        }
        return [title(.calibrationStolen, look)] + table.lines(look, indent: 2)
    }

    private static func unfound(_ entries: [String], _ look: Look) -> [String] {
        guard !entries.isEmpty else { return [] }
        return [title(.calibrationUnfound, look)]
            + look.paragraph(entries.joined(separator: " "), indent: 2)
    }

    private static func title(_ phrase: Phrase, _ look: Look) -> String {
        look.paint(look.say(phrase), .strong)
    }
}

extension ReliabilityStep {
    fileprivate var bin: ReliabilityBin {
        ReliabilityBin(predicted: predicted, observed: observed, count: count)
    }
}
