import KefuDomain
import KefuStore
import KefuText

/// Makes the questions of a self-test from what the base holds: a sample of it, within bounds.
struct ProbeMaker {
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

    mutating func probes() throws -> [Probe] {
        var probes: [Probe] = []
        for row in try connection.sampleEntries(Self.limits.entries, using: &generator) {
            probes += try entryProbes(row)
        }
        for row in try connection.samplePassages(Self.limits.passages, using: &generator) {
            probes += try passageProbes(row)
        }
        return probes
    }

    private mutating func entryProbes(_ row: Int64) throws -> [Probe] {
        let group = [row] + (try connection.entriesSharingAnswer(of: [row])[row] ?? [])
        let units = try connection.units(ofEntries: group.prefix(200))
        let own = units.filter { $0.owner == row && $0.id.kind == .wording }
        guard let unit = own.randomElement(using: &generator) else { return [] }
        let wordings = units.count { $0.id.kind == .wording }
        let answer = AnswerID(kind: .entry, number: unit.answer)
        func probe(_ kind: Probe.Kind, _ text: String, away: [Unit], _ fold: Probe.Fold?) -> Probe {
            Probe(
                kind: kind, question: text, origin: ItemID(kind: .entry, row: row),
                away: away.map(\.id), answer: kind.isAnswerable ? answer : nil, fold: fold)
        }
        var probes = [
            probe(
                .answerAway, unit.text, away: units, .answers(Probe.Fold.number(of: unit.answer)))
        ]
        if let text = rewording.reworded(unit.text, analyzer: analyzer) {
            probes.append(probe(.reworded, text, away: [], nil))
        }
        if wordings > 1 {
            probes.append(
                probe(
                    .wordingAway, unit.text, away: [unit],
                    .wordings(Probe.Fold.number(of: unit.id.row))))
        }
        return probes
    }

    private mutating func passageProbes(_ row: Int64) throws -> [Probe] {
        guard let passage = try connection.passage(row),
            let question = cutting.question(from: passage.text, analyzer: analyzer)
        else { return [] }
        let origin = ItemID(kind: .passage, row: row)
        let beside = try connection.passages(besideWithTitle: row)
        return [
            Probe(
                kind: .cut, question: question, origin: origin, away: [],
                answer: AnswerID(kind: .passage, number: row), fold: nil),
            Probe(
                kind: .passageAway, question: question, origin: origin,
                away: beside.map { UnitID(.passage, $0) }, answer: nil, fold: nil),
        ]
    }
}

extension Probe.Fold {
    /// The part that something belongs to.
    static func number(of identity: Int64) -> Int {
        Int(UInt64(bitPattern: identity) % UInt64(count))
    }
}
