import KefuDomain

/// How the figures of an evaluation are shown.
enum EvaluationView {
    /// Bad rows that are shown; `--json` has them all.
    static let shownRows = 10

    static func lines(_ evaluation: Evaluation, _ look: Look) -> [String] {
        let measurement = evaluation.measurement
        var lines = subject(evaluation, look)
        if let retrieval = measurement.retrieval {
            lines += section(.evalRetrieval, retrievalTable(retrieval), look)
        }
        lines += routing(measurement, look)
        guard measurement.judged > 0 else { return lines }
        lines += section(.evalConfidence, confidenceTable(measurement, look), look)
        lines.append(look.paint(look.say(.reliability), .strong))
        return lines + ReliabilityView.lines(measurement.bins, look, indent: 2)
    }

    /// Rows that could not be measured: where, why, and what to do.
    static func bad(_ rows: [BadRow], _ look: Look) -> [String] {
        var lines: [String] = []
        for row in rows.prefix(shownRows) {
            let failure = row.failure
            lines += look.paragraph(
                failure.what, label: look.label(.rowPlace(row.line)), tone: .bad)
            if !failure.why.isEmpty {
                lines += look.paragraph(failure.why, indent: 2, label: look.label(.whyLabel))
            }
            if !failure.hint.isEmpty {
                lines += look.paragraph(failure.hint, indent: 2, label: look.label(.tryLabel))
            }
        }
        if rows.count > shownRows { lines.append(look.say(.moreRows(rows.count - shownRows))) }
        if !rows.isEmpty { lines.append(look.say(.rowsLeftOut(rows.count))) }
        return lines
    }
}

extension EvaluationView {
    private static func subject(_ evaluation: Evaluation, _ look: Look) -> [String] {
        let measurement = evaluation.measurement
        switch evaluation.source {
        case .file:
            return [
                look.say(
                    .evalQuestions(measurement.count, answerable: measurement.answerable ?? 0))
            ]
        case .history(let since, let byRule):
            let answers = Phrase.evalAnswers(
                since: shortTime(since), measurement.count, judged: measurement.judged)
            return [look.say(answers)]
                + (byRule > 0 ? look.paragraph(look.say(.evalByRule(byRule)), tone: .faint) : [])
        }
    }

    private static func section(_ title: Phrase, _ table: Table, _ look: Look) -> [String] {
        [look.paint(look.say(title), .strong)] + table.lines(look, indent: 2)
    }

    private static func retrievalTable(_ figures: RetrievalFigures) -> Table {
        var table = Table([.left, .right])
        let rows = [
            ("recall@1", figures.recallAt1), ("recall@3", figures.recallAt3),
            ("MRR@\(Retrieval.depth)", figures.meanReciprocalRank),
            ("nDCG@\(Retrieval.depth)", figures.meanGain),
        ]
        for (label, value) in rows {
            table.add([Table.Cell(label), Table.Cell(decimal(value, 3))])
        }
        return table
    }

    /// What the thresholds in force do, and beside it what others would.
    private static func routing(_ measurement: Measurement, _ look: Look) -> [String] {
        let columns =
            [(Phrase.evalInForce, measurement.inForce)]
            + (measurement.simulated.map { [(Phrase.evalSimulated, $0)] } ?? [])
        var table = Table([.left] + columns.flatMap { _ in [Table.Alignment.right, .right] })
        table.add(
            [Table.Cell("")]
                + columns.flatMap { title, figures in
                    let from = [figures.thresholds.reply, figures.thresholds.clarify]
                    return [
                        Table.Cell(look.say(title), .faint),
                        Table.Cell(from.map { decimal($0, 2) }.joined(separator: "/"), .faint),
                    ]
                })
        for line in figures(of: measurement, look) {
            table.add(
                [Table.Cell(spaces(line.isPart ? 2 : 0) + look.say(line.label))]
                    + columns.flatMap { _, figures in
                        let (count, share) = line.value(figures)
                        return [Table.Cell("\(count)"), Table.Cell(percent(share), line.tone)]
                    })
        }
        return section(.evalRouting, table, look)
    }

    private struct Figure {
        let label: Phrase
        var isPart = false
        var tone: Tone?
        let value: (RoutingFigures) -> (count: Int, share: Double?)
    }

    private static func figures(of measurement: Measurement, _ look: Look) -> [Figure] {
        let isLabelled = measurement.answerable != nil
        var lines = [Figure(label: .evalReplied) { ($0.replied.count, $0.share(of: $0.replied)) }]
        if !isLabelled {
            lines.append(
                Figure(label: .evalRepliedJudged, isPart: true) { ($0.replied.judged, nil) })
        }
        if measurement.judged > 0 {
            lines.append(
                Figure(label: .evalRepliedRight, isPart: true, tone: .strong) {
                    ($0.replied.right, $0.replied.precision)
                })
        }
        lines.append(
            Figure(label: .evalClarified) { ($0.clarified.count, $0.share(of: $0.clarified)) })
        if isLabelled {
            lines.append(
                Figure(label: .evalAmongChoices, isPart: true) {
                    ($0.clarified.right, $0.clarified.precision)
                })
        }
        lines.append(
            Figure(label: .evalHandedOver) { ($0.handedOver.count, $0.share(of: $0.handedOver)) })
        guard isLabelled else { return lines }
        lines += [
            Figure(label: .evalRightlyHandedOver, isPart: true) {
                ($0.handedOver.right, $0.handedOver.precision)
            },
            Figure(label: .evalRecall) { ($0.replied.right, measurement.recall(of: $0)) },
            Figure(label: .evalUnanswerableReplied) {
                ($0.unanswerableReplied, $0.unanswerableShare)
            },
        ]
        return lines
    }

    private static func confidenceTable(_ measurement: Measurement, _ look: Look) -> Table {
        var table = Table([.left, .right, .left])
        let coverage = measurement.coverage
        let from = coverage.threshold.map { Phrase.evalFrom(decimal($0, 3)) } ?? .evalNoThreshold
        let rows = [
            ("AUROC", measurement.auroc.map { decimal($0, 3) } ?? "–", ""),
            (
                look.say(.evalError), measurement.calibrationError.map { decimal($0, 3) } ?? "–",
                ""
            ),
            (
                look.say(.evalCoverage(percent(Measurement.wantedPrecision, decimals: 0))),
                percent(coverage.share), look.say(from)
            ),
        ]
        for (label, value, remark) in rows {
            table.add([Table.Cell(label), Table.Cell(value), Table.Cell(remark, .faint)])
        }
        return table
    }
}

/// A share as a percentage; a dash for none.
func percent(_ share: Double?, decimals: Int = 1) -> String {
    share.map { decimal($0 * 100, decimals) + " %" } ?? "–"
}
