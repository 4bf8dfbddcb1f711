/// What `kefu help` says of the hub's commands and options. No full stops: they stand in a list.
extension Phrase {
    public static let groupAsking = Phrase("asking", "问答")
    public static let groupBase = Phrase("the base", "知识库")
    public static let groupThreads = Phrase("threads", "会话")
    public static let groupContacts = Phrase("contacts and channels", "联系人与渠道")
    public static let groupRunning = Phrase("measuring and running it", "评测与运行")

    public static let helpPool = Phrase(
        "list strangers who look like customers, best first", "未知池：疑似客户的陌生人，高分在前")
    public static let helpToday = Phrase(
        "list what waits for you: overdue, to reply, unseen", "今日待办：逾期、需回复、未查看")
    public static let helpBlocked = Phrase("list the blocked threads", "列出被拉黑的会话")
    public static let helpMore = Phrase("go on with the last list", "继续上一个列表")
    public static let helpHub = Phrase(
        "count the threads by status and bucket", "按状态和名单统计会话")
    public static let helpMetrics = Phrase("show the figures of each day", "查看每日指标")
    public static let helpThread = Phrase(
        "show a thread with its messages, and mark it as looked at", "查看会话及其消息，并标记为已查看")
    public static let helpSnooze = Phrase("put a thread to sleep, for an hour", "推迟会话，默认一小时")
    public static let helpResolve = Phrase("mark a thread as done", "将会话标记为已解决")
    public static let helpWait = Phrase("wait for the customer", "等待对方回复")
    public static let helpRate = Phrase("record how satisfied the customer was", "记录客户满意度")
    public static let helpRelease = Phrase("let the bot speak in a thread again", "恢复机器人自动发送")
    public static let helpTrigger = Phrase(
        "fill a form from a thread, and draft a reply", "由会话生成表单和回复草稿")
    public static let helpUse = Phrase("say that a trigger's output was used", "标记触发结果已采用")
    public static let helpRecalculate = Phrase(
        "work the stored statuses out anew, of all threads or one", "重新计算会话状态：全部或指定的一个")
    public static let optionAt = Phrase(
        "as of then: 18:30, 2026-12-31, or a full time", "按何时计算：18:30、2026-12-31 或完整时间")
    public static let optionVerdict = Phrase(
        "only answers of this verdict; any: judged, none: not yet",
        "只看这种评判的回答；any 为已评判，none 为未评判")
    public static let helpContact = Phrase("show or change a contact", "查看或修改联系人")
    public static let helpPromote = Phrase(
        "make a stranger a customer with a K code", "建档：为陌生人生成 K 编码")
    public static let helpBlock = Phrase("block a contact", "拉黑联系人")
    public static let helpUnblock = Phrase("unblock a contact", "取消拉黑")
    public static let helpIgnore = Phrase("put a contact aside for a day", "忽略联系人 24 小时")
    public static let helpErase = Phrase(
        "erase a contact and all that they wrote", "清除联系人及其全部内容")
    public static let helpChannels = Phrase("list the channels", "列出渠道")
    public static let helpAutoSend = Phrase(
        "say whether replies go out by themselves on a channel", "设置渠道是否自动发送回复")
    public static let helpWatch = Phrase(
        "show what happens as it happens, until Ctrl-C", "实时显示动态，按 Ctrl-C 结束")

    public static let optionMinutes = Phrase("for so many minutes", "推迟多少分钟")
    public static let optionUntil = Phrase(
        "until then: 18:30, 2026-12-31, or a full time", "到何时：18:30、2026-12-31 或完整时间")
    public static let optionOutcome = Phrase(
        "how it ended: solved, unsolved or transferred", "结果：solved、unsolved 或 transferred")
    public static let optionHours = Phrase("for so many hours", "等待多少小时")
    public static let optionType = Phrase(
        "which form; by its messages when absent", "哪种表单；缺省时由消息判断")
    public static let optionOwner = Phrase("who looks after them", "负责人")
    public static let optionName = Phrase("what they are called", "姓名")
    public static let optionRemark = Phrase("a note on them", "备注")
    public static let optionAutoSend = Phrase(
        "on, off, or as the channel: channel", "on、off，或随渠道：channel")
    public static let optionYes = Phrase("do not ask whether I am sure", "不再询问，直接清除")
    public static let optionFrom = Phrase("the first day: 2026-11-20", "起始日期：2026-11-20")
    public static let optionTo = Phrase("the last day: 2026-11-27", "结束日期：2026-11-27")
    public static let optionTopic = Phrase(
        "only events of this kind; may be repeated", "只看这类事件；可重复")
}
