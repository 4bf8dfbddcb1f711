/// A run of Latin letters and digits, single hyphens, points and strokes inside: E103, V2.1.3,
/// XZ2024D120-0087.
struct Code: Sendable {
    let range: Range<Int>
    let letters: Int
    let digits: Int
}

extension Reading {
    /// Every run of letters and digits, from left to right.
    func codes() -> [Code] {
        var found: [Code] = []
        var place = 0
        while place < count {
            guard Sign.isAlphanumeric(folded[place]) else {
                place += 1
                continue
            }
            let code = code(at: place)
            found.append(code)
            place = code.range.upperBound
        }
        return found
    }

    private func code(at start: Int) -> Code {
        var place = start
        var letters = 0
        var digits = 0
        while place < count {
            let scalar = folded[place]
            if Sign.isLetter(scalar) {
                letters += 1
            } else if Sign.isDigit(scalar) {
                digits += 1
            } else if !isInside(place) {
                break
            }
            place += 1
        }
        return Code(range: start..<place, letters: letters, digits: digits)
    }

    private func isInside(_ place: Int) -> Bool {
        let scalar = folded[place]
        let isLink =
            scalar == Sign.hyphen || scalar == Sign.point || scalar == 0x5F
            || scalar == Sign.slash
        return isLink && place + 1 < count && Sign.isAlphanumeric(folded[place + 1])
    }

    /// The label before a place, and where it begins; a colon, 是, a line feed may stand between.
    func label<Tag>(before place: Int, in labels: WordTable<Tag>) -> WordTable<Tag>.Mention? {
        var end = place
        while end > 0, place - end < 8, isLink(folded[end - 1]) { end -= 1 }
        return labels.match(in: self, endingAt: end, after: max(0, end - 24))
    }

    private func isLink(_ scalar: UInt32) -> Bool {
        Sign.isSpace(scalar) || scalar == Sign.lineFeed || Self.links.contains(scalar)
    }

    private static let links = Set(":#=.(\"“「[是为了个叫".unicodeScalars.map(\.value))
}
