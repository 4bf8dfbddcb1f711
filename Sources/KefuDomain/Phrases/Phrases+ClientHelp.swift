/// What `kefu help` says of each command and option. No full stops: they stand in a list.
extension Phrase {
    // Commands

    public static let helpAsk = Phrase("ask one question", "提一个问题")
    public static let helpSearch = Phrase("search the base, best first", "搜索知识库")
    public static let helpExplain = Phrase(
        "say how an answer came about, or how one to a question would", "说明某个回答或问题的判断依据")
    public static let helpAnswers = Phrase("list the answers given", "列出已给出的回答")
    public static let helpApprove = Phrase(
        "say that an answer was right; its wording is learned", "认可回答，并学习这种问法")
    public static let helpCorrect = Phrase(
        "give the right answer to a question; it is learned", "给出正确答案，并学习它")
    public static let helpReject = Phrase("say that an answer was wrong", "否决回答")
    public static let helpAdd = Phrase("add an entry", "添加条目")
    public static let helpShow = Phrase("show an entry or an answer", "查看条目或回答")
    public static let helpEdit = Phrase(
        "edit an entry, or correct an answer, in $EDITOR", "用 $EDITOR 编辑条目或改正回答")
    public static let helpRemove = Phrase("remove an entry or a document", "删除条目或文档")
    public static let helpList = Phrase("list entries", "列出条目")
    public static let helpRevisions = Phrase("list every state an entry has had", "列出条目的历史版本")
    public static let helpRevert = Phrase("bring back a state of an entry", "恢复条目的某个版本")
    public static let helpUndo = Phrase("take back the last change of this session", "撤销本次会话的上一个改动")
    public static let helpImport = Phrase(
        "import files or folders: FAQ tables and documents", "导入文件或文件夹：问答表和文档")
    public static let helpExport = Phrase("write all entries to a file", "把全部条目写入文件")
    public static let helpDocuments = Phrase("list the imported documents", "列出已导入的文档")
    public static let helpConflicts = Phrase(
        "list questions with different answers", "列出答案互相矛盾的问题")
    public static let helpSynonyms = Phrase(
        "list synonyms, or say that words mean the same", "列出同义词，或把几个词设为同义")
    public static let helpIgnored = Phrase(
        "list the words that searching passes over, or add some", "列出或添加搜索时忽略的词")
    public static let helpStats = Phrase("count what the base holds", "统计知识库内容")
    public static let helpStatus = Phrase("say how the daemon is", "查看守护进程状态")
    public static let helpDoctor = Phrase("check everything and say what to do", "全面检查并给出建议")
    public static let helpConfig = Phrase(
        "list the configuration in force and where it came from", "列出生效的配置及其来源")
    public static let helpBackup = Phrase(
        "write a copy of the database while it is in use", "在使用中备份数据库")
    public static let helpRestore = Phrase(
        "put a backup in the place of the base, which is kept beside it",
        "用备份替换知识库，原知识库保留在旁边")
    public static let helpStop = Phrase("end the daemon", "停止守护进程")
    public static let helpRPC = Phrase("call any method", "调用任意方法")
    public static let helpHelp = Phrase("say what there is, or explain a command", "列出命令，或说明某个命令")
    public static let helpVersion = Phrase("print the version", "显示版本")
    public static let helpNew = Phrase("begin a new conversation", "开始新的对话")
    public static let helpQuit = Phrase("leave", "退出")

    // Options

