/// A text that is typed over several lines: a backslash at the end of a line goes on.
struct Continuation {
    private(set) var text = ""
    private(set) var isOpen = false

    /// Takes the next line.
    /// - Returns: whether the text is complete.
    mutating func add(_ line: String) -> Bool {
        text += isOpen ? "\n" : ""
        let backslashes = line.reversed().prefix { $0 == "\\" }.count
        // Two of them stand for one that is meant.
        isOpen = !backslashes.isMultiple(of: 2)
        text += isOpen ? String(line.dropLast()) : line
        return !isOpen
    }
}
