/// Which lines of a document ask something that customers ask.
///
/// Strict, where `QuestionSigns` is generous: what is no question for certain stays a heading or a
/// paragraph, and is found as a passage all the same.
enum QuestionForm {
    /// The widths (see `TextWidth`) of questions; a shorter one says too little by itself.
    static let widths = 4...60

    /// The question that a line asks, without its number; `nil` for one that asks none.
    static func question(in line: String) -> String? {
        let text = trimmed(withoutNumber(line))
        guard widths.contains(TextWidth.of(text)), !text.contains("\n"), !namesQuestions(text)
        else {
            return nil
        }
        return FAQMark.endsAQuestion(text) || asks(text) ? text : nil
    }

    /// Whether a heading says that questions with their answers follow.
    static func namesQuestions(_ heading: String) -> Bool {
        let plain = heading.lowercased()
        return titles.contains { plain.contains($0) }
    }

    /// Whether a heading says that its list is to be worked through: what it asks, it asks the
    /// reader.
    static func namesSteps(_ heading: String) -> Bool {
        let plain = heading.lowercased()
        return procedures.contains { plain.contains($0) }
    }

    /// A line without the number in front: `3.2 怎么安装`, `（一）怎么安装`.
    static func withoutNumber(_ line: String) -> String {
        guard NumberMark(line) != nil, line.first != "【" else { return line }
        if line.first == "第" {
            return trimmed(line.drop { !$0.isWhitespace && !"章篇编部节".contains($0) }.dropFirst())
        }
        var rest = line[...]
        if let first = rest.first, "（(".contains(first) { rest = rest.dropFirst() }
        while let first = rest.first {
            if isDigit(first) {
                rest = rest.dropFirst()
            } else if first == ".", let next = rest.dropFirst().first, isDigit(next) {
                rest = rest.dropFirst()
            } else {
                break
            }
        }
        if let mark = rest.first, "、.．)）".contains(mark) { rest = rest.dropFirst() }
        return trimmed(rest)
    }

    private static func isDigit(_ character: Character) -> Bool {
        (character.isASCII && character.isNumber) || "一二三四五六七八九十百零〇".contains(character)
    }

    /// Whether a text without question mark asks all the same.
    private static func asks(_ text: String) -> Bool {
        let plain = text.lowercased()
        if topics.contains(where: { plain.hasSuffix($0) }) { return false }
        if words.contains(where: { plain.contains($0) }) || plain.hasSuffix("吗") { return true }
        return openers.contains { plain.hasPrefix($0) } && text.contains(" ")
    }

    private static let titles = [
        "常见问题", "常見問題", "常见问答", "问答", "問答", "答疑", "疑问", "疑難", "疑难", "faq", "q&a",
        "q & a", "frequently asked", "common questions", "questions",
    ]
    private static let procedures = [
        "步骤", "步驟", "排查", "检查", "檢查", "检修", "自检", "流程", "清单", "清單", "问卷", "调查", "checklist",
        "troubleshoot", "survey", "quiz", "steps", "before you",
    ]
    /// Such words at the end make a title of what holds a question word.
    private static let topics = [
        "说明", "說明", "方法", "步骤", "步驟", "指南", "介绍", "介紹", "手册", "手冊", "大全", "汇总", "列表",
        "问题", "問題", "技巧", "流程", "示例", "教程", "原则", "要求", "规范",
    ]
    private static let words = [
        "怎么", "怎麼", "怎样", "怎樣", "如何", "多少", "多久", "多长", "多大", "几天", "几年", "几个",
        "什么", "什麼", "哪些", "哪里", "哪個", "哪个", "哪种", "哪款", "为何", "為何", "能否", "可否", "是否",
        "能不能", "可不可以", "有没有", "要不要", "是不是", "会不会", "谁来", "谁负责",
    ]
    private static let openers = [
        "how do ", "how can ", "how to ", "how much ", "how many ", "how long ", "how often ",
        "how does ", "how is ", "what is ", "what are ", "what does ", "what do ", "what if ",
        "what happens ", "why ", "can i ", "can you ", "can we ", "do you ", "do i ", "does ",
        "is there ", "is it ", "are there ", "where is ", "where can ", "where do ", "when do ",
        "when will ", "when does ", "which ", "who ", "will you ", "should i ",
    ]
}
