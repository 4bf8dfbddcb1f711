/// What measuring says: how good the answers are on a labelled set, and were in the past.
extension Phrase {
    // What was measured

    public static func evalQuestions(_ count: Int, answerable: Int) -> Phrase {
        Phrase(
            "\(count) questions, \(answerable) of them answerable",
            "\(count) 个问题，其中 \(answerable) 个可回答")
    }
    public static func evalAnswers(since time: String, _ count: Int, judged: Int) -> Phrase {
        Phrase(
            "\(count) answers by confidence since \(time), \(judged) of them judged",
            "自 \(time) 起依据置信度作出 \(count) 个回答，其中 \(judged) 个有人评价")
    }
    public static func evalByRule(_ count: Int) -> Phrase {
        Phrase(
            "\(count) more left to rules, not to confidence; they are not measured",
            "另有 \(count) 个由规则而非置信度决定，不计入")
    }
    public static let evalNothingJudged = Phrase(
        "nothing was judged in this time: approve, correct and reject do it; "
            + "--since looks further back",
        "这段时间没有评价：可用 approve、correct、reject 评价；--since 可往前看")
    public static let evalForeign = Phrase(
        "no relevant id was ever found: are the ids those of this base?",
        "从未找到任何标注的编号：这些编号属于这个知识库吗？")

    // Figures

    public static let evalRetrieval = Phrase("retrieval", "检索")
    public static let evalRouting = Phrase("routing", "路由")
    public static let evalInForce = Phrase("in force", "当前")
    public static let evalSimulated = Phrase("simulated", "模拟")
    public static let evalReplied = Phrase("replied", "回复")
    public static let evalRepliedRight = Phrase("right", "正确")
    public static let evalRepliedJudged = Phrase("judged", "有评价")
    public static let evalClarified = Phrase("asked back", "反问")
    public static let evalAmongChoices = Phrase("the right one among the choices", "选项中有正确答案")
    public static let evalHandedOver = Phrase("handed over", "转人工")
    public static let evalRightlyHandedOver = Phrase("nothing could be answered", "确实无法回答")
    public static let evalUnanswerableReplied = Phrase(
        "unanswerable, replied all the same", "不可回答却回复")
    public static let evalRecall = Phrase("answerable, replied right", "可回答且回复正确")
    public static let evalConfidence = Phrase("confidence", "置信度")
    public static let evalError = Phrase("calibration error", "校准误差")
    public static func evalCoverage(_ precision: String) -> Phrase {
        Phrase("coverage at \(precision) right", "\(precision) 正确时的覆盖率")
    }
    public static func evalFrom(_ threshold: String) -> Phrase {
        Phrase("replying from \(threshold)", "阈值 \(threshold)")
    }
    public static let evalNoThreshold = Phrase("no threshold gives that", "没有这样的阈值")

    // Reliability

    public static let reliability = Phrase("reliability", "可靠性")
    public static let reliabilityColumns: [Phrase] = [
        Phrase("predicted", "预测"), Phrase("observed", "实际"), Phrase("count", "数量"),
    ]
    public static let reliabilityLegend = Phrase(
        "bar: the share that was right; ┃: the share that was predicted", "条形：实际正确的比例；┃：预测的比例")

    // Calibration

    public static func calibrationExamined(at time: String) -> Phrase {
        Phrase("what the base found out about itself, \(time)", "知识库自测结果，\(time)")
    }
    public static func calibrationQuestions(_ count: Int, right: Int) -> Phrase {
        Phrase(
            "\(count) questions asked of itself, \(right) of them answered right",
            "自问 \(count) 个问题，其中 \(right) 个答对")
    }
    public static let calibrationNotYet = Phrase(
        "the base has not examined itself: it does from 30 texts on", "知识库尚未自测：至少需要 30 条文本")
    public static let calibrationVerdicts = Phrase("what verdicts taught", "人工评价的作用")
    public static func calibrationVerdictCount(_ count: Int, needed: Int) -> Phrase {
        Phrase(
            "\(count) \(count == 1 ? "verdict" : "verdicts"), \(needed) are needed",
            "\(count) 个评价，需要 \(needed) 个")
    }
    public static let calibrationInForce = Phrase("in force", "已生效")
    public static let calibrationNotInForce = Phrase("not in force", "未生效")
    public static let calibrationStolen = Phrase(
        "entries whose questions find another entry", "自己的问题却找到别的条目")
    public static let calibrationUnfound = Phrase(
        "entries that their own question, reworded, does not find", "问题换个说法就找不到的条目")

    // What can be wrong

    public static let calibrationOneOf = Phrase(
        "--again and --reset do not go together", "--again 与 --reset 不能同时使用")

