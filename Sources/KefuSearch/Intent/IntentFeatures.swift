import Glibc
import KefuText

/// A wording as the intent model sees it: its terms, each with a weight, scaled to one length.
struct IntentFeatures {
    /// The Euclidean length of every vector.
    static let length: Float = 5

    /// Distinct terms with their weights: (1 + ln of the count) · rarity, scaled.
    let terms: [(term: UInt64, value: Float)]

    init(_ text: MatchText, _ rarities: Rarities, _ spellings: SpellingRarities) {
        var counts: [UInt64: (count: Float, rarity: Float)] = [:]
        func add(_ term: UInt64, _ rarity: Float) {
            counts[term, default: (0, rarity)].count += 1
        }
        let keys = RarityKeys(of: text.atoms, .all)
        let values = rarities.atoms + rarities.pairs + rarities.words
        for (place, key) in keys.keys.enumerated() {
            let range = keys.ranges[place]
            // A word of one atom is that atom.
            let isWord = place >= rarities.atoms.count + rarities.pairs.count
            if isWord, range.count == 1 { continue }
            add(isWord ? key ^ Self.wordTag : key, values[place])
        }
        for piece in Self.pieces(of: text.atoms) { add(piece, spellings[piece]) }
        var sum: Float = 0
        var weighed: [(UInt64, Float)] = []
        // Sorted, so that sums are the same from run to run.
        for (term, entry) in counts.sorted(by: { $0.key < $1.key }) {
            let value = (1 + log(entry.count)) * entry.rarity
            weighed.append((term, value))
            sum += value * value
        }
        let scale = sum > 0 ? Self.length / sum.squareRoot() : 0
        terms = weighed.map { ($0.0, $0.1 * scale) }
    }

    private static let wordTag: UInt64 = 1 << 62
    private static let pieceTag: UInt64 = 0xA5A5 << 46

    /// Runs of three and four letters of the stems, their ends marked.
    static func pieces(of atoms: Atoms) -> [UInt64] {
        var pieces: [UInt64] = []
        for id in atoms.ids {
            guard let spelling = atoms.spelling(of: id)?.scalars, spelling.count > 1 else {
                continue
            }
            let marked = [0x5E] + spelling + [0x24]
            for length in 3...4 where marked.count >= length {
                for start in 0...marked.count - length {
                    let run = marked[start..<start + length]
                    let digest = run.reduce(UInt64(length)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
                    pieces.append(digest | pieceTag)
                }
            }
        }
        return pieces
    }
}
