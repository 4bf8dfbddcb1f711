/// How well a reply suits a question.
struct Relation {
    let question: String
    let answer: String

    /// Higher is better; 0 where neither speaks for nor against it.
    var points: Double {
        let asked = Reading(question)
        let said = Reading(answer)
        let common = Double(shared(asked, said)) * 0.25 + Double(characters(asked, said)) * 0.1
        return min(1, common) + kindPoints(said) + factPoints
    }

    /// How many pairs of neighbouring characters, and words of Latin letters, both hold.
    private func shared(_ asked: Reading, _ said: Reading) -> Int {
        TextPieces(asked).words.intersection(TextPieces(said).words).count
    }

    /// How many telling characters both hold: 纸 of 卡纸 and 进纸.
    private func characters(_ asked: Reading, _ said: Reading) -> Int {
        TextPieces.characters(asked).intersection(TextPieces.characters(said)).count
    }

    /// Whether what is asked is the kind of thing that is said.
    private func kindPoints(_ said: Reading) -> Double {
        guard let demand = Demand.of(question) else { return 0 }
        if !demand.isMet(by: said) { return -0.2 }
        return demand.isTelling ? 0.4 : 0
    }

    /// A power or model that only one of them names speaks for or against.
    private var factPoints: Double {
        let asked = Set(Fact.all(in: FoldedText(question)).filter(\.isStrong).map(\.value))
        let said = Set(Fact.all(in: FoldedText(answer)).filter(\.isStrong).map(\.value))
        if asked.isEmpty || said.isEmpty { return 0 }
        return asked.isDisjoint(with: said) ? -0.3 : 0.5
    }
}

/// The pairs of neighbouring characters of a text and its words of Latin letters, without those
/// that any text holds.
struct TextPieces {
    let words: Set<String>

    init(_ reading: Reading) {
        var words: Set<String> = []
        var run: [UInt32] = []
        func flush() {
            if run.count > 1 {
                for place in 0..<run.count - 1 { words.insert(Self.text(run[place...place + 1])) }
            }
            run = []
        }
        var place = 0
        while place < reading.count {
            if let stop = Self.stopWords.match(in: reading, at: place) {
                flush()
                place = stop.range.upperBound
            } else if Sign.isAlphanumeric(reading.folded[place]) {
                flush()
                let start = place
                while place < reading.count, Sign.isAlphanumeric(reading.folded[place]) {
                    place += 1
                }
                let word = reading.folded[start..<place]
                if word.contains(where: Sign.isLetter) { words.insert(Self.stem(Self.text(word))) }
            } else {
                if Sign.isHan(reading.folded[place]) {
                    run.append(reading.folded[place])
                } else {
                    flush()
                }
                place += 1
            }
        }
        flush()
        self.words = words
    }

    /// The Han characters of a text outside stop words, courtesies and particles.
    static func characters(_ reading: Reading) -> Set<UInt32> {
        var found: Set<UInt32> = []
        var place = 0
        while place < reading.count {
            if let stop = stopWords.match(in: reading, at: place) {
                place = stop.range.upperBound
                continue
            }
            let scalar = reading.folded[place]
            if Sign.isHan(scalar), !common.contains(scalar) { found.insert(scalar) }
            place += 1
        }
        return found
    }

    private static let common = AnswerWords.particles.union(
        "不没会能用好先到上下个时候多少大小一二三两天月年点后前里外给让把被对从去来做看说".unicodeScalars.map(\.value))

    /// A plural is the same word, and so is a long word with another ending.
    private static func stem(_ word: String) -> String {
        String((word.count > 3 && word.hasSuffix("s") ? word.dropLast() : word[...]).prefix(6))
    }

    private static func text(_ scalars: ArraySlice<UInt32>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars.compactMap(Unicode.Scalar.init))
        return String(text)
    }

    private static let stopWords = WordTable<Void>(
        """
        请问|一下|左右|大概|大约|多少|什么|怎么|怎样|如何|可以|能不能|是不是|有没有|可不可以|你们|我们|您们|咱们|这个|那个|的话|一般|需要|是否|为什么|哪些
        哪个|吗|呢|吧|啊|的|了|是|我|你|您|在|有|要|也|都|就|还|和|跟|与|the|a|an|is|are|do|does|it|to|of|for|and|or
        you|your|we|our|i|my|can|how|what|when|where|which|in|on|at|with|be|will|much|many|this
        that|there|have|has|from|if|by
        """)
}
