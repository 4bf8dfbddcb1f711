/// What the client says of threads, contacts and channels.
extension Phrase {
    // Lists

    public static let noPool = Phrase("the unknown pool is empty", "未知池是空的")
    public static let noToday = Phrase("nothing waits for you", "没有待处理的会话")
    public static let noBlocked = Phrase("nobody is blocked", "没有被拉黑的会话")
    public static let noChannels = Phrase(
        "no channel yet: messages make one", "还没有渠道：收到消息后自动出现")
    public static let noMetrics = Phrase("no figures for those days", "这些天没有数据")
    public static func moreThreads(_ total: Int, _ how: String) -> Phrase {
        Phrase("\(total) in all; more: \(how)", "共 \(total) 个；更多：\(how)")
    }
    public static func recalculated(_ checked: Int, _ changed: Int) -> Phrase {
        Phrase(
            "\(checked) threads, \(changed) with another status",
            "共 \(checked) 个会话，\(changed) 个状态有变化")
    }
    public static func score(_ points: Int) -> Phrase {
        Phrase("\(points) points", "\(points) 分")
    }
    public static func countersPrompt(_ waiting: Int, _ overdue: Int) -> Phrase {
        let english = [
            waiting > 0 ? "\(waiting) to reply" : nil, overdue > 0 ? "\(overdue) overdue" : nil,
        ].compactMap(\.self).joined(separator: ", ")
        let chinese = [
            waiting > 0 ? "待回复 \(waiting)" : nil, overdue > 0 ? "逾期 \(overdue)" : nil,
        ].compactMap(\.self).joined(separator: " · ")
        return Phrase("kefu (\(english))> ", "客服（\(chinese)）> ")
    }

    // A thread

    public static let topicLabel = Phrase("topic", "主题")
    public static let outcomeLabel = Phrase("outcome", "结果")
    public static let satisfactionLabel = Phrase("satisfaction", "满意度")
    public static let groupLabel = Phrase("group chat", "群聊")
    public static let isSilent = Phrase(
        "the bot sends nothing by itself here", "机器人在此会话中不会自动发送")
    public static let speakerThem = Phrase("customer", "客户")
    public static let speakerMe = Phrase("we", "我方")
    public static let speakerBot = Phrase("bot", "机器人")
    public static let textNotKept = Phrase("(text not kept)", "（未保留文字）")
    public static let noMessages = Phrase("no messages", "没有消息")
    public static func olderMessages(_ how: String) -> Phrase {
        Phrase("older messages: \(how)", "更早的消息：\(how)")
    }
    public static let saidSnoozed = Phrase("snoozed", "已推迟")
    public static let saidResolved = Phrase("resolved", "已解决")
    public static let saidWaiting = Phrase("waiting for the customer", "等待对方回复")
    public static let saidRated = Phrase("rated", "已评分")
    public static let saidReleased = Phrase("the bot may speak again", "机器人可再次自动发送")
    public static let canResolve = Phrase("done", "解决")
    public static let canSnooze = Phrase("later", "推迟")
    public static let canWait = Phrase("wait for them", "等对方")
    public static let canTrigger = Phrase("form and draft", "表单与草稿")
    public static let canPromote = Phrase("make a customer", "建档")
    public static let canRelease = Phrase("let the bot speak", "恢复机器人")
    public static let canBlock = Phrase("block", "拉黑")
    public static let canUnblock = Phrase("unblock", "取消拉黑")

    // A contact

    public static let remarkLabel = Phrase("remark", "备注")
    public static let ownerLabel = Phrase("owner", "负责人")
    public static let autoSendLabel = Phrase("auto-send", "自动发送")
    public static let autoSendOn = Phrase("on", "开")
    public static let autoSendOff = Phrase("off", "关")
    public static let autoSendAsChannel = Phrase("as the channel", "随渠道")
    public static let identityLabel = Phrase("identity", "身份")
    public static let kCodeLabel = Phrase("K code", "K 编码")
    public static let sinceLabel = Phrase("known since", "首次联系")
    public static func confidencePercent(_ percent: Int) -> Phrase {
        Phrase("\(percent) % sure", "可信度 \(percent)%")
    }
    public static func promoted(_ contact: String, _ code: String) -> Phrase {
        Phrase("\(contact) is now \(code)", "\(contact) 已建档：\(code)")
    }
    public static let saidBlocked = Phrase("blocked", "已拉黑")
    public static let saidUnblocked = Phrase("unblocked", "已取消拉黑")
    public static let saidIgnored = Phrase("ignored for a day", "已忽略 24 小时")
    public static let saidChanged = Phrase("changed", "已修改")
    public static func erasedCounts(_ counts: String) -> Phrase {
        Phrase("erased: \(counts)", "已清除：\(counts)")
    }
    public static let erasureGoesOn = Phrase(
        "another program reads the database: the last bytes leave the disk when it ends",
        "另有程序正在读取数据库：它结束后，残留的字节才会从磁盘上消失")
    public static let erasedNothing = Phrase("there was nothing to erase", "没有可清除的内容")
    public static func erasedKind(_ name: String) -> Phrase {
        erasedKinds[name] ?? Phrase(verbatim: name)
    }
    private static let erasedKinds = [
        "contacts": Phrase("contacts", "联系人"), "identities": Phrase("identities", "身份"),
        "threads": Phrase("threads", "会话"), "messages": Phrase("messages", "消息"),
        "answers": Phrase("answers", "回答"), "wordings": Phrase("learned wordings", "学到的问法"),
        "trigger_outputs": Phrase("trigger outputs", "触发结果"),
        "pool_visits": Phrase("pool visits", "未知池记录"),
    ]

