import KefuDomain
import KefuRPC

/// How hits and the evidence for candidates are shown.
enum SearchView {
    /// Hits, best first; each with its evidence where the daemon sent it.
    static func lines(_ result: SearchBase.Result, _ look: Look) -> [String] {
        var lines: [String] = []
        for (index, hit) in result.hits.enumerated() {
            let place = [hit.document, hit.section].compactMap(\.self).filter { !$0.isEmpty }
            let title = hit.question ?? place.joined(separator: " › ")
            lines += head(index + 1, hit.id, title, hit.confidence, look)
            let text = look.snippet(hit.answer ?? hit.text ?? "", 2 * (look.width - 6))
            lines += look.paragraph(text, indent: 4, tone: .faint)
            if let engines = hit.engines {
                lines += evidence(engines, hit.features ?? [], score: hit.score, look)
            }
        }
        return lines
    }

    /// How an answer came about.
    static func lines(_ result: ExplainAnswer.Result, _ look: Look) -> [String] {
        let thresholds =
            "\(look.say(.replyFrom)) \(decimal(result.thresholds.reply, 2)), "
            + "\(look.say(.clarifyFrom)) \(decimal(result.thresholds.clarify, 2))"
        let route = look.paint(
            look.say(.action(result.route)), .strong, AnswerView.tone(result.route))
        let reason = Phrase.reason(result.reason).map { look.say($0) } ?? result.reason
        var lines = [
            "\(look.say(.route))  \(route)  \(look.snippet(reason, 40))  "
                + look.paint("(\(thresholds))", .faint)
        ]
        for (index, candidate) in result.candidates.enumerated() {
            let title = candidate.question ?? candidate.section ?? ""
            lines += head(index + 1, candidate.id, title, candidate.confidence, look)
            if candidate.wording != title {
                lines += look.paragraph(
                    candidate.wording, indent: 4, label: "\(look.say(.matchedWording))  ")
            }
            lines += evidence(candidate.engines, candidate.features, score: candidate.score, look)
        }
        return lines
    }
}

extension SearchView {
    private static func head(
        _ rank: Int, _ id: String, _ title: String, _ confidence: Double, _ look: Look
    ) -> [String] {
        let label = "\(rank). \(decimal(confidence, 2)) \(Bar.filled(confidence, columns: 8)) \(id)  "
        return look.paragraph(title, label: label, tone: .strong)
    }

    private static func evidence(
        _ engines: [Engine], _ features: [Feature], score: Double, _ look: Look
    ) -> [String] {
        let names = engines.map { look.say(.engine($0)) }.joined(separator: ", ")
        let total = "\(look.say(.scoreLabel)) \(decimal(score, 3))"
        var lines = look.paragraph(
            "\(names)  \(total)", indent: 4, label: "\(look.say(.foundBy))  ")
        guard !features.isEmpty else { return lines }
        var table = Table([.left, .right, .right, .right, .left])
        table.add(Phrase.featureColumns.map { Table.Cell(look.say($0), .faint) })
        let largest = features.map(\.share.magnitude).max() ?? 0
        for feature in features {
            let part = largest > 0 ? feature.share.magnitude / largest : 0
            table.add([
                Table.Cell(feature.name), Table.Cell(decimal(feature.value, 3)),
                Table.Cell(decimal(feature.weight, 3)), Table.Cell(signed(feature.share)),
                Table.Cell(
                    Bar.filled(part, columns: 12, rest: " "), feature.share < 0 ? .bad : .good),
            ])
        }
        lines += table.lines(look, indent: 4)
        return lines
    }

    private static func signed(_ value: Double) -> String {
        value > 0 ? "+" + decimal(value, 3) : decimal(value, 3)
    }
}
