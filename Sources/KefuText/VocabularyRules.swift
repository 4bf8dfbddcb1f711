/// A vocabulary made ready for use on keys.
///
/// Groups that share a word are one group, represented by the first word of the earliest. A word that
/// is both ignored and a synonym is ignored. Words are compared as keys; those with an empty key
/// count for nothing. At each place of a text the longest word wins. A word that begins or ends in
/// a letter of an alphabet or a digit only matches where a word of the text begins or ends.
final class VocabularyRules: Sendable {
    /// What a word stands for: its group's number, `nil` when it is ignored.
    private struct Rule {
        let word: [UInt32]
        let group: Int?
    }

    /// The members of each group as keys, its representative first.
    private let groups: [[[UInt32]]]
    /// By first scalar, longest word first.
    private let rules: [UInt32: [Rule]]

    /// `nil` for a vocabulary that changes nothing.
    init?(_ vocabulary: Vocabulary) {
        groups = Self.merged(vocabulary.synonyms)
        var meanings: [[UInt32]: Int?] = [:]
        for (number, group) in groups.enumerated() {
            for word in group { meanings[word] = .some(number) }
        }
        for word in Self.keys(vocabulary.ignored) { meanings[word] = .some(nil) }
        var rules: [UInt32: [Rule]] = [:]
        for (word, group) in meanings {
            rules[word[0], default: []].append(Rule(word: word, group: group))
        }
        for head in rules.keys { rules[head]?.sort { $0.word.count > $1.word.count } }
        self.rules = rules
        if rules.isEmpty { return nil }
    }

    private static func keys(_ words: [String]) -> [[UInt32]] {
        words.map { KeyWriter.key(of: Folded($0)) }.filter { !$0.isEmpty }
    }

    /// Groups without repetitions, those with a common word made one.
    private static func merged(_ synonyms: [[String]]) -> [[[UInt32]]] {
        var groups: [[[UInt32]]] = []
        for words in synonyms {
            var group = keys(words)
            // Earlier groups come first, in their order.
            let shared = groups.indices.filter { place in
                groups[place].contains { group.contains($0) }
            }
            group = shared.flatMap { groups[$0] } + group
            if let first = shared.first {
                for place in shared.reversed() { groups.remove(at: place) }
                groups.insert(distinct(group), at: first)
            } else {
                groups.append(distinct(group))
            }
        }
        return groups.filter { $0.count > 1 }
    }

    private static func distinct(_ words: [[UInt32]]) -> [[UInt32]] {
        var seen: Set<[UInt32]> = []
        return words.filter { seen.insert($0).inserted }
    }
}

// MARK: - Use

extension VocabularyRules {
    /// A stretch of a key.
    private enum Piece {
        case plain(Range<Int>)
        case group(Int)
        case ignored
    }

    /// The most alternatives that one key has.
    static let mostAlternatives = 8

    /// The key with this vocabulary applied, and its alternatives. A key that consists of ignored
    /// words only stays as it is: it would otherwise ask for nothing.
    func apply(to key: [UInt32]) -> (key: [UInt32], alternatives: [[UInt32]]) {
        let pieces = pieces(of: key)
        if case .plain? = pieces.first, pieces.count == 1 { return (key, []) }
        let plain = assemble(pieces, from: key)
        guard !plain.isEmpty else { return (key, []) }
        var alternatives: [[UInt32]] = []
        var used: Set<Int> = []
        for case .group(let number) in pieces where used.insert(number).inserted {
            for member in groups[number].dropFirst()
            where alternatives.count < Self.mostAlternatives {
                let other = assemble(pieces, from: key, replacing: number, by: member)
                if other != plain, !alternatives.contains(other) { alternatives.append(other) }
            }
        }
        return (plain, alternatives)
    }

    private func pieces(of key: [UInt32]) -> [Piece] {
        var pieces: [Piece] = []
        var place = 0
        var plainStart = 0
        while place < key.count {
            guard let rule = rule(in: key, at: place) else {
                place += 1
                continue
            }
            if plainStart < place { pieces.append(.plain(plainStart..<place)) }
            pieces.append(rule.group.map { .group($0) } ?? .ignored)
            place += rule.word.count
            plainStart = place
        }
        if plainStart < key.count { pieces.append(.plain(plainStart..<key.count)) }
        return pieces
    }

    private func rule(in key: [UInt32], at place: Int) -> Rule? {
        guard let candidates = rules[key[place]] else { return nil }
        return candidates.first { rule in
            let end = place + rule.word.count
            return end <= key.count && key[place..<end].elementsEqual(rule.word)
                && Self.isBoundary(key, at: place) && Self.isBoundary(key, at: end)
        }
    }

    /// Whether no word of an alphabet, code or number runs across a place of a key.
    private static func isBoundary(_ key: [UInt32], at place: Int) -> Bool {
        guard place > 0, place < key.count else { return true }
        return !isInWord(key[place - 1]) || !isInWord(key[place])
    }

    private static func isInWord(_ scalar: UInt32) -> Bool {
        scalar != Signs.space && !ScalarKind(of: scalar).isIdeographic
    }

    /// The key of the pieces put together, separated where something was replaced.
    private func assemble(
        _ pieces: [Piece], from key: [UInt32], replacing changed: Int? = nil,
        by member: [UInt32] = []
    ) -> [UInt32] {
        var result: [UInt32] = []
        for piece in pieces {
            switch piece {
            case .plain(let range): result += key[range]
            case .ignored: result.append(Signs.space)
            case .group(let number):
                let word = number == changed ? member : groups[number][0]
                result += [Signs.space] + word + [Signs.space]
            }
        }
        return KeyWriter.key(of: Folded(scalars: result))
    }
}
