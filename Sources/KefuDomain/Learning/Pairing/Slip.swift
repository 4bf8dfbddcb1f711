/// A correction of one's own words: 说错了，是3年; 更正：…; `*3年`; `sorry, I meant 3 years`.
struct Slip: Sendable {
    /// What is right.
    let words: String

    private init(words: String) {
        self.words = words
    }

    /// - Returns: `nil` for a line that corrects nothing, or says nothing new.
    init?(_ text: String) {
        let reading = Reading(text)
        guard let marker = Self.marker(in: reading),
            let right = Slip(
                correcting: reading.words(marker.range.upperBound..<reading.count))
        else { return nil }
        self.init(words: marker.subject + right.words)
    }

    /// The words behind a marker, 是 and signs before them left out.
    init?(correcting text: String) {
        let reading = Reading(text)
        var place = 0
        while place < reading.count {
            if let copula = SlipWords.copulas.match(in: reading, at: place) {
                place = copula.range.upperBound
            } else if reading.isWord(at: place) {
                break
            } else {
                place += 1
            }
        }
        let words = reading.words(place..<reading.count).tidied
        if words.isEmpty { return nil }
        self.init(words: words)
    }

    /// It says that something was wrong, and not what is right.
    static func isBare(_ text: String) -> Bool {
        marker(in: Reading(text)) != nil && Slip(text) == nil
    }

    /// It takes the line before back altogether.
    static func isRetraction(_ text: String) -> Bool {
        let reading = Reading(text)
        guard reading.count <= 24,
            let word = SlipWords.retractions.mentions(in: reading).first
        else { return false }
        let before = AnswerReading.content(of: Reading(reading.words(0..<word.range.lowerBound)))
        let behind = Reading(reading.words(word.range.upperBound..<reading.count))
        return before <= 2 && AnswerReading.content(of: behind) == 0
            && !SlipWords.goods.contains(in: reading, 0..<reading.count)
    }

    /// A line that corrects itself half-way, as it should have been: 保修2年，说错了，是3年.
    static func settled(_ text: String) -> String {
        let reading = Reading(text)
        for mark in SlipWords.markers.mentions(in: reading) {
            let start = mark.range.lowerBound
            guard start > 3, Sign.isClauseBreak(reading.folded[start - 1]),
                isFollowed(mark, in: reading),
                let slip = Slip(correcting: reading.words(mark.range.upperBound..<reading.count)),
                let mended = slip.mended(reading.words(0..<start).tidied)
            else { continue }
            return mended
        }
        return text
    }
}

// MARK: - Where a correction begins

extension Slip {
    /// By what a line begins that corrects another one.
    private struct Marker {
        let range: Range<Int>
        /// 枪线 in 枪线写错了，是7米.
        var subject = ""
    }

    private static func marker(in reading: Reading) -> Marker? {
        var place = 0
        // 不好意思，说错了: what stands before the marker is a courtesy.
        while place < min(reading.count, 14) {
            if let mark = SlipWords.markers.match(in: reading, at: place) {
                return isFollowed(mark, in: reading) ? Marker(range: mark.range) : nil
            }
            if let word = AnswerWords.talk.match(in: reading, at: place)
                ?? SlipWords.openers.match(in: reading, at: place)
            {
                place = word.range.upperBound
            } else if reading.folded[place] == asterisk, place + 1 < reading.count {
                return place == 0 ? Marker(range: 0..<1) : nil
            } else if reading.isWord(at: place) {
                return named(in: reading)
            } else {
                place += 1
            }
        }
        return nil
    }

    private static let asterisk: UInt32 = 0x2A

    /// 枪线写错了，是7米: what was wrong is named, and 是 stands behind the marker.
    private static func named(in reading: Reading) -> Marker? {
        guard let mark = SlipWords.markers.mentions(in: reading).first,
            (1...6).contains(mark.range.lowerBound)
        else { return nil }
        let before = reading.folded[..<mark.range.lowerBound]
        guard !before.contains(where: { Sign.isClauseBreak($0) || Sign.isDigit($0) }),
            mark.range.upperBound < reading.count,
            Sign.isClauseBreak(reading.folded[mark.range.upperBound])
        else { return nil }
        let next = reading.skippingSpaces(from: mark.range.upperBound + 1)
        guard SlipWords.copulas.match(in: reading, at: next) != nil else { return nil }
        return Marker(range: mark.range, subject: reading.words(0..<mark.range.lowerBound))
    }

    /// 写错了 alone, or before a comma or 是; 写错了地址 says something else.
    private static func isFollowed(
        _ mark: WordTable<SlipWords.Strength>.Mention, in reading: Reading
    ) -> Bool {
        let next = mark.range.upperBound
        guard mark.tag == .weak, next < reading.count else { return true }
        let scalar = reading.folded[next]
        return Sign.isClauseBreak(scalar) || Sign.isSpace(scalar) || scalar == Sign.colon
            || SlipWords.copulas.match(in: reading, at: next) != nil
    }
}

extension Reading {
    /// Whether a character or a Latin letter or digit stands at a place.
    func isWord(at place: Int) -> Bool {
        Sign.isAlphanumeric(folded[place]) || Sign.isHan(folded[place])
    }
}
