import KefuDomain
import KefuStore
import KefuText

/// Makes the questions of a self-test from what the base holds: a sample of it, within bounds.
struct TrialMaker {
    /// The most entries and the most passages that are sampled.
    static let limits = (entries: 700, passages: 400)

    let connection: Connection
    let analyzer: Analyzer
    private var generator = SeededGenerator(seed: 7)
    private var rewording = Rewording(seed: 11)
    private var cutting = Cutting(seed: 13)

    init(_ connection: Connection, analyzer: Analyzer) {
        self.connection = connection
        self.analyzer = analyzer
    }

    mutating func trials() throws -> [Trial] {
        var trials: [Trial] = []
        for row in try connection.sampleEntries(Self.limits.entries, using: &generator) {
            trials += try entryTrials(row)
        }
        for row in try connection.samplePassages(Self.limits.passages, using: &generator) {
            trials += try passageTrials(row)
        }
        return trials
    }

    private mutating func entryTrials(_ row: Int64) throws -> [Trial] {
        let group = [row] + (try connection.entriesSharingAnswer(of: [row])[row] ?? [])
        let units = try connection.units(ofEntries: group.prefix(200))
        let own = units.filter { $0.owner == row && $0.id.kind == .wording }
        guard let unit = own.randomElement(using: &generator) else { return [] }
        let wordings = units.count { $0.id.kind == .wording }
        let answer = AnswerID(kind: .entry, number: unit.answer)
        func trial(_ kind: Trial.Kind, _ text: String, away: [Unit], _ fold: Trial.Fold?) -> Trial {
            Trial(
                kind: kind, question: text, origin: ItemID(kind: .entry, row: row),
                away: away.map(\.id), answer: kind.isAnswerable ? answer : nil, fold: fold)
        }
        var trials = [
            trial(
                .answerAway, unit.text, away: units, .answers(Trial.Fold.number(of: unit.answer)))
        ]
        if let text = rewording.reworded(unit.text, analyzer: analyzer) {
            trials.append(trial(.reworded, text, away: [], nil))
        }
        if wordings > 1 {
            trials.append(
                trial(
                    .wordingAway, unit.text, away: [unit],
                    .wordings(Trial.Fold.number(of: unit.id.row))))
        }
        return trials
    }

    private mutating func passageTrials(_ row: Int64) throws -> [Trial] {
        guard let passage = try connection.passage(row),
            let question = cutting.question(from: passage.text, analyzer: analyzer)
        else { return [] }
        let origin = ItemID(kind: .passage, row: row)
        let beside = try connection.passages(besideWithTitle: row)
        return [
            Trial(
                kind: .cut, question: question, origin: origin, away: [],
                answer: AnswerID(kind: .passage, number: row), fold: nil),
            Trial(
                kind: .passageAway, question: question, origin: origin,
                away: beside.map { UnitID(.passage, $0) }, answer: nil, fold: nil),
        ]
    }
}

extension Trial.Fold {
    /// The part that something belongs to.
    static func number(of identity: Int64) -> Int {
        Int(UInt64(bitPattern: identity) % UInt64(count))
    }
}
