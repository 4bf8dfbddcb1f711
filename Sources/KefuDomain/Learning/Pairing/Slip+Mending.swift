extension Slip {
    /// A text with what is right in the place of what was wrong.
    ///
    /// A number goes in the place of the one number with its unit, a code in the place of a code
    /// of its kind; a line about as long, or with words of its own, replaces all; a few characters
    /// go where most of them stood already.
    /// - Returns: `nil` where it is in doubt what was wrong.
    func mended(_ text: String) -> String? {
        if text.isEmpty { return nil }
        let wrong = Reading(text)
        let right = Reading(words)
        return mendedAmount(wrong, right) ?? mendedCode(wrong, right) ?? replaced(
            text, wrong, right)
            ?? mendedTypo(wrong, right)
    }

    private func mendedAmount(_ wrong: Reading, _ right: Reading) -> String? {
        let news = Amount.all(in: right).filter { !$0.isPartOfCode }
        guard news.count == 1, let new = news.first,
            right.count - new.range.count <= 6 || !Self.isSentence(right)
        else { return nil }
        let old = Amount.all(in: wrong).filter {
            !$0.isPartOfCode && ($0.unit == new.unit || new.unit == nil)
                && ($0.low != new.low || $0.high != new.high)
        }
        let around = Self.context(of: new, in: right)
        let fitting = old.filter {
            Self.context(of: $0, in: wrong).contains(where: around.contains)
        }
        guard let place = fitting.count == 1 ? fitting[0] : old.count == 1 ? old[0] : nil else {
            return nil
        }
        let range = new.unit == nil ? place.number : Self.withPartOfDay(place, in: wrong)
        return wrong.exactWords(0..<range.lowerBound)
            + right.words(Self.withPartOfDay(new, in: right))
            + wrong.exactWords(range.upperBound..<wrong.count)
    }

    /// 下午2点: the part of the day belongs to the hour.
    private static func withPartOfDay(_ amount: Amount, in reading: Reading) -> Range<Int> {
        let start = amount.range.lowerBound
        guard amount.unit == .other,
            let word = TimeWords.table.match(
                in: reading, endingAt: start, after: max(0, start - 3)),
            case .partOfDay = word.tag
        else { return amount.range }
        return word.range.lowerBound..<amount.range.upperBound
    }

    /// The two characters before an amount: 整机 in 整机3年.
    private static func context(of amount: Amount, in reading: Reading) -> Set<UInt32> {
        let start = max(0, amount.range.lowerBound - 4)
        return Set(reading.folded[start..<amount.range.lowerBound].filter { Sign.isHan($0) })
            .subtracting("是为的约大概要保修期".unicodeScalars.map(\.value))
    }

    private func mendedCode(_ wrong: Reading, _ right: Reading) -> String? {
        let news = right.codes().filter { $0.letters > 0 && $0.digits > 0 }
        guard news.count == 1, let new = news.first, right.count - new.range.count <= 6 else {
            return nil
        }
        let old = wrong.codes().filter {
            $0.letters > 0 && $0.digits > 0
                && !wrong.folded[$0.range].elementsEqual(right.folded[new.range])
        }
        guard old.count == 1, let place = old.first else { return nil }
        return wrong.exactWords(0..<place.range.lowerBound) + right.words(new.range)
            + wrong.exactWords(place.range.upperBound..<wrong.count)
    }

    /// A whole line again.
    private func replaced(_ text: String, _ wrong: Reading, _ right: Reading) -> String? {
        let isWhole = right.count * 10 >= wrong.count * 6 && right.count >= 4
        return isWhole || Self.isSentence(right) && right.count >= 8 ? words : nil
    }

    private static func isSentence(_ reading: Reading) -> Bool {
        reading.count >= 8 && AnswerReading.content(of: reading) >= 6
    }

    /// `*充电桩` for 冲电桩: the stretch that shares most characters, if most are shared.
    private func mendedTypo(_ wrong: Reading, _ right: Reading) -> String? {
        let length = right.count
        guard (2...12).contains(length), wrong.count >= length else { return nil }
        var best = (score: 0, start: 0)
        for start in 0...wrong.count - length {
            let score = zip(wrong.folded[start..<start + length], right.folded)
                .filter { $0 == $1 }.count
            if score > best.score { best = (score, start) }
        }
        guard best.score < length, best.score * 2 >= length else { return nil }
        return wrong.exactWords(0..<best.start) + words
            + wrong.exactWords(best.start + length..<wrong.count)
    }
}
