import Glibc
import KefuDomain
import KefuStore
import KefuText
import Synchronization

/// How rare a term is: what the base says, mixed with what is known of the language.
///
/// rarity = -ln((f + 0.3 + B·p) / (N + B + 1)), where f of the base's N texts hold the term, and p is
/// the chance that a text of the base's usual length L would hold it by general usage: 1 - exp(-q·L)
/// with q the term's share in general usage. B = 500 is how many texts that general knowledge is
/// worth: sixty entries hardly move it, a hundred thousand outweigh it.
struct RarityModel: Sendable, Equatable {
    /// Texts in the base: wordings and passages.
    let texts: Int
    /// The usual length of a text in atoms.
    let length: Double

    static let background = 500.0

    init(entries: Int, passages: Int, texts: Int) {
        self.texts = texts
        let counted = Double(max(1, entries + passages))
        let mean = (Double(entries) * 12 + Double(passages) * 200) / counted
        length = min(max(mean, 4), 200)
    }

    private init(texts: Int, length: Double) {
        (self.texts, self.length) = (texts, length)
    }

    /// The same for a base with fewer texts.
    func without(texts fewer: Int) -> RarityModel {
        RarityModel(texts: max(0, texts - fewer), length: length)
    }

    /// - Parameter documents: all that the index holds.
    init(_ counts: BaseCounts, documents: Int) {
        let entries = counts.entriesByStatus[.active] ?? 0
        // Each entry has one more document, for its answer.
        self.init(
            entries: entries, passages: counts.passages, texts: max(0, documents - entries))
    }

    /// - Parameters:
    ///   - frequency: how many texts of the base hold the term.
    ///   - background: -ln of the term's share in general usage.
    func rarity(frequency: Int, background: Double) -> Float {
        let chance = 1 - exp(-exp(-background) * length)
        let share =
            (Double(frequency) + 0.3 + Self.background * chance)
            / (Double(texts) + Self.background + 1)
        return Float(-log(min(share, 1)))
    }
}

/// Rarities by term, kept from search to search as long as the base stays about the same.
final class RarityCache: Sendable {
    fileprivate struct State {
        var model: RarityModel?
        var generation = 0
        var known: [UInt64: Float] = [:]
        var use = CacheTally()
    }

    /// About three megabytes.
    private static let capacity = 65_536

    private let state = Mutex(State())

    /// How often a term was known.
    var use: CacheTally { state.withLock { $0.use } }

    /// The rarities for texts of one search.
    /// - Parameters:
    ///   - generation: the number of the index that `frequencies` asks.
    ///   - exceptions: rarities that differ for this search only, by `RarityKeys`.
    ///   - frequencies: how many texts hold each of some terms.
    func rarities(
        of atoms: Atoms, in parts: RarityParts, model: RarityModel, generation: Int,
        except exceptions: [UInt64: Float] = [:],
        frequencies: (TermList) -> [Int]
    ) -> Rarities {
        let keys = RarityKeys(of: atoms, parts)
        var values = [Float](repeating: 0, count: keys.keys.count)
        var missing: [Int] = []
        state.withLock { state in
            state.settle(on: model, generation: generation)
            for (place, key) in keys.keys.enumerated() {
                if let value = state.known[key] {
                    values[place] = value
                } else {
                    missing.append(place)
                }
            }
            state.use.misses += missing.count
            state.use.hits += keys.keys.count - missing.count
        }
        if !missing.isEmpty {
            var list = TermList()
            let terms = missing.map { atoms.scalars(of: keys.ranges[$0]) }
            for term in terms { list.append(Lexicon.text(of: term), in: .text) }
            let found = frequencies(list)
            for (index, place) in missing.enumerated() {
                values[place] = model.rarity(
                    frequency: found[index], background: Lexicon.rarity(ofScalars: terms[index]))
            }
            state.withLock { state in
                if state.known.count + missing.count > Self.capacity { state.known.removeAll() }
                for place in missing { state.known[keys.keys[place]] = values[place] }
            }
        }
        if !exceptions.isEmpty {
            for (place, key) in keys.keys.enumerated() {
                if let value = exceptions[key] { values[place] = value }
            }
        }
        return keys.arranged(values)
    }
}

extension RarityCache.State {
    /// Forgets everything when the base is no longer what it was.
    fileprivate mutating func settle(on model: RarityModel, generation: Int) {
        if let old = self.model, self.generation == generation,
            abs(old.texts - model.texts) * 100 <= old.texts
        {
            return
        }
        self.model = model
        self.generation = generation
        known.removeAll(keepingCapacity: true)
    }
}

/// Which rarities of a text are needed.
struct RarityParts: OptionSet {
    let rawValue: Int
    static let atoms = RarityParts(rawValue: 1)
    static let pairs = RarityParts(rawValue: 2)
    static let words = RarityParts(rawValue: 4)
    static let all: RarityParts = [.atoms, .pairs, .words]
}

/// The parts of a text in a row, each with a number that stands for its term.
struct RarityKeys {
    private(set) var keys: [UInt64] = []
    private(set) var ranges: [Range<Int>] = []
    private let counts: (atoms: Int, pairs: Int, words: Int)

    init(of text: Atoms, _ parts: RarityParts) {
        let ids = text.ids
        let atoms = parts.contains(.atoms) ? ids.count : 0
        let pairs = parts.contains(.pairs) ? max(0, ids.count - 1) : 0
        let words = parts.contains(.words) ? text.words.count : 0
        counts = (atoms, pairs, words)
        keys.reserveCapacity(atoms + pairs + words)
        ranges.reserveCapacity(atoms + pairs + words)
        for place in 0..<atoms { add(place..<place + 1, ids) }
        for place in 0..<pairs { add(place..<place + 2, ids) }
        for place in 0..<words {
            let word = text.words[place]
            add(word.start..<word.start + word.length, ids)
        }
    }

    /// Atoms and pairs stand for themselves, longer words by a digest.
    private mutating func add(_ range: Range<Int>, _ ids: [UInt32]) {
        var key: UInt64 = 0
        for place in range {
            if range.count > 2 { key &*= 0x9E37_79B9_7F4A_7C15 }
            key = key << 32 ^ key >> 32 ^ UInt64(ids[place])
        }
        keys.append(range.count > 2 ? key | 1 << 63 : key)
        ranges.append(range)
    }

    func arranged(_ values: [Float]) -> Rarities {
        Rarities(
            atoms: Array(values[0..<counts.atoms]),
            pairs: Array(values[counts.atoms..<counts.atoms + counts.pairs]),
            words: Array(values[(counts.atoms + counts.pairs)...]))
    }
}
