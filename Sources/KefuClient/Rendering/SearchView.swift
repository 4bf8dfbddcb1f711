import KefuDomain
import KefuRPC

/// How hits and the evidence for candidates are shown.
enum SearchView {
    /// How much of the evidence is shown.
    struct Detail {
        let candidates: Int
        let features: Int

        /// What tells most.
        static let short = Detail(candidates: 3, features: 8)
        /// All there is.
        static let full = Detail(candidates: .max, features: .max)
    }

    /// Hits, best first; each with its evidence where the daemon sent it.
    static func lines(_ result: SearchBase.Result, _ look: Look, _ detail: Detail = .short)
        -> [String]
    {
        var lines: [String] = []
        for (index, hit) in result.hits.enumerated() {
            let place = [hit.document, hit.section].compactMap(\.self).filter { !$0.isEmpty }
            let title = hit.question ?? place.joined(separator: " › ")
            lines += head(index + 1, hit.id, title, hit.confidence, look)
            let text = look.snippet(hit.answer ?? hit.text ?? "", 2 * (look.width - 6))
            lines += look.paragraph(text, indent: 4, tone: .faint)
            if let engines = hit.engines {
                lines += evidence(
                    engines, hit.features ?? [], score: hit.score, detail, look)
            }
        }
        return lines
    }

    /// How an answer came about.
    static func lines(_ result: ExplainAnswer.Result, _ look: Look, _ detail: Detail = .short)
        -> [String]
    {
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
        for (index, candidate) in result.candidates.prefix(detail.candidates).enumerated() {
            let title = candidate.question ?? candidate.section ?? ""
            lines += head(index + 1, candidate.id, title, candidate.confidence, look)
            if candidate.wording != title {
                lines += look.paragraph(
                    candidate.wording, indent: 4, label: "\(look.say(.matchedWording))  ")
            }
            lines += evidence(
                candidate.engines, candidate.features, score: candidate.score, detail, look)
        }
        let hidden = result.candidates.count - detail.candidates
        if hidden > 0 { lines += look.paragraph(look.say(.moreCandidates(hidden)), tone: .faint) }
        return lines
    }
}

extension SearchView {
    private static func head(
        _ rank: Int, _ id: String, _ title: String, _ confidence: Double, _ look: Look
    ) -> [String] {
        let label =
            "\(rank). \(decimal(confidence, 2)) \(Bar.filled(confidence, columns: 8)) \(id)  "
        return look.paragraph(title, label: label, tone: .strong)
    }

    private static func evidence(
        _ engines: [Engine], _ features: [Feature], score: Double, _ detail: Detail, _ look: Look
    ) -> [String] {
        let names = engines.map { look.say(.engine($0)) }.joined(separator: ", ")
        let total = "\(look.say(.scoreLabel)) \(decimal(score, 3))"
        let lines = look.paragraph(
            "\(names)  \(total)", indent: 4, label: "\(look.say(.foundBy))  ")
        return features.isEmpty ? lines : lines + shares(features, detail, look)
    }

    /// The features with the largest shares first, and the others as one sum.
    private static func shares(_ features: [Feature], _ detail: Detail, _ look: Look) -> [String] {
        let ordered = features.sorted { $0.share.magnitude > $1.share.magnitude }
        let largest = ordered.first?.share.magnitude ?? 0
        var table = Table([.left, .right, .right, .right, .left])
        table.add(Phrase.featureColumns.map { Table.Cell(look.say($0), .faint) })
        for feature in ordered.prefix(detail.features) {
            let part = largest > 0 ? feature.share.magnitude / largest : 0
            table.add([
                Table.Cell(feature.name), Table.Cell(decimal(feature.value, 3)),
                Table.Cell(decimal(feature.weight, 3)), Table.Cell(signed(feature.share)),
                Table.Cell(
                    Bar.filled(part, columns: 12, rest: " "), feature.share < 0 ? .bad : .good),
            ])
        }
        let rest = ordered.dropFirst(detail.features)
        if !rest.isEmpty {
            let sum = rest.reduce(0) { $0 + $1.share }
            table.add([
                Table.Cell(look.say(.moreFeatures(rest.count)), .faint), Table.Cell(""),
                Table.Cell(""), Table.Cell(signed(sum), .faint), Table.Cell("--all", .faint),
            ])
        }
        return table.lines(look, indent: 4)
    }

    private static func signed(_ value: Double) -> String {
        value > 0 ? "+" + decimal(value, 3) : decimal(value, 3)
    }
}
