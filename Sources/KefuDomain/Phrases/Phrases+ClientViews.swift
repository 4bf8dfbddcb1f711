/// The labels of what the client shows.
extension Phrase {
    // Answers

    public static func action(_ action: Action) -> Phrase {
        switch action {
        case .reply: Phrase("reply", "回复")
        case .clarify: Phrase("clarify", "澄清")
        case .handoff: Phrase("handoff", "转人工")
        }
    }

    /// Why a route was taken; `nil` for a reason of a newer daemon.
    public static func reason(_ raw: String) -> Phrase? {
        switch RouteReason(rawValue: raw) {
        case .confidence: Phrase("by confidence", "依据置信度")
        case .noEvidence: Phrase("nothing in the base speaks of it", "知识库中没有相关内容")
        case .greeting: Phrase("a greeting", "问候")
        case .courtesy: Phrase("a courtesy", "客套话")
        case .person: Phrase("a person was asked for", "客户要求人工")
        case .complaint: Phrase("a complaint", "投诉")
        case .picked: Phrase("picked from the questions put", "客户选择了其中一项")
        case .noneOfThem: Phrase("none of the questions was meant", "都不是客户要问的")
        case .expired: Phrase("the answer is out of date", "答案已过期")
        case .review: Phrase("marked for review", "需人工审核")
        case .sensitive: Phrase("a sensitive word", "含敏感词")
        case .noText: Phrase("a message without words", "消息没有文字")
        case .unavailable: Phrase("the search failed", "检索失败")
        case nil: nil
        }
    }

    public static let draftOnly = Phrase("draft", "草稿")
    public static let nearestFound = Phrase("nearest", "最接近")
    public static let pickHint = Phrase(
        "answer with a number, or ask in other words", "回复数字选择，或换个说法再问")
    public static let canApprove = Phrase("right", "认可")
    public static let canEdit = Phrase("correct it", "改正")
    public static let canReject = Phrase("wrong", "否决")
    public static let canExplain = Phrase("why", "依据")
    public static let canAnswer = Phrase("answer it yourself", "自己作答")
    public static let verdictApproved = Phrase("approved", "已认可")
    public static let verdictCorrected = Phrase("corrected", "已改正")
    public static let verdictRejected = Phrase("rejected", "已否决")
    public static let asked = Phrase("asked", "问")
    public static let learnedInto = Phrase("learned in", "学习到")

    // Evidence

    public static let route = Phrase("route", "路由")
    public static let replyFrom = Phrase("reply from", "回复 ≥")
    public static let clarifyFrom = Phrase("clarify from", "澄清 ≥")
    public static let matchedWording = Phrase("matched", "匹配问法")
    public static let foundBy = Phrase("found by", "来源")
    public static let featureColumns: [Phrase] = [
        Phrase("feature", "特征"), Phrase("value", "数值"), Phrase("weight", "权重"),
        Phrase("share", "贡献"),
    ]
    public static func engine(_ engine: Engine) -> Phrase {
        switch engine {
        case .ranked: Phrase("ranked", "相关度")
        case .pinyin: Phrase("pinyin", "拼音")
        case .terms: Phrase("terms", "词项")
        case .trigram: Phrase("trigram", "子串")
        case .exact: Phrase("exact", "完全一致")
        }
    }
    public static func moreFeatures(_ count: Int) -> Phrase {
        Phrase("\(count) others", "其余 \(count) 项")
    }
    public static func moreCandidates(_ count: Int) -> Phrase {
        Phrase("\(count) more candidates: --all", "另有 \(count) 个候选：--all")
    }
    public static let nothingFound = Phrase("nothing was found", "没有找到")

    // Entries

    public static let question = Phrase("question", "问题")
    public static let answer = Phrase("answer", "答案")
    public static let variants = Phrase("variants", "相似问法")
    public static let negatives = Phrase("negatives", "反例问法")
    public static let category = Phrase("category", "分类")
    public static let tags = Phrase("tags", "标签")
    public static let status = Phrase("status", "状态")
    public static let source = Phrase("source", "来源")
    public static let review = Phrase("review", "审核")
    public static let expires = Phrase("expires", "过期时间")
    public static let expired = Phrase("expired", "已过期")
    public static let externalID = Phrase("external id", "外部编号")
    public static let hits = Phrase("hits", "命中")
    public static let changed = Phrase("changed", "更新于")
    public static func status(_ status: EntryStatus) -> Phrase {
        switch status {
        case .active: Phrase("active", "启用")
        case .pending: Phrase("pending", "待审核")
        case .shadow: Phrase("shadow", "试用")
        case .disabled: Phrase("disabled", "停用")
        }
    }
    public static func source(_ source: EntrySource) -> Phrase {
        switch source {
        case .manual: Phrase("manual", "手工")
        case .import: Phrase("import", "导入")
        case .learned: Phrase("learned", "学习")
        }
    }
    public static func review(_ review: Review) -> Phrase {
        switch review {
        case .auto: Phrase("auto", "自动")
        case .always: Phrase("always", "始终人工")
        }
    }
    /// What made a state of an entry, by its name on the wire.
    public static func cause(_ name: String) -> Phrase {
        causes[name] ?? Phrase(verbatim: name)
    }
    private static let causes = [
        "created": Phrase("created", "新建"), "updated": Phrase("updated", "修改"),
        "imported": Phrase("imported", "导入"), "learned": Phrase("learned", "学习"),
        "corrected": Phrase("corrected", "更正"), "removed": Phrase("removed", "删除"),
        "reverted": Phrase("reverted", "恢复"), "merged": Phrase("merged", "合并"),
    ]
    public static let noEntries = Phrase("no entries", "没有条目")
    public static let noAnswers = Phrase("no answers", "没有回答")
    public static let noDocuments = Phrase("no documents", "没有文档")
    public static let noConflicts = Phrase("no conflicts", "没有矛盾或近似的条目")
    public static let noSynonyms = Phrase("no synonyms", "没有同义词")
    public static let noIgnored = Phrase("no ignored words", "没有忽略词")
    public static func moreWith(_ option: String) -> Phrase {
        Phrase("more: \(option)", "还有更多：\(option)")
    }
    public static func added(_ id: String) -> Phrase { Phrase("added \(id)", "已添加 \(id)") }
    public static func updated(_ id: String) -> Phrase { Phrase("changed \(id)", "已修改 \(id)") }
    public static func removed(_ id: String) -> Phrase { Phrase("removed \(id)", "已删除 \(id)") }
    public static func reverted(_ id: String) -> Phrase {
        Phrase("brought back \(id)", "已恢复 \(id)")
    }
    public static let passagesUnit = Phrase("passages", "段落")
    public static func version(_ number: Int) -> Phrase {
        Phrase("version \(number)", "第 \(number) 版")
    }

