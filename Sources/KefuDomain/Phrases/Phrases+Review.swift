/// What the client says of learning: the review of candidates, gaps, and what was learned.
extension Phrase {
    // A candidate

    public static let qualityLabel = Phrase("quality", "质量")
    public static let candidateQuestion = Phrase("Q", "问")
    public static let candidateAnswer = Phrase("A", "答")
    public static let fromConversation = Phrase("a person answered", "人工回复")
    public static let fromCorrection = Phrase("a correction", "纠正回答")
    public static let outcomeAdds = Phrase("makes a new entry", "新增条目")
    public static func outcomeVariant(_ entry: String) -> Phrase {
        Phrase("another wording of \(entry)", "作为相似问法并入 \(entry)")
    }
    public static func outcomeReplaces(_ entry: String) -> Phrase {
        Phrase("another answer in \(entry)", "替换 \(entry) 的答案")
    }
    public static func outcomeNothing(_ entry: String) -> Phrase {
        Phrase("nothing: \(entry) says so already", "无改动：\(entry) 已经这样回答")
    }
    public static func staleFrom(_ date: String) -> Phrase {
        Phrase("goes stale on \(date)", "\(date) 起失效")
    }
    public static let speakerPerson = Phrase("we", "我方")
    public static let gatePersonalData = Phrase("personal data", "个人信息")
    public static let gateContradiction = Phrase("contradiction", "与现有答案矛盾")
    public static let gateTakeOver = Phrase("takes over questions", "抢占其他条目的问题")
    public static let gateAutomaticOff = Phrase("automatic learning is off", "自动学习已关闭")

    // The review

    public static let nothingPending = Phrase("nothing waits for review", "没有待审核的内容")
    public static let reviewKeys = Phrase(
        "[a]pprove  [e]dit  [r]eject  [s]kip  [u]ndo  [q]uit  [?]",
        "[a] 采纳  [e] 修改  [r] 拒绝  [s] 跳过  [u] 撤销上一步  [q] 退出  [?]")
    public static let reviewForceKey = Phrase("[f] all the same", "[f] 仍要采纳")
    public static let reviewHelp = Phrase(
        "a approves as it stands; e edits question and answer first (Enter goes on, Ctrl-C gives up); "
            + "r rejects, R asks why; s leaves it for later; u takes back the last step; "
            + "f approves against every objection but personal data; q ends",
        "a 原样采纳；e 先修改问题和答案（回车继续，Ctrl-C 放弃）；r 拒绝，R 并填写原因；s 留到以后；"
            + "u 撤销上一步；f 不顾提示仍要采纳（个人信息除外）；q 结束")
    public static let reviewLineHelp = Phrase(
        "one line each: a, e ANSWER, r [REASON], s, u, f, q",
        "每行一个操作：a、e 新答案、r [原因]、s、u、f、q")
    public static let reviewQuestion = Phrase("question: ", "问题：")
    public static let reviewAnswer = Phrase("answer: ", "答案：")
    public static let reviewReason = Phrase("why: ", "原因：")
    public static func reviewUnknown(_ key: String) -> Phrase {
        Phrase("\(key) does nothing here; ? explains", "\(key) 没有作用；按 ? 查看说明")
    }
    public static let reviewNothingToUndo = Phrase(
        "nothing was done yet", "还没有可撤销的操作")
    public static func reviewApproved(_ id: String, _ entry: String) -> Phrase {
        Phrase("\(id) approved: \(entry)", "已采纳 \(id)：\(entry)")
    }
    public static func reviewRejected(_ id: String) -> Phrase {
        Phrase("\(id) rejected", "已拒绝 \(id)")
    }
    public static func reviewSkipped(_ id: String) -> Phrase {
        Phrase("\(id) left for later", "已跳过 \(id)")
    }
    public static func reviewTakenBack(_ id: String) -> Phrase {
        Phrase("\(id) is back", "已撤销：\(id) 重新待审")
    }
    public static func reviewDone(_ approved: Int, _ rejected: Int, _ skipped: Int) -> Phrase {
        Phrase(
            "\(approved) approved, \(rejected) rejected, \(skipped) left for later",
            "采纳 \(approved) · 拒绝 \(rejected) · 跳过 \(skipped)")
    }
    public static func moreRows(_ total: Int, _ how: String) -> Phrase {
        Phrase("\(total) in all; more: \(how)", "共 \(total) 个；更多：\(how)")
    }

