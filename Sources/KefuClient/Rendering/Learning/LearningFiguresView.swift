import KefuDomain
import KefuRPC

/// How it is shown what learning did.
enum LearningFiguresView {
    static func lines(_ figures: LearningFigures, _ look: Look) -> [String] {
        counts(figures, look) + weeks(figures.weeks, look)
    }

    private static func counts(_ figures: LearningFigures, _ look: Look) -> [String] {
        let candidates = figures.candidates
        let entries = figures.entries
        var table = Table([.left, .left])
        func row(_ label: Phrase, _ parts: [(Phrase, Int)]) {
            let texts = parts.filter { $0.1 > 0 }.map { "\(look.say($0.0)) \($0.1)" }
            let text = texts.isEmpty ? "0" : texts.joined(separator: " · ")
            table.add([Table.Cell(look.say(label), .strong), Table.Cell(text)])
        }
        row(
            .candidatesLabel,
            [
                (.countWaiting, candidates.waiting), (.countEntered, candidates.entered),
                (.countApproved, candidates.approved), (.countRejected, candidates.rejected),
                (.countDropped, candidates.dropped),
            ])
        row(
            .learnedEntriesLabel,
            [
                (.countActive, entries.active), (.countShadow, entries.shadow),
                (.countPromoted, entries.promoted), (.undone, entries.undone),
                (.countAgreed, entries.agreed), (.countDisagreed, entries.disagreed),
            ])
        row(
            .gatesLabel,
            figures.gates.sorted { $0.key < $1.key }.map { (.gateName($0.key), $0.value) })
        row(
            .gapsLabel,
            [
                (.countOpen, figures.gaps.open), (.countQuestions, figures.gaps.questions),
                (.countClosed, figures.gaps.closed),
            ])
        return table.lines(look, wraps: true)
    }

    private static func weeks(_ weeks: [LearningWeek], _ look: Look) -> [String] {
        let weeks = weeks.filter { $0.questions > 0 }
        guard !weeks.isEmpty else { return [] }
        var table = Table([.left, .right, .right, .right, .right, .right])
        let titles: [Phrase] = [
            .weekLabel, .countQuestions, .answeredShare, .byLearned, .wrongAnswers, .wrongByLearned,
        ]
        table.add(titles.map { Table.Cell(look.say($0), .faint) })
        for week in weeks {
            let share =
                week.questions == 0 ? 0 : Double(week.answered) / Double(week.questions)
            table.add([
                Table.Cell(String(shortTime(week.from).prefix(10))),
                Table.Cell("\(week.questions)"), Table.Cell(decimal(share * 100, 0) + " %"),
                Table.Cell("\(week.byLearned)"), Table.Cell("\(week.wrong)"),
                Table.Cell("\(week.wrongByLearned)"),
            ])
        }
        return [""] + table.lines(look)
    }
}