    // Import

    public static let dryRunNote = Phrase(
        "dry run: nothing was changed", "试运行：未做任何改动")
    public static let countAdded = Phrase("added", "新增")
    public static let countUpdated = Phrase("updated", "更新")
    public static let countUnchanged = Phrase("unchanged", "未变")
    public static let countDuplicates = Phrase("duplicates", "重复")
    public static let countRefused = Phrase("refused", "拒绝")
    public static let importNothing = Phrase("nothing to import", "没有可导入的内容")
    public static func moreRefused(_ count: Int) -> Phrase {
        Phrase("and \(count) more; --json lists them all", "另有 \(count) 处；--json 可列出全部")
    }
    public static func total(_ files: Int) -> Phrase {
        Phrase("\(files) files", "共 \(files) 个文件")
    }
    public static func exported(_ entries: Int, _ path: String) -> Phrase {
        Phrase("\(entries) entries written to \(path)", "已把 \(entries) 个条目写入 \(path)")
    }
    public static func backedUp(_ bytes: String, _ path: String) -> Phrase {
        Phrase("\(bytes) written to \(path)", "已备份 \(bytes) 到 \(path)")
    }
    public static func restored(_ entries: Int, _ passages: Int) -> Phrase {
        Phrase(
            "restored: \(entries) entries, \(passages) passages",
            "已恢复：\(entries) 个条目，\(passages) 个段落")
    }
    public static func formerBase(_ path: String) -> Phrase {
        Phrase("the former base is kept as \(path)", "原知识库保留为 \(path)")
    }

    // The daemon

    public static let healthOK = Phrase("ok", "正常")
    public static let healthDegraded = Phrase("degraded", "降级")
    public static let daemon = Phrase("daemon", "守护进程")
    public static let base = Phrase("base", "知识库")
    public static let index = Phrase("index", "索引")
    public static let database = Phrase("database", "数据库")
    public static let calibration = Phrase("calibration", "校准")
    public static let socket = Phrase("socket", "套接字")
    public static let uptime = Phrase("up", "已运行")
    public static func entriesAndPassages(_ entries: Int, _ passages: Int) -> Phrase {
        Phrase("\(entries) entries, \(passages) passages", "\(entries) 个条目，\(passages) 个段落")
    }
    public static let indexReady = Phrase("ready", "就绪")
    public static let indexBuilding = Phrase("being rebuilt", "重建中")
    public static func indexBehind(_ changes: Int) -> Phrase {
        Phrase("\(changes) changes behind", "落后 \(changes) 处改动")
    }
    public static let calibrationSettled = Phrase("settled", "稳定")
    public static let calibrationRunning = Phrase("running", "进行中")
    public static let stopping = Phrase("the daemon is ending", "守护进程正在停止")
    public static let notRunning = Phrase("no daemon was running", "没有运行中的守护进程")
    public static let settingSource: [String: Phrase] = [
        "default": Phrase("default", "默认"), "file": Phrase("file", "配置文件"),
        "environment": Phrase("environment", "环境变量"), "option": Phrase("option", "命令行"),
    ]
    public static let entriesLabel = Phrase("entries", "条目")
    public static let documentsLabel = Phrase("documents", "文档")
    public static let neverHit = Phrase("never the answer", "从未命中")
    public static let byStatus = Phrase("by status", "按状态")
    public static let bySource = Phrase("by source", "按来源")
    public static let byCategory = Phrase("by category", "按分类")
    public static let withoutCategory = Phrase("(none)", "（无）")

    // Errors

    public static let errorLabel = Phrase("error", "错误")
    public static let whyLabel = Phrase("why", "原因")
    public static let tryLabel = Phrase("try", "建议")
    public static let withLabel = Phrase("with", "冲突项")
}
