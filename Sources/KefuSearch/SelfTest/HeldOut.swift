import KefuDomain
import KefuStore
import KefuText

/// What a search leaves out, as if the base had never held it: not to be found, and not counted
/// in how rare words are.
struct HeldOut: Sendable {
    let units: Set<UnitID>
    /// The rarities of the terms in those units without them, by `RarityKeys`.
    let rarities: [UInt64: Float]

    func holds(_ unit: UnitID) -> Bool { units.contains(unit) }

    /// - Parameters:
    ///   - units: with their texts.
    ///   - frequencies: how many texts of the base hold each of some terms.
    init(
        _ units: [Unit], model: RarityModel, frequencies: (TermList) -> [Int]
    ) {
        self.units = Set(units.map(\.id))
        let counted = units.filter { $0.id.kind != .answer }
        var fewer: [UInt64: (count: Int, scalars: [UInt32])] = [:]
        for unit in counted {
            let isPassage = unit.id.kind == .passage
            let atoms = Atoms(
                key: unit.key.unicodeScalars.lazy.map(\.value), limit: 4 * MatchText.maxAtoms)
            let keys = RarityKeys(of: atoms, isPassage ? [.atoms, .pairs, .words] : .all)
            var seen: Set<UInt64> = []
            for (key, range) in zip(keys.keys, keys.ranges) where seen.insert(key).inserted {
                if let known = fewer[key] {
                    fewer[key] = (known.count + 1, known.scalars)
                } else {
                    fewer[key] = (1, atoms.scalars(of: range))
                }
            }
        }
        let order = Array(fewer)
        var list = TermList()
        for (_, term) in order { list.append(Lexicon.text(of: term.scalars), in: .text) }
        let found = frequencies(list)
        let rest = model.without(texts: counted.count)
        var rarities: [UInt64: Float] = [:]
        for ((key, term), frequency) in zip(order, found) {
            rarities[key] = rest.rarity(
                frequency: max(0, frequency - term.count),
                background: Lexicon.rarity(ofScalars: term.scalars))
        }
        self.rarities = rarities
    }
}
