/// Something found for a field, by the customer's words or by a value of its own.
struct Finding: Sendable {
    let range: Range<Int>
    var value: FormValue?

    init(_ range: Range<Int>, _ value: FormValue? = nil) {
        self.range = range
        self.value = value
    }
}

extension Reading {
    /// The findings that hold: those of a line that corrects replace all before.
    func settled(_ findings: [Finding]) -> [Finding] {
        var held: [Finding] = []
        var current = -1
        for finding in findings {
            let line = line(at: finding.range.lowerBound)
            if line.lowerBound != current {
                if !held.isEmpty, CommonWords.corrections.contains(in: self, line) { held = [] }
                current = line.lowerBound
            }
            held.append(finding)
        }
        return held
    }

    /// The first finding that holds.
    func first(_ findings: [Finding]) -> FormValue {
        guard let finding = settled(findings).first else { return .null }
        return finding.value ?? .text(words(finding.range))
    }

    /// All findings that hold, each once, neighbours in one piece; 、 between the pieces.
    func joined(_ findings: [Finding], glue: WordTable<Void>? = nil, atMost limit: Int = 8)
        -> FormValue
    {
        var pieces: [Range<Int>] = []
        for finding in settled(findings) {
            if let last = pieces.last, touches(last, finding.range, glue) {
                pieces[pieces.count - 1] =
                    last.lowerBound..<max(last.upperBound, finding.range.upperBound)
            } else {
                pieces.append(finding.range)
            }
        }
        var texts: [String] = []
        var known: Set<[UInt32]> = []
        for piece in pieces where texts.count < limit {
            let range = trimmed(piece)
            if known.insert(Array(folded[range])).inserted { texts.append(words(range)) }
        }
        return texts.isEmpty ? .null : .text(texts.joined(separator: "、"))
    }

    private func touches(_ one: Range<Int>, _ next: Range<Int>, _ glue: WordTable<Void>?) -> Bool {
        guard next.lowerBound >= one.upperBound else { return true }
        // However often something is repeated, a value stays short.
        guard next.upperBound - one.lowerBound <= 80 else { return false }
        let place = skippingSpaces(from: one.upperBound, atMost: 1)
        if place >= next.lowerBound { return true }
        guard let glue, let word = glue.match(in: self, at: place) else { return false }
        return skippingSpaces(from: word.range.upperBound, atMost: 1) >= next.lowerBound
    }
}
