/// What the gates before the base say.
extension Phrase {
    public static let holdsPersonalData = Phrase(
        "it holds personal data", "其中含有个人信息")
    public static func personalDataKind(_ kind: PersonalData) -> Phrase {
        Phrase(
            "\(kind.phrase.english) must not enter the base",
            "\(kind.phrase.chinese)不得进入知识库")
    }
    public static let removePersonalData = Phrase(
        "take it out, then send it again", "请删去后重新提交")

    public static let wouldContradict = Phrase(
        "it would contradict what the base says", "与知识库中的内容矛盾")
    public static let wordingTaken = Phrase(
        "another entry answers this very question", "已有其他条目回答这个问题")
    public static let saysOtherwise = Phrase(
        "an entry answers a question that means the same otherwise",
        "已有条目对意思相同的问题给出了不同的回答")
    public static let personSaysOtherwise = Phrase(
        "a person answered the same question otherwise", "对同一个问题，人工曾给出不同的回答")
    public static let forceOrEdit = Phrase(
        "change the entry named in `with`, or repeat with force", "请修改 with 中列出的条目，或加上 force 重试")

    public static let wouldTakeOver = Phrase(
        "it would take over questions that other entries answer", "它会抢走其他条目正在回答的问题")
    public static func takesOver(_ count: Int) -> Phrase {
        Phrase(
            count == 1
                ? "one question would get another answer than today"
                : "\(count) questions would get another answer than today",
            "有 \(count) 个问题得到的回答会与现在不同")
    }
    public static let narrowOrForce = Phrase(
        "word the question more narrowly, or repeat with force",
        "请把问题写得更具体，或加上 force 重试")

    public static let automaticIsOff = Phrase(
        "automatic learning is switched off", "自动学习已关闭")
    public static let approveIt = Phrase("let it in yourself", "请人工通过")
}

/// What the calls of learning say when they refuse.
extension Phrase {
    public static let candidateDecided = Phrase(
        "the candidate does not wait any more", "该候选已不在待审队列中")
    public static let candidateDecidedWhy = Phrase(
        "it was decided already, or its words are no longer kept", "它已有处理结果，或其文字已不再保留")
    public static let undoUnclear = Phrase(
        "it is not said what to undo", "没有说明要撤销什么")
    public static let undoUnclearWhy = Phrase(
        "exactly one of id and since must be given", "id 和 since 必须且只能给出一个")
    public static let undoUnclearHint = Phrase(
        "name a change, a candidate or an entry, or give a time", "请指定一条学习记录、候选或条目，或给出时间")
    public static let nothingLearned = Phrase(
        "nothing was learned there", "这里没有学到任何内容")
    public static let nothingLearnedWhy = Phrase(
        "no learned change belongs to it, or all were taken back",
        "没有与之相关的学习记录，或已全部撤销")
}
