import KefuDomain
import KefuRPC

/// How hits and the evidence for candidates are shown.
enum SearchView {
    /// How much of the evidence is shown.
    struct Detail {
        let candidates: Int
        /// Features of each candidate but the first, of which all that have a share are shown.
        let features: Int
        /// Whether features without a share are shown too.
        let showsIdle: Bool

        /// What tells most.
        static let short = Detail(candidates: 3, features: 8, showsIdle: false)
        /// All there is.
        static let full = Detail(candidates: .max, features: .max, showsIdle: true)

        /// What is shown of the candidate at a place, from 0.
        func of(_ place: Int) -> Detail {
            place > 0
                ? self : Detail(candidates: candidates, features: .max, showsIdle: showsIdle)
        }
    }

    /// Hits, best first; each with its evidence where the daemon sent it.
    static func lines(_ result: SearchBase.Result, _ look: Look, _ detail: Detail = .short)
        -> [String]
    {
        var lines: [String] = []
        for (index, hit) in result.hits.enumerated() {
            let title =
                hit.question ?? look.source(hit.document, hit.section, page: hit.page)
            lines += head(index + 1, hit.id, title, hit.confidence, look)
            let text = look.snippet(hit.answer ?? hit.text ?? "", 2 * (look.width - 6))
            lines += look.paragraph(text, indent: 4, tone: .faint)
            if let engines = hit.engines {
                let sum = Total(
                    score: hit.score, confidence: hit.confidence,
                    isCapped: index > 0 && result.hits[index - 1].score == hit.score)
                lines += evidence(engines, hit.features ?? [], sum, detail.of(index), look)
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
            let sum = Total(
                score: candidate.score, confidence: candidate.confidence,
                isCapped: index > 0 && result.candidates[index - 1].score == candidate.score)
            lines += evidence(
                candidate.engines, candidate.features, sum, detail.of(index), look)
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

    /// What the shares come to.
    private struct Total {
        let score: Double
        let confidence: Double
        /// Whether the candidate above is no surer, which held this one down.
        let isCapped: Bool
    }

    private static func evidence(
        _ engines: [Engine], _ features: [Feature], _ total: Total, _ detail: Detail, _ look: Look
    ) -> [String] {
        let names = engines.map { look.say(.engine($0)) }.joined(separator: ", ")
        let lines = look.paragraph(names, indent: 4, label: "\(look.say(.foundBy))  ")
        return features.isEmpty ? lines : lines + shares(features, total, detail, look)
    }

    /// The features with the largest shares first, the others as one sum, and what it all comes to.
    private static func shares(
        _ features: [Feature], _ total: Total, _ detail: Detail, _ look: Look
    ) -> [String] {
        let idle = detail.showsIdle ? 0 : features.count { isIdle($0.share) }
        let ordered = features.filter { detail.showsIdle || !isIdle($0.share) }
            .sorted { $0.share.magnitude > $1.share.magnitude }
        let largest = ordered.first?.share.magnitude ?? 0
        var table = Table([.left, .right, .right, .right, .left, .left])
        table.add(Phrase.featureColumns.map { Table.Cell(look.say($0), .faint) })
        for feature in ordered.prefix(detail.features) {
            let part = largest > 0 ? feature.share.magnitude / largest : 0
            table.add([
                Table.Cell(feature.name), Table.Cell(decimal(feature.value, 3)),
                Table.Cell(decimal(feature.weight, 3)), Table.Cell(signed(feature.share)),
                Table.Cell(
                    Bar.filled(part, columns: 8, rest: " "), feature.share < 0 ? .bad : .good),
                Table.Cell(Phrase.feature(feature.name).map { look.say($0) } ?? "", .faint),
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
        if idle > 0 {
            table.add([
                Table.Cell(look.say(.featuresWithoutShare(idle)), .faint), Table.Cell(""),
                Table.Cell(""), Table.Cell(signed(0), .faint), Table.Cell("--all", .faint),
            ])
        }
        for row in sums(of: features, total, look) { table.add(row) }
        return table.lines(look, indent: 4)
    }

    /// What is in the score beside the features, the score, and the confidence that it stands for.
    private static func sums(of features: [Feature], _ total: Total, _ look: Look)
        -> [[Table.Cell]]
    {
        let constant = total.score - features.reduce(0) { $0 + $1.share }
        var rows: [[Table.Cell]] = []
        if !isIdle(constant) {
            rows.append([
                Table.Cell(look.say(.constantShare)), Table.Cell(""), Table.Cell(""),
                Table.Cell(signed(constant)), Table.Cell(""),
                Table.Cell(total.isCapped ? look.say(.cappedShare) : "", .faint),
            ])
        }
        rows.append([
            Table.Cell(look.say(.sumOfShares), .strong), Table.Cell(""), Table.Cell(""),
            Table.Cell(signed(total.score), .strong), Table.Cell(""),
            Table.Cell(
                "\(look.say(.evalConfidence)) \(decimal(total.confidence, 3))", .strong),
        ])
        return rows
    }

    /// Whether a share is nothing in the decimals that are shown.
    private static func isIdle(_ share: Double) -> Bool { share.magnitude < 0.0005 }

    private static func signed(_ value: Double) -> String {
        value > 0 ? "+" + decimal(value, 3) : decimal(value, 3)
    }
}
