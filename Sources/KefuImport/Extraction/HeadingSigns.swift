/// Headings that stand out by how they look and not by a mark.
public enum HeadingSigns {
    /// So deep stand those that have no number: below every numbered one.
    public static let unnumberedLevel = 10

    /// The level of a line that looks like a heading, in bold or large type, by itself; `nil` when it
    /// is too long for one or ends as a sentence does.
    public static func level(of line: String) -> Int? {
        let text = trimmed(line)
        guard !text.isEmpty, TextWidth.of(text) <= 40, !text.contains(where: \.isNewline),
            let last = text.last, !"。；，：！.;,:!…、".contains(last),
            text.contains(where: \.isLetter)
        else { return nil }
        return NumberMark(text).map { $0.level + 1 } ?? unnumberedLevel
    }
}
