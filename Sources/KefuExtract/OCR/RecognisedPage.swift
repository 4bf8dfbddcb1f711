import KefuDomain
import KefuImport
import KefuPages

/// A word as it was recognised.
struct RecognisedWord {
    let text: String
    /// In pixels.
    let box: Box
    /// 0 to 100.
    let confidence: Double
    let line: Int
}

/// What was recognised on one picture.
struct RecognisedPage {
    let text: PageText
    /// The mean of its lines, 0 to 100, before the unclear ones were dropped.
    let confidence: Double
    /// Of its letters, 0 to 1.
    let hanShare: Double
    /// Lines that were dropped.
    let unclear: Int
    /// Whether there was no time to finish.
    let isLate: Bool

    /// Lines below this are more wrong than right.
    private static let clear = 55.0

    /// A page of which nothing could be read.
    init(page: Int) {
        self.init([], page: page, width: 0, height: 0, isLate: false)
    }

    init(_ words: [RecognisedWord], page: Int, width: Int, height: Int, isLate: Bool) {
        let lines = Self.lines(of: words)
        var kept: [[RecognisedWord]] = []
        var unclear = 0
        var sum = 0.0
        var weight = 0.0
        for line in lines {
            let (confidence, length) = Self.confidence(of: line)
            (sum, weight) = (sum + confidence * length, weight + length)
            if confidence >= Self.clear {
                kept.append(line)
            } else if length >= 2 {
                // A speck of dirt is no line.
                unclear += 1
            }
        }
        confidence = weight > 0 ? sum / weight : 0
        hanShare = Self.hanShare(of: words)
        self.unclear = unclear
        self.isLate = isLate
        text = PageText(
            number: page, width: Double(width), height: Double(height),
            fragments: Self.fragments(of: kept))
    }

    /// Tells what was dropped.
    func tell(place: String, into sink: EventSink) throws {
        guard unclear > 0 else { return }
        try sink(
            .note(
                ExtractionNote(
                    place: place, why: .recognitionUnclear(unclear), hint: .recognitionScanBetter)))
    }

    private static func lines(of words: [RecognisedWord]) -> [[RecognisedWord]] {
        var lines: [[RecognisedWord]] = []
        var number: Int?
        for word in words where word.text.contains(where: { !$0.isWhitespace }) {
            if word.line == number {
                lines[lines.count - 1].append(word)
            } else {
                lines.append([word])
                number = word.line
            }
        }
        // Rules, frames and dirt are taken for marks.
        return lines.filter { line in
            line.contains { $0.text.contains { $0.isLetter || $0.isNumber } }
        }
    }

    private static func confidence(
        of line: [RecognisedWord]
    ) -> (confidence: Double, length: Double) {
        var sum = 0.0
        var length = 0.0
        for word in line {
            let count = Double(word.text.unicodeScalars.count)
            sum += word.confidence * count
            length += count
        }
        return (length > 0 ? sum / length : 0, length)
    }

    private static func hanShare(of words: [RecognisedWord]) -> Double {
        var letters = 0.0
        var han = 0.0
        for scalar in words.lazy.flatMap(\.text.unicodeScalars)
        where scalar.properties.isAlphabetic {
            letters += 1
            if scalar.properties.isIdeographic { han += 1 }
        }
        return letters > 0 ? han / letters : 0
    }

    private static func fragments(of lines: [[RecognisedWord]]) -> [Fragment] {
        let heights = lines.map(height)
        let usual = heights.sorted().dropFirst(heights.count / 2).first ?? 1
        var glyphs: [[Glyph]] = []
        for (line, height) in zip(lines, heights) {
            // Boxes follow the ink; only a clear difference is one of the font.
            let isUsual = height < usual * 1.35 && height > usual * 0.7
            glyphs.append(Self.glyphs(of: line, size: isUsual ? usual : height))
        }
        return PageText(number: 0, width: 0, height: 0, lines: glyphs).fragments
    }

    /// The height of a line of capital letters or Han characters.
    private static func height(of line: [RecognisedWord]) -> Double {
        let heights = line.map(\.box.height).sorted()
        return max(1, heights[heights.count / 2])
    }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x2E80 }

    /// A word's box, shared out among its characters.
    private static func glyphs(of line: [RecognisedWord], size: Double) -> [Glyph] {
        var glyphs: [Glyph] = []
        for word in line {
            // Between wide characters there is no space; those that tesseract finds there are none.
            if let last = glyphs.last, let first = word.text.unicodeScalars.first,
                !(isWide(last.scalar) && isWide(first))
            {
                let gap = Box(
                    left: last.box.right, top: word.box.top, right: word.box.left,
                    bottom: word.box.bottom)
                glyphs.append(Glyph(" ", gap, size: size))
            }
            let scalars = Array(word.text.unicodeScalars)
            let width = word.box.width / Double(max(scalars.count, 1))
            for (index, scalar) in scalars.enumerated() {
                var box = word.box
                box.left += Double(index) * width
                box.right = box.left + width
                glyphs.append(Glyph(scalar, box, size: size))
            }
        }
        return glyphs
    }
}
