/// Looks for personal data in a text, kind by kind.
struct PersonalScan {
    /// Something found, by scalars.
    struct Place {
        let kind: PersonalData
        let range: Range<Int>

        init(_ kind: PersonalData, _ range: Range<Int>) {
            self.kind = kind
            self.range = range
        }
    }

    private let text: String
    let reading: Reading

    init(_ text: String) {
        self.text = text
        reading = Reading(
            String(String.UnicodeScalarView(text.unicodeScalars.map(Self.asASCII))))
    }

    var folded: [UInt32] { reading.folded }

    /// From left to right; of two that overlap the one that begins first, then the longer one.
    var findings: [PersonalData.Finding] {
        let places = (emails + numbers + plates + codes + chatIDs + addresses + names)
            .sorted {
                ($0.range.lowerBound, $1.range.upperBound) < (
                    $1.range.lowerBound, $0.range.upperBound
                )
            }
        var kept: [Place] = []
        for place in places where place.range.lowerBound >= kept.last?.range.upperBound ?? 0 {
            kept.append(place)
        }
        return found(kept)
    }

    private func found(_ places: [Place]) -> [PersonalData.Finding] {
        if places.isEmpty { return [] }
        let scalars = text.unicodeScalars
        var index = scalars.startIndex
        var count = 0
        return places.map { place in
            index = scalars.index(index, offsetBy: place.range.lowerBound - count)
            let start = index
            index = scalars.index(index, offsetBy: place.range.count)
            count = place.range.upperBound
            return PersonalData.Finding(
                kind: place.kind, range: start..<index, text: String(scalars[start..<index]))
        }
    }

    /// Every digit, full-width letter and sign as ASCII has it: whoever types with a Chinese input
    /// method writes `１３８` and `＠` as well.
    static func asASCII(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if scalar.isASCII { return scalar }
        if scalar.properties.numericType == .decimal, let digit = scalar.properties.numericValue {
            return Unicode.Scalar(UInt8(ascii: "0") + UInt8(digit))
        }
        switch scalar.value {
        case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        case 0x3000, 0xA0: return " "
        case 0x2010...0x2015, 0x2212: return "-"
        default: return scalar
        }
    }

    // MARK: - Asking about places

    func isDigit(_ place: Int) -> Bool {
        folded.indices.contains(place) && Sign.isDigit(folded[place])
    }

    func isAlphanumeric(_ place: Int) -> Bool {
        folded.indices.contains(place) && Sign.isAlphanumeric(folded[place])
    }

    func isHan(_ place: Int) -> Bool {
        folded.indices.contains(place) && Sign.isHan(folded[place])
    }

    /// The digits of a range.
    func digits(_ range: Range<Int>) -> [Int] {
        folded[range].filter(Sign.isDigit).map { Int($0 - 0x30) }
    }
}
