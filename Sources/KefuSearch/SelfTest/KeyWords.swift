import KefuText

/// A normalised text as a list of words that can be changed.
struct KeyWords {
    private var words: [[UInt32]] = []

    /// - Parameter key: as `Analyzer.key` writes it.
    init(_ key: String) {
        let scalars = key.unicodeScalars.map(\.value)
        var place = 0
        while place < scalars.count {
            var end = place
            let isHan = Self.isHan(scalars[place])
            while end < scalars.count, Self.isHan(scalars[end]) == isHan { end += 1 }
            let run = Array(scalars[place..<end])
            if isHan {
                words += Atoms(key: run).words.map { Array(run[$0.range]) }
            } else {
                words += run.split(separator: 0x20).map { Array($0) }
            }
            place = end
        }
    }

    var isEmpty: Bool { words.isEmpty }
    var count: Int { words.count }
    /// Whether it is Chinese for the most part.
    var isHan: Bool { words.count { $0.first.map(Self.isHan) ?? false } * 2 >= words.count }

    /// The words again as a text; letters and numbers keep a space between them.
    var text: String {
        var text = String.UnicodeScalarView()
        var endsInLetters = false
        for word in words {
            let isHan = word.first.map(Self.isHan) ?? true
            if endsInLetters, !isHan { text.append(" ") }
            text.append(contentsOf: word.lazy.compactMap { Unicode.Scalar($0) })
            endsInLetters = !isHan
        }
        return String(text)
    }

    func scalars(at place: Int) -> [UInt32] { words[place] }
    func isHan(at place: Int) -> Bool { words[place].first.map(Self.isHan) ?? false }

    mutating func remove(at place: Int) { words.remove(at: place) }
    mutating func swap(_ place: Int) { words.swapAt(place, place + 1) }
    mutating func replace(at place: Int, with word: [UInt32]) { words[place] = word }
    mutating func prepend(_ phrase: String) { words.insert(contentsOf: Self.pieces(phrase), at: 0) }
    mutating func append(_ phrase: String) { words += Self.pieces(phrase) }

    /// Some words in a row.
    func slice(_ range: Range<Int>) -> KeyWords {
        var slice = KeyWords("")
        slice.words = Array(words[range])
        return slice
    }

    private static func pieces(_ phrase: String) -> [[UInt32]] {
        phrase.split(separator: " ").map { $0.unicodeScalars.map(\.value) }
    }

    private static func isHan(_ scalar: UInt32) -> Bool {
        scalar >= 0x2E80
    }
}
