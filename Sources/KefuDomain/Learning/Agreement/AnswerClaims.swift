/// What an answer claims, in a form in which two of them can be compared.
struct AnswerClaims {
    let reading: Reading
    let measures: [Measure]
    let statements: [Polarity]
    /// Yes or no at its very beginning.
    let head: Bool?
    let sides: [Opposite.Side]
    let codes: Set<String>
    let pieces: Set<String>

    /// No answer that anybody reads claims more.
    private static let most = 60

    init(_ text: String) {
        let reading = Reading(text)
        self.reading = reading
        measures = Array(Measure.all(in: reading).prefix(Self.most))
        statements = Array(Polarity.all(in: reading).prefix(Self.most))
        head = Polarity.head(of: reading)
        sides = Opposite.sides(in: reading)
        codes = Set(
            Fact.all(in: FoldedText(text)).filter { $0.kind == .model || $0.kind == .code }
                .map(\.value))
        pieces = TextPieces(reading).words
    }

    func contradicts(_ other: AnswerClaims) -> Bool {
        measuresDiffer(other) || polarityDiffers(other) || Opposite.clash(self, other)
            || codesDiffer(other)
    }

    // MARK: - Numbers

    /// Those equal in both cancel out; of the rest two of one kind about one thing cannot both
    /// hold.
    private func measuresDiffer(_ other: AnswerClaims) -> Bool {
        let (mine, theirs) = unmatched(other)
        return mine.contains { one in
            theirs.contains {
                one.isRival(of: $0, alone: isAlone(one), otherAlone: other.isAlone($0))
            }
        }
    }

    private func isAlone(_ measure: Measure) -> Bool {
        if measure.subject.isEmpty { return measures.count == 1 }
        return measures.filter { $0.dimension == measure.dimension }.count == 1
    }

    private func unmatched(_ other: AnswerClaims) -> ([Measure], [Measure]) {
        let mine = measures.filter { one in !other.measures.contains { one.equals($0) } }
        let theirs = other.measures.filter { one in !measures.contains { one.equals($0) } }
        return (mine, theirs)
    }

    // MARK: - Yes and no

    private func polarityDiffers(_ other: AnswerClaims) -> Bool {
        if let head, let otherHead = other.head, head != otherHead { return true }
        return statementsDiffer(other) || headDenies(other) || other.headDenies(self)
            || costs(other) || other.costs(self)
    }

    /// Something is so in the one and not in the other, and neither says both.
    private func statementsDiffer(_ other: AnswerClaims) -> Bool {
        statements.contains { one in
            other.statements.contains { another in
                one.denies(another) && !statements.contains { $0.repeats(another) }
                    && !other.statements.contains { $0.repeats(one) }
            }
        }
    }

    /// What the one gives for nothing the other puts a price on.
    private func costs(_ other: AnswerClaims) -> Bool {
        guard !measures.contains(where: { $0.dimension == .money }) else { return false }
        let given = statements.filter { $0.verb == .free && $0.isPositive && !$0.object.isEmpty }
        let prices = other.measures.filter { $0.dimension == .money && $0.high > 0 }
        return given.contains { free in
            prices.contains { !$0.subject.isDisjoint(with: free.object) }
        }
    }

    /// 不可以。 against a sentence that says that it can be done.
    private func headDenies(_ other: AnswerClaims) -> Bool {
        guard let head, other.head == nil, pieces.count <= 2 else { return false }
        let main = other.statements.filter { $0.verb == .can }
        return main.count == 1 && main[0].isPositive != head
    }

    // MARK: - Codes

    private func codesDiffer(_ other: AnswerClaims) -> Bool {
        guard codes.count == 1, other.codes.count == 1, codes != other.codes else { return false }
        return share(other) >= 0.5
    }

    // MARK: - The same

    /// The share of the shorter one's pieces that the other has too; 1 where it has none.
    func share(_ other: AnswerClaims) -> Double {
        let fewest = min(pieces.count, other.pieces.count)
        return fewest == 0 ? 1 : Double(pieces.intersection(other.pieces).count) / Double(fewest)
    }

    func says(_ other: AnswerClaims, most: Double, some: Double) -> Bool {
        let (mine, theirs) = unmatched(other)
        let isCovered = mine.isEmpty || theirs.isEmpty
        guard isCovered else { return false }
        let hasCommon = mine.count < measures.count
        if hasCommon { return share(other) >= some }
        guard measures.isEmpty == other.measures.isEmpty || share(other) >= 0.9 else {
            return false
        }
        if let head, head == other.head, min(pieces.count, other.pieces.count) <= 2 { return true }
        let common = pieces.intersection(other.pieces).count
        guard common > 1 || max(pieces.count, other.pieces.count) <= 2 else { return false }
        return share(other) >= most
            && !(pieces.isEmpty && other.pieces.isEmpty && head != other.head)
    }
}
