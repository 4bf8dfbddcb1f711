/// What `kefu doctor` looks at, what each check is good for, and what it finds.
extension Phrase {
    public static let checkUser = Phrase("user", "用户")
    public static let meaningUser = Phrase(
        "kefu needs no rights beyond its own files", "kefu 只需要自己文件的权限")
    public static let userRoot = Phrase("you are root", "当前是 root")
    public static let userPlain = Phrase("an ordinary one", "普通用户")
    public static let userRootHint = Phrase(
        "run it as the user whose desk it is", "请用日常使用的用户运行")
    public static let meaningDirectory = Phrase(
        "all that kefu keeps lies here", "kefu 的全部数据都在这里")
    public static let checkFiles = Phrase("files", "文件")
    public static let meaningFiles = Phrase(
        "customers' words are for you alone", "客户的话只有您能看")
    public static let filesPrivate = Phrase("yours alone", "仅您可读")
    public static func filesOpen(_ names: [String]) -> Phrase {
        Phrase(
            "others may read \(names.joined(separator: ", "))",
            "其他用户可读：\(names.joined(separator: "、"))")
    }
    public static func filesOpenHint(_ path: String) -> Phrase {
        Phrase("chmod -R go-rwx \(path)", "chmod -R go-rwx \(path)")
    }
    public static let checkFileSystem = Phrase("file system", "文件系统")
    public static let meaningFileSystem = Phrase(
        "the database needs locks and shared memory that network drives do not give",
        "数据库需要锁和共享内存，网络盘无法保证")
    public static let fileSystemLocal = Phrase("local", "本地")
    public static let fileSystemRemote = Phrase(
        "a network or user-space drive", "网络盘或用户态文件系统")
    public static let fileSystemHint = Phrase(
        "move the data directory to a local disk", "请把数据目录移到本地磁盘")
    public static let meaningSpace = Phrase(
        "on a full disk nothing can be stored", "磁盘满了就无法保存")
    public static let meaningProgram = Phrase(
        "kefu starts it when nobody answers", "无人应答时由 kefu 启动")
    public static let checkReader = Phrase("file reader", "文件读取")
    public static let meaningReader = Phrase(
        "strangers' files are read where they can do no harm", "来路不明的文件在隔离环境中读取")
    public static let readerConfined = Phrase(
        "confined: no files, no network, no programs", "已隔离：无文件、无网络、无程序")
    public static let readerUnconfined = Phrase(
        "it could do what it must not", "隔离未完全生效")
    public static let readerHint = Phrase(
        "kefu-extract --probe says what; import plain text only until then",
        "kefu-extract --probe 可查看详情；此前只导入纯文本")
    public static let checkConfiguration = Phrase("configuration", "配置")
    public static let meaningConfiguration = Phrase(
        "a wrong file keeps the daemon from starting", "配置有误时守护进程无法启动")
    public static let mendConfiguration = Phrase(
        "correct the file, then kefu doctor again", "请修改配置文件后再次执行 kefu doctor")
    public static let meaningSocket = Phrase(
        "where programs speak to the daemon", "程序与守护进程通信之处")
    public static let socketAbsent = Phrase("not there yet", "尚不存在")
    public static let meaningDaemon = Phrase(
        "it answers, and is of the same version", "能应答且版本一致")
    public static let checkDatabase = Phrase("database", "数据库")
    public static let meaningDatabase = Phrase(
        "every page is read, and counts and indexes are compared with the rows",
        "读取全部页面，并核对计数与索引")
    public static func databaseSound(_ milliseconds: String) -> Phrase {
        Phrase("sound, checked in \(milliseconds) ms", "完好，检查用时 \(milliseconds) 毫秒")
    }
    public static func databaseShallow(_ milliseconds: String) -> Phrase {
        Phrase(
            "sound, checked in \(milliseconds) ms; --deep compares the full-text indexes too",
            "完好，检查用时 \(milliseconds) 毫秒；--deep 另外核对全文索引")
    }
    public static func databaseDamaged(_ count: Int, _ first: String) -> Phrase {
        Phrase("\(count) faults, the first: \(first)", "\(count) 处错误，第一处：\(first)")
    }
    public static let databaseHint = Phrase(
        "kefu export saves what can be read; kefu restore PATH brings back a backup",
        "kefu export 可导出仍能读取的内容；kefu restore 路径 可恢复备份")
    public static let meaningIndex = Phrase(
        "Xapian ranks answers; until it is built FTS5 answers alone", "Xapian 负责排序；建好之前只用 FTS5")
    public static let meaningBase = Phrase(
        "what answers can come from", "答案的来源")
    public static let checkConflicts = Phrase("conflicts", "矛盾")
    public static let meaningConflicts = Phrase(
        "one question must not have two answers", "同一问题不应有两个答案")
    public static func conflictCount(_ count: Int, isMore: Bool) -> Phrase {
        let more = isMore ? "+" : ""
        return Phrase("\(count)\(more) questions", "\(count)\(more) 个问题")
    }
    public static let conflictHint = Phrase(
        "kefu conflicts lists them; edit or remove one of each", "kefu conflicts 可列出；请逐个修改或删除")
    public static let checkLimits = Phrase("limits", "限制")
    public static let meaningLimits = Phrase(
        "each client and each file takes a descriptor", "每个客户端和文件占用一个描述符")
    public static func descriptorsOpen(_ count: Int, _ limit: Int) -> Phrase {
        Phrase("\(count) of \(limit) descriptors", "已用 \(count) / \(limit) 个描述符")
    }
    public static let descriptorHint = Phrase(
        "raise it: ulimit -n 4096, or LimitNOFILE= in the unit",
        "请提高上限：ulimit -n 4096，或单元中的 LimitNOFILE=")
    public static let checkLoad = Phrase("load", "负载")
    public static let meaningLoad = Phrase(
        "alerts on processors, memory, disk and slow answers", "处理器、内存、磁盘与慢响应的告警")
    public static func memoryInUse(_ size: String) -> Phrase {
        Phrase("no alerts; the daemon uses \(size)", "无告警；守护进程占用 \(size)")
    }
    public static let loadHint = Phrase(
        "kefu metrics --system shows what is busy", "kefu metrics --system 可查看忙在哪里")
    public static let meaningCanary = Phrase(
        "an entry is found by its own question", "用条目自己的问题能找到它")
    public static let checkChinese = Phrase("Chinese question", "中文问题")
    public static let meaningChinese = Phrase(
        "a Chinese entry is found by its question asked otherwise, in full width",
        "换一种说法并用全角字符，仍能找到中文条目")
    public static let checkBackup = Phrase("backup", "备份")
    public static let meaningBackup = Phrase(
        "a lost disk must not take the base along", "磁盘损坏时不至于丢失知识库")
    public static let backupNever = Phrase("none was made yet", "尚未备份")
    public static func backupOld(_ days: Int, _ path: String) -> Phrase {
        Phrase("the last is \(days) days old: \(path)", "上次备份在 \(days) 天前：\(path)")
    }
    public static let backupHint = Phrase(
        "kefu backup FOLDER/ --keep 48, or systemctl --user enable --now kefu-backup.timer",
        "kefu backup 文件夹/ --keep 48，或 systemctl --user enable --now kefu-backup.timer")
    public static let checkClients = Phrase("capture clients", "采集程序")
    public static let meaningClients = Phrase(
        "a silent one may miss messages", "失联的采集程序可能漏掉消息")
    public static func clientsWell(_ count: Int) -> Phrase {
        Phrase("\(count) heard of", "\(count) 个在线")
    }
    public static func clientsSilent(_ names: [String]) -> Phrase {
        Phrase(
            "silent or offline: \(names.joined(separator: ", "))",
            "失联或离线：\(names.joined(separator: "、"))")
    }
    public static let clientsHint = Phrase(
        "look whether it runs and is logged in", "请检查其是否在运行并已登录")
    public static let optionDeep = Phrase(
        "compare the full-text indexes too; writes wait meanwhile", "同时核对全文索引；期间写入会等待")
    public static let detailDoctor = Phrase(
        "Each check says what it is good for and, where something is wrong, what to do. The exit status is 1 where there is a problem; a warning is none.",
        "每项检查都会说明用途；有问题时给出建议。存在问题时退出状态为 1，警告不算。")
}

