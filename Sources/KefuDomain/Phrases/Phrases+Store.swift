/// What the database has to say.
extension Phrase {
    public static let diskFull = Phrase(
        "the disk is full, nothing was stored", "磁盘已满，未保存任何内容")
    public static let diskFullWhy = Phrase(
        "there is no room for the change; what was stored before is safe",
        "没有空间写入此次更改；此前保存的内容完好")
    public static let diskFullHint = Phrase(
        "free some space on the disk of the data directory, then try again",
        "请清理数据目录所在磁盘，然后重试")

    public static let diskFailed = Phrase(
        "the disk reported an error, nothing was stored", "磁盘出错，未保存任何内容")
    public static let diskFailedWhy = Phrase(
        "the system could not read or write the database file", "系统无法读写数据库文件")
    public static let diskFailedHint = Phrase(
        "check the disk and the system's log, then try again", "请检查磁盘和系统日志，然后重试")

    public static let baseDamaged = Phrase("the database is damaged", "数据库已损坏")
    public static let baseDamagedWhy = Phrase(
        "the file does not hold what SQLite or kefu wrote there",
        "文件内容与 SQLite 或 kefu 写入的不符")
    public static let baseDamagedHint = Phrase(
        "stop the daemon and restore a backup: kefu restore PATH",
        "请停止守护进程并恢复备份：kefu restore 路径")

    public static let baseBusy = Phrase("the database is busy", "数据库正忙")
    public static let baseBusyWhy = Phrase(
        "another program has been writing to it for several seconds",
        "另一个程序已连续写入数秒")
    public static let baseBusyHint = Phrase(
        "close other programs that use the file, then try again",
        "请关闭正在使用该文件的其他程序，然后重试")

    public static let baseReadOnly = Phrase(
        "the database cannot be written", "数据库无法写入")
    public static let baseReadOnlyWhy = Phrase(
        "the file or its folder is read-only for this user", "文件或其目录对当前用户只读")
    public static let baseReadOnlyHint = Phrase(
        "give this user write permission on the data directory", "请授予当前用户数据目录的写权限")

    public static let baseUnopened = Phrase(
        "the database file cannot be opened", "无法打开数据库文件")
    public static let baseUnopenedWhy = Phrase(
        "the folder is missing, or this user may not read or write there",
        "目录不存在，或当前用户无权读写")
    public static let baseUnopenedHint = Phrase(
        "check that the folder exists and belongs to this user", "请确认目录存在且属于当前用户")

    public static let tooLargeToStore = Phrase(
        "the text is too large to store", "内容过大，无法保存")
    public static let tooLargeWhy = Phrase(
        "it does not fit into memory or into one field", "超出内存或单个字段的容量")
    public static let tooLargeHint = Phrase("split it into smaller parts", "请拆分为较小的部分")

    public static let storeInterrupted = Phrase("the query was interrupted", "查询已中断")
    public static let storeInterruptedWhy = Phrase(
        "the request was cancelled or the daemon is ending", "请求被取消，或守护进程正在退出")
    public static let storeInterruptedHint = Phrase("ask again", "请重新发起请求")

    public static let storeClosed = Phrase("the database is closed", "数据库已关闭")
    public static let storeClosedWhy = Phrase("the daemon is ending", "守护进程正在退出")
    public static let storeClosedHint = Phrase(
        "start the daemon again, then repeat the request", "请重新启动守护进程后再试")

    public static let storeFault = Phrase(
        "the database refused a statement", "数据库拒绝了一条语句")
    public static func storeFaultWhy(code: Int) -> Phrase {
        Phrase("SQLite's result code is \(code)", "SQLite 结果码为 \(code)")
    }
    public static let storeFaultHint = reportBug

    public static let baseForeign = Phrase(
        "the file is not a kefu database", "该文件不是 kefu 数据库")
    public static let baseForeignWhy = Phrase(
        "it is an SQLite file of another program", "它是其他程序的 SQLite 文件")
    public static let baseForeignHint = Phrase(
        "choose another data directory", "请选择其他数据目录")

    public static let baseNewer = Phrase(
        "the database is of a newer kefu", "数据库由更新版本的 kefu 创建")
    public static func baseNewerWhy(_ version: Int, known: Int) -> Phrase {
        Phrase(
            "its schema is version \(version), this program knows up to \(known)",
            "其结构版本为 \(version)，本程序最高支持 \(known)")
    }
    public static let baseNewerHint = Phrase(
        "update kefu; the file was left as it is", "请更新 kefu；文件未作任何改动")

    public static let questionTaken = Phrase(
        "another entry has this question", "已有条目使用相同的问题")
    public static let questionTakenWhy = Phrase(
        "both read the same once case, width, spaces and punctuation are set aside",
        "忽略大小写、全半角、空格和标点后，两者相同")
    public static let questionTakenHint = Phrase(
        "change that entry, or ask the question differently", "请修改该条目，或换一种问法")

    public static let documentBusy = Phrase(
        "the document is being imported", "该文档正在导入")
    public static let documentBusyWhy = Phrase(
        "its passages change until the import ends", "导入结束前其段落仍在变化")
    public static let documentBusyHint = retryLater

    public static let fileExists = Phrase("the file exists", "文件已存在")
    public static let backupExistsWhy = Phrase(
        "a backup never overwrites anything", "备份从不覆盖已有文件")
    public static let backupExistsHint = Phrase(
        "name a file that does not exist yet", "请指定一个尚不存在的文件")

    public static let cursorUnknown = Phrase("the cursor is not known", "游标无效")
    public static let cursorUnknownWhy = Phrase(
        "it was not given by this list", "它不是由此列表给出的")
    public static let cursorUnknownHint = Phrase(
        "pass next_cursor as the list gave it, or none to begin",
        "请原样传入列表返回的 next_cursor，或留空从头开始")
}
