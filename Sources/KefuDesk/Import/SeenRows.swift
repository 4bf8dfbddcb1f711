import KefuDomain

/// What a file has said so far, in sixteen bytes a row: which questions with which answers, and
/// which ids, each with its place.
///
/// Texts are kept as 64-bit hashes with a random seed. Places are kept as their first number and the
/// words around it, which hardly any two places of a file differ in.
struct SeenRows {
    /// The tables are many small ones, which grow one by one: a large one would need twice its room
    /// while it grows.
    private static let shards = 64

    private var questions = [[UInt64: UInt64]](repeating: [:], count: shards)
    private var ids = [[UInt64: UInt32]](repeating: [:], count: shards)
    private var forms: [String] = []

    struct Earlier {
        let place: String
        let hasSameAnswer: Bool
    }

    /// Remembers a question unless it came before.
    /// - Returns: the row where it did.
    mutating func note(question key: String, answer: String, at place: String) -> Earlier? {
        let hash = Self.hash(key)
        let shard = Int(hash % UInt64(Self.shards))
        let answer = UInt32(truncatingIfNeeded: Self.hash(answer))
        if let known = questions[shard][hash] {
            return Earlier(
                place: told(UInt32(truncatingIfNeeded: known)),
                hasSameAnswer: UInt32(known >> 32) == answer)
        }
        questions[shard][hash] = UInt64(answer) << 32 | UInt64(packed(place))
        return nil
    }

    /// Remembers an id unless it came before.
    /// - Returns: the place where it did.
    mutating func note(id: String, at place: String) -> String? {
        let hash = Self.hash(id)
        let shard = Int(hash % UInt64(Self.shards))
        if let known = ids[shard][hash] { return told(known) }
        ids[shard][hash] = packed(place)
        return nil
    }

    /// 27 bits of number, 5 bits that say between which words it stands.
    private mutating func packed(_ place: String) -> UInt32 {
        let head = place.prefix { !Self.isDigit($0) }
        let digits = place[head.endIndex...].prefix(while: Self.isDigit)
        // A remark in brackets, such as the line of a row, is left out.
        let tail = place[digits.endIndex...].prefix { $0 != " " }
        let form = "\(head)#\(tail)"
        guard let number = UInt32(digits), number < 1 << 27, let index = index(of: form) else {
            return 31 << 27
        }
        return UInt32(index) << 27 | number
    }

    private mutating func index(of form: String) -> Int? {
        if let known = forms.lastIndex(of: form) { return known }
        guard forms.count < 31 else { return nil }
        forms.append(form)
        return forms.count - 1
    }

    private func told(_ packed: UInt32) -> String {
        let form = Int(packed >> 27)
        guard forms.indices.contains(form) else { return "…" }
        return forms[form].replacing("#", with: String(packed & (1 << 27 - 1)))
    }

    private static func isDigit(_ character: Character) -> Bool {
        character.isASCII && character.isNumber
    }

    private static func hash(_ text: String) -> UInt64 {
        UInt64(bitPattern: Int64(text.hashValue))
    }
}
