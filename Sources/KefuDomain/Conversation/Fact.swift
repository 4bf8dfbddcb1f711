/// A detail that a message names and the next one may change: 120kW, 双枪, white, 户外.
struct Fact: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        case power, voltage, current, amount, model, code, order
        /// A number with another unit, such as 台 or m.
        case measure(unit: String)
        case gun, supply, phase, mount, color, site, season
        /// A place that the caller's word list knows.
        case place
        /// Whatever a customer contrasts by 那…的呢.
        case other
    }

    let kind: Kind
    /// Equal for the same detail in any spelling.
    let value: String
    let range: Range<Int>

    /// Facts that by themselves say which thing is meant.
    var isStrong: Bool {
        switch kind {
        case .power, .model, .code, .order: true
        default: false
        }
    }

    /// Numbers of something.
    var isMeasured: Bool {
        switch kind {
        case .power, .voltage, .current, .amount, .measure: true
        default: false
        }
    }

    /// Facts of which a thing has one: naming another one means another thing.
    var isOfIdentity: Bool {
        switch kind {
        case .power, .model, .gun, .supply, .phase, .mount: true
        default: false
        }
    }

    /// Whether this detail takes the place of another.
    func replaces(_ other: Fact) -> Bool {
        if kind == other.kind { return true }
        let names: Set<Kind> = [.power, .model]
        return names.contains(kind) && names.contains(other.kind)
    }

    /// All details of a text, first to last.
    static func all(in text: FoldedText) -> [Fact] {
        var facts: [Fact] = []
        var place = 0
        while place < text.count {
            if let fact = FactReader(text).fact(at: place) {
                facts.append(fact)
                place = fact.range.upperBound
            } else {
                place = FactReader(text).next(after: place)
            }
        }
        return facts
    }
}

/// A detail that an answer must speak of, so that it answers a completed question.
public struct RequiredFact: Sendable, Hashable {
    private let kind: Fact.Kind
    private let value: String
    /// The details whose place it took.
    private let old: [String]
    /// Whether an answer that speaks of neither may be general: delivery is the same to most places,
    /// while nothing is known of the price of another pile.
    private let mayBeGeneral: Bool

    /// - Parameter replaced: what it stands for in the question before.
    init(_ fact: Fact, replacing replaced: [Fact]) {
        kind = fact.kind
        value = fact.value
        old = replaced.map(\.value)
        mayBeGeneral = !replaced.isEmpty && !fact.isStrong && !fact.isOfIdentity
    }

    /// Whether the texts of an answer speak of it, in whatever spelling; or of this detail in
    /// general, where that is enough.
    public func isMet(by texts: [String]) -> Bool {
        if texts.contains(where: { isNamed(value, in: $0) }) { return true }
        return mayBeGeneral
            && !old.contains { old in texts.contains { isNamed(old, in: $0) } }
    }

    private func isNamed(_ value: String, in text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        // Answers are longer than questions: they are read in pieces that overlap.
        let step = Turn.maxScalars - 50
        return stride(from: 0, to: max(1, scalars.count), by: step).contains { start in
            let piece = scalars[start..<min(scalars.count, start + Turn.maxScalars)]
            return isNamed(value, in: FoldedText(String(String.UnicodeScalarView(piece))))
        }
    }

    private func isNamed(_ value: String, in text: FoldedText) -> Bool {
        switch kind {
        case .model:
            return text.plain(0..<text.count).filter { $0 != "-" && $0 != " " }.contains(value)
        case .place, .other:
            return text.plain(0..<text.count).contains(value)
        default:
            return Fact.all(in: text).contains { $0.kind == kind && $0.value == value }
        }
    }
}