    public static let optionData = Phrase("the data directory", "数据目录")
    public static let optionSocket = Phrase("the daemon's socket", "守护进程的套接字")
    public static let optionNoStart = Phrase(
        "do not start the daemon when none answers", "没有守护进程应答时不自动启动")
    public static let optionQuiet = Phrase("print results only", "只输出结果")
    public static let optionJSON = Phrase("print the method's result as JSON", "以 JSON 输出方法的结果")
    public static let optionHelp = Phrase("explain the command", "说明该命令")
    public static let optionDryRun = Phrase("report only, change nothing", "只出报告，不做改动")
    public static let optionFormat = Phrase(
        "json, jsonl, csv, tsv, markdown or text; recognised when absent",
        "json、jsonl、csv、tsv、markdown 或 text；缺省时自动识别")
    public static let optionExportFormat = Phrase(
        "jsonl or csv; by the file's ending when absent", "jsonl 或 csv；缺省时按文件扩展名")
    public static let optionCategory = Phrase("a category", "分类")
    public static let optionExplain = Phrase(
        "show what found each hit and what its score is made of", "显示每条结果的来源和得分构成")
    public static let optionAll = Phrase("show all of the evidence", "显示全部依据")
    public static let optionLimit = Phrase("how many at most, 1 to 100", "最多多少条，1 到 100")
    public static let optionCursor = Phrase("where to go on", "从何处继续")
    public static let optionQuestion = Phrase("the question", "问题")
    public static let optionAnswer = Phrase("the answer; - reads standard input", "答案；- 表示从标准输入读取")
    public static let optionVariant = Phrase("another wording; may be repeated", "相似问法；可重复")
    public static let optionNegative = Phrase(
        "a look-alike question that it must not answer; may be repeated", "不该由它回答的相近问题；可重复")
    public static let optionTag = Phrase("a tag; may be repeated where several fit", "标签；可多个时可重复")
    public static let optionReview = Phrase(
        "auto, or always: only ever a draft for a person", "auto；或 always：始终只作为草稿")
    public static let optionExpires = Phrase(
        "when the answer goes out of date: 2026-12-31, or a full time", "答案何时过期：2026-12-31 或完整时间")
    public static let optionStatus = Phrase(
        "active, pending, shadow or disabled", "active、pending、shadow 或 disabled")
    public static let optionSince = Phrase(
        "only from then on: 2026-11-20, or a full time", "只列出此后的：2026-11-20 或完整时间")
    public static let optionAction = Phrase("reply, clarify or handoff", "reply、clarify 或 handoff")
    public static let optionSession = Phrase(
        "the conversation that the question belongs to", "问题所属的对话")
    public static let optionForce = Phrase(
        "override every objection but personal data", "忽略个人信息以外的一切异议")
    public static let optionReplace = Phrase("replace an existing file", "覆盖已有文件")
    public static let optionStopFirst = Phrase(
        "stop the daemon first, where one runs", "如有守护进程在运行，先停止它")
    public static let optionRemove = Phrase("take the words away instead", "改为移除这些词")
    public static let optionMarkdown = Phrase(
        "print the reference of all methods as Markdown", "以 Markdown 输出全部方法的参考")
    public static let optionListMethods = Phrase("list the methods", "列出全部方法")

    // The pages of help

    public static let helpTitle = Phrase(
        "kefu: a local customer-service desk", "kefu：本地客服工作台")
    public static let helpUsage = Phrase("usage", "用法")
    public static let helpOptions = Phrase("options", "选项")
    public static let helpEverywhere = Phrase("with every command", "所有命令可用")
    public static let helpAlso = Phrase("also", "又名")
    public static let helpNoCommand = Phrase(
        "without a command: the REPL", "不带命令：进入交互界面")
    public static let helpReplFirst = Phrase(
        "plain text asks; a line that begins with / is a command", "直接输入即提问；以 / 开头的是命令")
    public static let helpReplLast = Phrase(
        "end a line with \\ to go on in the next; Tab completes; Ctrl-C cancels; Ctrl-D leaves",
        "行末加 \\ 可续行；Tab 补全；Ctrl-C 取消；Ctrl-D 退出")
    public static func helpMore(_ program: String) -> Phrase {
        Phrase("\(program)help COMMAND explains one", "\(program)help 命令 查看详细说明")
    }
    public static let helpParameters = Phrase("parameters", "参数")
    public static let helpResult = Phrase("result", "结果")
    public static let helpOptional = Phrase("optional", "可选")
}
