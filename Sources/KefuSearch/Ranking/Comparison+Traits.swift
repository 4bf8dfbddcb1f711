import KefuText

// MARK: - What is asked

extension Comparison {
    func measureTraits(_ features: inout FeatureVector) {
        guard !candidate.isPassage else { return }
        let (one, other) = (asked.text.traits, candidate.traits)
        features[.kindClash] = one.clashes(with: other) ? 1 : 0
        features[.negationClash] = one.isNegated != other.isNegated ? 1 : 0
    }

    /// Numbers that only one of the two holds. 120kw is no 320kw, and E103 no E104.
    func measureNumbers(_ features: inout FeatureVector) {
        let missing = Self.numbers(of: asked.text.atoms, notIn: candidate.atoms)
        let extra =
            candidate.isPassage
            ? [] : Self.numbers(of: candidate.atoms, notIn: asked.text.atoms)
        features[.numbersMissing] = Float(min(2, missing.count))
        features[.numbersExtra] = Float(min(2, extra.count))
        features[.codeMissing] =
            missing.contains { Self.isCode($0, in: asked.text.atoms) } ? 1 : 0
        features[.numberClash] =
            missing.contains { place in
                extra.contains { Self.haveSameRole(place, asked.text.atoms, $0, candidate.atoms) }
            } ? 1 : 0
    }

    /// Whether a number belongs to letters beside it: a code or a measure, not just any number.
    private static func isCode(_ place: Int, in atoms: Atoms) -> Bool {
        for beside in [place - 1, place + 1] where atoms.kinds.indices.contains(beside) {
            if atoms.kinds[beside] == .letters { return true }
        }
        return false
    }

    private static func numbers(of atoms: Atoms, notIn other: Atoms) -> [Int] {
        atoms.kinds.indices.filter { place in
            atoms.kinds[place] == .number && !other.ids.contains(atoms.ids[place])
        }
    }

    /// Whether two numbers have the same letters before or behind them: kw, e, 型.
    private static func haveSameRole(_ one: Int, _ text: Atoms, _ two: Int, _ other: Atoms) -> Bool
    {
        for step in [1, -1] {
            let (left, right) = (one + step, two + step)
            guard text.ids.indices.contains(left), other.ids.indices.contains(right) else {
                continue
            }
            if text.ids[left] == other.ids[right] { return true }
        }
        return text.ids.count == 1 || other.ids.count == 1
    }
}