/// How the daemon's load is labelled.
extension Phrase {
    public static let memoryLabel = Phrase("memory", "内存")
    public static func memoryAndPeak(_ now: String, _ peak: String) -> Phrase {
        Phrase("\(now), at most \(peak)", "\(now)，峰值 \(peak)")
    }
    public static let requestsLabel = Phrase("requests", "请求")
    public static func requestCounts(_ count: Int, _ failures: Int) -> Phrase {
        Phrase("\(count), \(failures) of them failed", "\(count) 次，其中失败 \(failures) 次")
    }
    public static let backupLabel = Phrase("last backup", "上次备份")
    public static func backupAge(_ age: String, _ path: String) -> Phrase {
        Phrase("\(age) ago: \(path)", "\(age)前：\(path)")
    }
    public static let processorLabel = Phrase("processor time", "处理器时间")
    public static func processorTime(_ seconds: String) -> Phrase {
        Phrase("\(seconds) s", "\(seconds) 秒")
    }
    public static let machineLabel = Phrase("machine", "本机")
    public static func machineUse(_ cpu: String, _ memory: String) -> Phrase {
        Phrase("processors \(cpu), memory \(memory)", "处理器 \(cpu)，内存 \(memory)")
    }
    public static let descriptorsLabel = Phrase("open files", "打开的文件")
    public static let connectionsLabel = Phrase("connections", "连接")
    public static func connectionCounts(_ open: Int, _ accepted: Int, _ refused: Int) -> Phrase {
        Phrase(
            "\(open) open, \(accepted) accepted, \(refused) refused",
            "打开 \(open)，已接受 \(accepted)，已拒绝 \(refused)")
    }
    public static let queueLabel = Phrase("queue", "队列")
    public static let waitingLabel = Phrase("waiting", "等待")
    public static let runningLabel = Phrase("running", "运行")
    public static let threadsLabel = Phrase("threads", "线程")
    public static let cacheLabel = Phrase("cache", "缓存")
    public static let hitsLabel = Phrase("hits", "命中")
    public static let missesLabel = Phrase("misses", "未命中")
    public static let shareLabel = Phrase("share", "命中率")
    public static let methodLabel = Phrase("method", "方法")
    public static let countLabel = Phrase("count", "次数")
    public static let errorsLabel = Phrase("errors", "错误")
    public static let optionSystem = Phrase(
        "the daemon's own figures instead: requests, queues, memory", "改为显示守护进程自身的指标：请求、队列、内存")
}
