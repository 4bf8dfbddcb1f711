/// What a session at the terminal says, and what `kefu doctor` finds.
extension Phrase {
    public static let prompt = Phrase("kefu> ", "客服> ")
    public static let promptMore = Phrase("  ... ", "  … ")
    public static func welcome(_ version: String, _ entries: Int) -> Phrase {
        Phrase(
            "kefu \(version), \(entries) entries. Ask anything; /help lists the commands.",
            "kefu \(version)，\(entries) 个条目。直接输入问题；/help 列出命令。")
    }
    public static let baseIsEmpty = Phrase(
        "the base is empty: /import PATH brings one in, /add makes an entry",
        "知识库是空的：/import 路径 导入，/add 添加条目")
    public static let newConversation = Phrase("a new conversation begins", "开始新的对话")
    public static let askQuestion = Phrase("question: ", "问题：")
    public static let askAnswer = Phrase("answer (a trailing \\ goes on): ", "答案（行末 \\ 续行）：")
    public static let askVariants = Phrase(
        "other wordings, one a line, an empty one ends: ", "相似问法，每行一个，空行结束：")
    public static let askCategory = Phrase("category (may be empty): ", "分类（可留空）：")
    public static func forceHint(_ command: String) -> Phrase {
        Phrase("to do it all the same: \(command)", "仍要执行：\(command)")
    }

    // Doctor

    public static let checkDirectory = Phrase("data directory", "数据目录")
    public static let checkProgram = Phrase("daemon program", "守护进程程序")
    public static let checkSocket = Phrase("socket", "套接字")
    public static let checkDaemon = Phrase("daemon", "守护进程")
    public static let checkBase = Phrase("base", "知识库")
    public static let checkIndex = Phrase("index", "索引")
    public static let checkCanary = Phrase("canary question", "试探问题")
    public static let checkSpace = Phrase("free space", "剩余空间")

    public static let directoryAbsent = Phrase(
        "not there yet; the daemon makes it", "尚不存在；守护进程会创建")
    public static let directoryForeign = Phrase("belongs to another user", "属于其他用户")
    public static let directoryForeignHint = Phrase(
        "name your own with --data", "用 --data 指定自己的目录")
    public static let directoryOpen = Phrase("others may read it", "其他用户可读")
    public static func directoryOpenHint(_ path: String) -> Phrase {
        Phrase("chmod 700 \(path)", "chmod 700 \(path)")
    }
    public static let spaceLow = Phrase("almost full", "空间不足")
    public static let spaceLowHint = Phrase(
        "free some, or move the data directory", "请清理磁盘，或移动数据目录")
    public static let baseEmptyHint = Phrase(
        "bring one in with kefu import PATH", "用 kefu import 路径 导入")
    public static let indexHint = Phrase(
        "wait; questions are answered from the database meanwhile", "请稍候；期间由数据库检索回答")
    public static func canaryFound(_ id: String, _ confidence: String, _ milliseconds: String)
        -> Phrase
    {
        Phrase(
            "found \(id) with \(confidence) in \(milliseconds) ms",
            "找到 \(id)，置信度 \(confidence)，用时 \(milliseconds) 毫秒")
    }
    public static func canaryLost(_ id: String) -> Phrase {
        Phrase("\(id) was not found by its own question", "用 \(id) 自己的问题没有找到它")
    }
    public static let canaryHint = Phrase(
        "rebuild the index: kefu rpc kb.reindex", "重建索引：kefu rpc kb.reindex")
    public static let canarySkipped = Phrase("no entry to try", "没有条目可试")
    public static let versionsDiffer = Phrase(
        "kefu and kefud differ", "kefu 与 kefud 版本不同")
    public static let versionsDifferHint = Phrase(
        "kefu stop, then any command starts the new one", "执行 kefu stop，下一条命令会启动新版本")
    public static let allWell = Phrase("all is well", "一切正常")
    public static func problems(_ count: Int) -> Phrase {
        Phrase(count == 1 ? "1 thing to mend" : "\(count) things to mend", "有 \(count) 处需要处理")
    }
}
