/// Words that stand above a remark and head nothing else.
enum Admonition {
    private static let words: Set<String> = [
        "注意", "注", "提示", "警告", "小心", "重要", "危险", "技巧", "note", "notes", "tip",
        "warning", "caution", "important", "danger", "hint",
    ]

    static func isAlone(_ text: String) -> Bool {
        text.utf8.count <= 24 && words.contains(text.lowercased().filter { !$0.isWhitespace })
    }
}