    // Gaps

    public static let noGaps = Phrase("the base lacks nothing that was asked", "没有未能回答的问题")
    public static func gapAnswered(_ entry: String, _ answered: Int, _ all: Int) -> Phrase {
        Phrase(
            "\(entry): \(answered) of \(all) wordings get a reply now",
            "\(entry)：\(all) 种问法中有 \(answered) 种现在可以回答")
    }
    public static let addedAsVariant = Phrase("added", "已加为问法")
    public static func answerGapHint(_ command: String) -> Phrase {
        Phrase("answer one: \(command)", "回答其中一个：\(command)")
    }
    public static func undoLearnedHint(_ command: String) -> Phrase {
        Phrase("take it back: \(command)", "撤销：\(command)")
    }

    // What was learned

    public static let noLearned = Phrase("nothing was learned", "没有学习记录")
    public static let undone = Phrase("taken back", "已撤销")
    public static func undoneCount(_ count: Int) -> Phrase {
        Phrase(
            count == 1 ? "1 change taken back" : "\(count) changes taken back",
            "已撤销 \(count) 项改动")
    }
    public static func keptCount(_ count: Int) -> Phrase {
        Phrase(
            "\(count) stay: somebody has edited the same since",
            "\(count) 项保留：之后已有人修改过")
    }
    public static func undoSinceAsk(_ time: String) -> Phrase {
        Phrase(
            "Take back all that was learned since \(time)? [y/N] ",
            "撤销 \(time) 以来学到的全部内容？[y/N] ")
    }
    public static let nothingUndone = Phrase("nothing was taken back", "没有撤销")
    public static let byItself = Phrase("by itself", "自动")
    public static let byReview = Phrase("review", "审核")
    public static let byVerdict = Phrase("verdict", "评判")
    public static let byGap = Phrase("gap", "缺口")
    public static let actAdds = Phrase("new entry", "新条目")
    public static let actVariant = Phrase("wording", "新问法")
    public static let actDrops = Phrase("wording moved", "移走问法")
    public static let actNegative = Phrase("look-alike", "反例")
    public static let actReplaces = Phrase("new answer", "新答案")
    public static let actPromotes = Phrase("now answers", "转为正式")
    public static let actWithdraws = Phrase("back to review", "退回审核")

    // Figures

    public static let candidatesLabel = Phrase("candidates", "候选")
    public static let learnedEntriesLabel = Phrase("learned", "学到")
    public static let gatesLabel = Phrase("kept out by", "拦截")
    public static let gapsLabel = Phrase("gaps", "缺口")
    public static let weekLabel = Phrase("week from", "周一")
    public static let countWaiting = Phrase("waiting", "待审")
    public static let countEntered = Phrase("by itself", "自动采纳")
    public static let countApproved = Phrase("approved", "人工采纳")
    public static let countRejected = Phrase("rejected", "拒绝")
    public static let countDropped = Phrase("dropped", "丢弃")
    public static let countActive = Phrase("answering", "在用")
    public static let countShadow = Phrase("in the shadow", "试用中")
    public static let countPromoted = Phrase("promoted", "转正")
    public static let countAgreed = Phrase("agreed", "预测一致")
    public static let countDisagreed = Phrase("disagreed", "预测不一致")
    public static let countOpen = Phrase("open", "未回答")
    public static let countQuestions = Phrase("asked", "被问次数")
    public static let countClosed = Phrase("closed", "已关闭")
    public static let answeredShare = Phrase("answered", "已回答")
    public static let byLearned = Phrase("by learned", "学到的回答")
    public static let wrongAnswers = Phrase("wrong", "答错")
    public static let wrongByLearned = Phrase("of learned", "学到的答错")
}
