/// What `kefu help` says of learning. No full stops: they stand in a list.
extension Phrase {
    public static let groupLearning = Phrase("learning", "学习")
    public static let helpReview = Phrase(
        "decide on what would be learned, one by one", "逐条审核待学习的内容")
    public static let helpPending = Phrase("list what waits for review", "列出待审核的内容")
    public static let helpGaps = Phrase(
        "list what the base could not answer", "列出知识库未能回答的问题")
    public static let helpAnswerGap = Phrase(
        "answer a gap, and see which wordings pass", "回答一个缺口，并查看哪些问法通过")
    public static let helpLearned = Phrase(
        "list what was learned, or take it back: undo ID, undo --since",
        "列出学习记录；undo 编号 或 undo --since 撤销")
    public static let helpLearn = Phrase("show what learning did", "查看学习的效果")
    public static let detailReview = Phrase(
        "Each candidate is shown with the conversation it came from, what its quality is made of, what "
            + "approving it would do, and the entries that say otherwise beside it. One key decides: "
            + "a, e, r, s, u, q; ? explains them. Without a terminal each line of standard input is "
            + "such a decision: a, e ANSWER, r REASON, s, u, f, q.",
        "逐条显示候选内容：来自哪段对话、质量由哪些部分构成、采纳后会怎样，以及与之矛盾的条目（并排对照）。"
            + "按一个键决定：a、e、r、s、u、q；? 查看说明。没有终端时，标准输入的每一行是一个决定："
            + "a、e 新答案、r 原因、s、u、f、q。")
    public static let detailLearned = Phrase(
        "undo takes the number of a change, a candidate or an entry. --since also understands today, "
            + "yesterday and names of weekdays: the last one that has begun.",
        "undo 接受学习记录、候选或条目的编号。--since 也可写今天、昨天和星期几（最近的那一天）。")
    public static let detailAnswerGap = Phrase(
        "The answer becomes an entry with the wording asked most often. Then every wording is asked "
            + "again: those that find the entry but are not sure enough are added to it, others stay a gap.",
        "答案会以最常用的问法成为条目，然后重新提问全部问法：能找到该条目但把握不足的加为相似问法，其余仍作为缺口保留。")
    public static let optionSinceDay = Phrase(
        "only what came since: 2026-11-23, monday, or a full time",
        "只看此时间以后：2026-11-23、周一或完整时间")
    public static let optionYesUndo = Phrase("do not ask whether I am sure", "不再询问，直接执行")
}
