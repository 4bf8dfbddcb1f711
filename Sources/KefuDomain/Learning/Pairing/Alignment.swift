/// Which of our lines go to which of the open questions: the sharing with the most points.
///
/// A line earns points by speaking of its question, every question that is answered earns some,
/// lines out of the order of the questions cost some. Dynamic programming over lines, with the
/// question of the line before and the set of answered ones as the state.
struct Alignment {
    let questions: [OpenQuestion]
    let lines: [AnswerLines.Line]

    private static let perQuestion = 0.5
    private static let perStepBack = 0.35
    private static let stay = 0.1
    private static let passedOver = 0.3

    /// Of each line, its question.
    var owners: [Int] {
        guard questions.count > 1, !lines.isEmpty else { return lines.map { _ in 0 } }
        let table = lines.map { line in questions.map { points($0, line) } }
        return best(table)
    }

    private struct State: Hashable {
        var last: Int
        var answered: Int
    }

    private func best(_ points: [[Double]]) -> [Int] {
        var states: [State: (score: Double, path: [Int])] = [State(last: -1, answered: 0): (0, [])]
        for row in points {
            var next: [State: (score: Double, path: [Int])] = [:]
            for (state, value) in states {
                for question in questions.indices {
                    let new = State(last: question, answered: state.answered | 1 << question)
                    let score = value.score + row[question] + step(from: state, to: question)
                    if score > next[new]?.score ?? -.infinity {
                        next[new] = (score, value.path + [question])
                    }
                }
            }
            states = next
        }
        // Of equal sharings the one that answers older questions first.
        let most = states.values.max { one, other in
            (one.score, other.path.reduce(0, +)) < (other.score, one.path.reduce(0, +))
        }
        return most?.path ?? points.map { _ in 0 }
    }

    private func step(from state: State, to question: Int) -> Double {
        var score = state.answered & 1 << question == 0 ? Self.perQuestion : 0
        if question < state.last { score -= Self.perStepBack }
        if question == state.last { score += Self.stay }
        return score
    }

    private func points(_ question: OpenQuestion, _ line: AnswerLines.Line) -> Double {
        var points = question.round < (questions.last?.round ?? 0) ? -Self.passedOver : 0
        if let target = line.turn.repliesTo {
            points += question.messages.contains(target) ? 10 : 0
        }
        if case .words = line.kind {
            points += Relation(question: question.text, answer: line.turn.text).points
        }
        return points
    }
}