    public static let evalWhat = Phrase(
        "name a file of questions, or --from-history, one of the two",
        "请指定问题文件或 --from-history，二者选一")
    public static let evalSinceAlone = Phrase(
        "--since goes with --from-history", "--since 需与 --from-history 一起使用")
    public static func notAShare(_ name: String) -> Phrase {
        Phrase("\(name) is not a number from 0 to 1", "\(name) 不是 0 到 1 之间的数")
    }
    public static func thresholdsImpossible(reply: String, clarify: String) -> Phrase {
        Phrase(
            "replying from \(reply) and asking back from \(clarify) cannot be",
            "回复阈值 \(reply) 与反问阈值 \(clarify) 不能并存")
    }
    public static let thresholdsImpossibleWhy = Phrase(
        "asking back must begin at or below the confidence for replying", "反问的阈值不能高于回复的阈值")
    public static let thresholdsImpossibleHint = Phrase(
        "give both: --reply 0.8 --clarify 0.6", "请同时给出：--reply 0.8 --clarify 0.6")
    public static let nothingMeasurable = Phrase("nothing could be measured", "没有可以测量的内容")
    public static func noRowIsGood(_ count: Int) -> Phrase {
        Phrase(
            count == 0 ? "there is no row in it" : "none of its \(count) rows can be used",
            count == 0 ? "其中没有任何行" : "其中 \(count) 行都无法使用")
    }
    public static let rowForm = Phrase(
        "write one object a line: {\"id\": \"q1\", \"text\": \"…\", \"relevant\": [\"e1\"]}",
        "每行写一个对象：{\"id\": \"q1\", \"text\": \"…\", \"relevant\": [\"e1\"]}")
    public static let rowNotObject = Phrase("the line is not a JSON object", "该行不是 JSON 对象")
    public static let rowNotObjectWhy = Phrase(
        "a labelled set is JSON Lines, an object a line", "标注集为 JSON Lines，每行一个对象")
    public static let rowWithoutText = Phrase("there is no question", "没有问题")
    public static let rowWithoutTextWhy = Phrase(
        "\"text\" is missing, empty or not a text", "\"text\" 缺失、为空或不是文本")
    public static let rowWithoutTextHint = Phrase(
        "give the customer's words as \"text\"", "把客户的原话写入 \"text\"")
    public static let rowWithoutLabel = Phrase("it is not said what is right", "没有说明正确答案")
    public static let rowWithoutLabelWhy = Phrase(
        "\"relevant\" is missing or not a list of ids", "\"relevant\" 缺失或不是编号列表")
    public static let rowWithoutLabelHint = Phrase(
        "list the ids of the right entries, [] where nothing should be answered",
        "列出正确条目的编号；不应回答时写 []")
    public static let rowGrades = Phrase("the grades cannot be used", "等级无法使用")
    public static let rowGradesWhy = Phrase(
        "\"grades\" is not an object of whole numbers from 0 to 30",
        "\"grades\" 不是由 0 到 30 的整数组成的对象")
    public static let rowGradesHint = Phrase(
        "write {\"e1\": 2, \"e2\": 1}, or leave it away", "写成 {\"e1\": 2, \"e2\": 1}，或去掉它")
    public static func rowPlace(_ line: Int) -> Phrase {
        Phrase("line \(line)", "第 \(line) 行")
    }
    public static func moreRows(_ count: Int) -> Phrase {
        Phrase("and \(count) more rows; --json lists them all", "另有 \(count) 行；--json 可列出全部")
    }
    public static func rowsLeftOut(_ count: Int) -> Phrase {
        Phrase(
            count == 1 ? "1 row is left out" : "\(count) rows are left out", "忽略了 \(count) 行")
    }

    // Evidence

    public static let constantShare = Phrase("constant", "常数")
    public static let cappedShare = Phrase("held down by the one above", "受上一候选限制")
    public static let sumOfShares = Phrase("sum", "合计")
    public static func featuresWithoutShare(_ count: Int) -> Phrase {
        Phrase("\(count) at zero", "\(count) 项为零")
    }

    // Help

    public static let helpEval = Phrase(
        "measure the answers on a labelled set, or on the judged ones of the past",
        "用标注集或过去的评价衡量回答质量")
    public static let helpCalibration = Phrase(
        "show how the confidence was adapted to this base", "查看置信度如何适应本知识库")
    public static let optionAgain = Phrase(
        "have the base examine itself anew, in the background", "让知识库在后台重新自测")
    public static let optionReset = Phrase(
        "take back what verdicts did to the confidence", "撤销评价对置信度的影响")
    public static let optionFromHistory = Phrase(
        "measure answers that were judged; those of the last 30 days unless --since says otherwise",
        "衡量有人评价过的回答；未指定 --since 时为最近 30 天")
    public static let optionReplyThreshold = Phrase(
        "show also what replying from this confidence on would do", "同时显示改用此回复阈值的结果")
    public static let optionClarifyThreshold = Phrase(
        "show also what asking back from this confidence on would do", "同时显示改用此反问阈值的结果")
}