    // Asking for what is missing

    public static func askCustomerName(_ suggestion: String) -> Phrase {
        Phrase("customer's name [\(suggestion)]: ", "客户姓名 [\(suggestion)]：")
    }
    public static let askRegion = Phrase("region, such as 渝A: ", "区域，例如 渝A：")
    public static let askLevel = Phrase("level, such as VIP: ", "级别，例如 VIP：")
    public static func askErase(_ contact: String) -> Phrase {
        Phrase(
            "Erase \(contact) and all that they wrote? Nothing brings it back. [y/N] ",
            "清除 \(contact) 及其全部内容？无法恢复。[y/N] ")
    }
    public static let notErased = Phrase("nothing was erased", "没有清除任何内容")
    public static let eraseNotSure = Phrase(
        "erasing needs to be confirmed", "清除需要确认")
    public static let eraseHint = Phrase(
        "say so with --yes; nothing brings it back", "请加上 --yes 确认；清除后无法恢复")

    public static func rowUnknown(_ row: Int) -> Phrase {
        Phrase("the last list has no row \(row)", "上一个列表没有第 \(row) 行")
    }
    public static let noListYet = Phrase("no list was shown yet", "还没有显示过列表")
    public static let threadMissing = Phrase(
        "there is no thread yet to speak of", "还没有可以操作的会话")
    public static let threadHint = Phrase(
        "name one, such as t12: today and pool list them", "请指定会话，例如 t12：today 与 pool 可列出")
    public static let noMoreRows = Phrase("the last list has ended", "上一个列表已到末尾")
    public static let bothTimes = Phrase(
        "--minutes and --until say two things", "--minutes 与 --until 只能用一个")
    public static let outputMissing = Phrase(
        "there is no trigger output yet to speak of", "还没有可以操作的触发结果")
    public static let outputHint = Phrase("make one with trigger ID", "用 trigger 编号 生成")
    public static let clockForms = Phrase(
        "write 18:30, 2026-12-31, or 2026-12-31T18:00:00+08:00",
        "写成 18:30、2026-12-31，或 2026-12-31T18:00:00+08:00")

    // Triggers

    public static let formTitle = Phrase("form", "表单")
    public static let notSaid = Phrase("(not said)", "（未提及）")
    public static let formYes = Phrase("yes", "是")
    public static let formNo = Phrase("no", "否")
    public static let labelsTitle = Phrase("labels", "标签")
    public static let questionsTitle = Phrase("still to ask", "待澄清")
    public static let stepsRemote = Phrase("S1, by phone", "S1 远程排查")
    public static let stepsOnsite = Phrase("S2, on site", "S2 现场排查")
    public static let scriptFirst = Phrase("first contact", "首次触达话术")
    public static let scriptNext = Phrase("the day after", "次日跟进话术")
    public static let draftTitle = Phrase("reply draft, ready to copy", "回复草稿，可直接复制")
    public static let canUse = Phrase("used it", "已采用")
    public static func usedOutput(_ id: String) -> Phrase {
        Phrase("\(id) is marked as used", "\(id) 已标记为采用")
    }

    // Channels

    public static func channelSet(_ channel: String, _ isOn: Bool) -> Phrase {
        isOn
            ? Phrase(
                "\(channel): replies go out by themselves", "\(channel)：回复将自动发送")
            : Phrase("\(channel): replies are drafts", "\(channel)：回复仅作草稿")
    }
    public static func threadCount(_ count: Int) -> Phrase {
        Phrase(count == 1 ? "1 thread" : "\(count) threads", "\(count) 个会话")
    }

    // Figures

    public static let totalLabel = Phrase("threads", "会话")
    public static let poolLabel = Phrase("unknown pool", "未知池")
    public static let byBucket = Phrase("by bucket", "按名单")
    public static let metricsColumns: [Phrase] = [
        Phrase("day", "日期"), Phrase("threads", "会话"), Phrase("pool", "未知池"),
        Phrase("promoted", "建档"), Phrase("cleared", "清零率"), Phrase("response", "首次响应"),
        Phrase("overdue", "逾期"), Phrase("share", "逾期率"),
    ]
    public static func minutes(_ number: String) -> Phrase {
        Phrase("\(number) min", "\(number) 分钟")
    }

    // The live view

    public static let watching = Phrase(
        "watching; Ctrl-C ends it", "正在监视；按 Ctrl-C 结束")
    public static let watchLost = Phrase(
        "the daemon has gone away; waiting for it …", "守护进程已断开，正在等待……")
    public static let watchBack = Phrase("connected again", "已重新连接")
    public static func eventsLost(_ count: Int) -> Phrase {
        Phrase("\(count) events were missed", "错过了 \(count) 个事件")
    }
    public static let someEventsLost = Phrase(
        "events may have been missed meanwhile", "期间可能错过了一些事件")
    public static func topic(_ name: String) -> Phrase {
        topics[name] ?? Phrase(verbatim: name)
    }
    private static let topics = [
        "message": Phrase("message", "消息"), "handoff": Phrase("handoff", "转人工"),
        "status": Phrase("status", "状态"), "overdue": Phrase("overdue", "逾期"),
        "learned": Phrase("learned", "学习"), "imported": Phrase("imported", "导入"),
        "alert": Phrase("alert", "告警"),
    ]
}
