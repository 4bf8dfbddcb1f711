/// What the daemon says when it starts and when it refuses.
extension Phrase {
    // Starting

    public static func unknownOption(_ option: String) -> Phrase {
        Phrase("unknown option \(option)", "未知选项 \(option)")
    }
    public static func optionNeedsValue(_ option: String) -> Phrase {
        Phrase("\(option) needs a value", "\(option) 需要一个值")
    }
    public static func unknownLogLevel(_ level: String) -> Phrase {
        Phrase("unknown log level \(level)", "未知日志级别 \(level)")
    }
    public static let daemonOptions = Phrase(
        "the options are \(DaemonOption.allCases.map(\.flag).joined(separator: ", "))",
        "可用选项：\(DaemonOption.allCases.map(\.flag).joined(separator: "、"))")
    public static let daemonUsage = Phrase(
        "kefud --help says what each does", "kefud --help 说明各选项")

    public static let dataDirectoryUnusable = Phrase(
        "the data directory cannot be used", "数据目录无法使用")
    public static let dataDirectoryHint = Phrase(
        "name a directory that you may write to with --data", "用 --data 指定一个可写的目录")
    public static let dataDirectoryForeign = Phrase(
        "it belongs to another user", "该目录属于其他用户")
    public static let lockHeld = Phrase(
        "another daemon is using this data directory", "另一个守护进程正在使用此数据目录")
    public static func lockHolder(_ pid: Int32?) -> Phrase {
        guard let pid else { return Phrase("its lock file is held", "锁文件已被占用") }
        return Phrase("process \(pid) holds its lock file", "进程 \(pid) 持有锁文件")
    }
    public static let lockHint = Phrase(
        "talk to the running one with kefu, or end it with kefu stop",
        "用 kefu 连接正在运行的进程，或用 kefu stop 停止它")
    public static func systemReason(_ text: String) -> Phrase {
        Phrase("the system says: \(text)", "系统提示：\(text)")
    }

    // Configuration

    public static let configurationUnreadable = Phrase(
        "the configuration file cannot be read", "无法读取配置文件")
    public static let configurationInvalid = Phrase(
        "the configuration is not valid", "配置无效")
    public static let configurationSyntax = Phrase(
        "it is not JSON with comments (JSON5)", "不是带注释的 JSON（JSON5）")
    public static func configurationKeyUnknown(_ key: String) -> Phrase {
        Phrase("there is no key \(key)", "没有配置项 \(key)")
    }
    public static func configurationKeyWrong(_ key: String) -> Phrase {
        Phrase("\(key) has a value that it cannot take", "配置项 \(key) 的值不可用")
    }
    public static let notAProbability = Phrase(
        "it is not a number from 0 to 1", "不是 0 到 1 之间的数")
    public static func clarifyAboveReply(_ reply: Double) -> Phrase {
        Phrase(
            "it is larger than thresholds.reply, which is \(reply)",
            "大于 thresholds.reply（\(reply)）")
    }
    public static let notDailyHours = Phrase(
        "it is not of the form 09:00-21:00", "格式应为 09:00-21:00")
    public static let configurationHint = Phrase(
        "correct the file, or remove the key to get its default; kefu config lists all keys",
        "请修改文件，或删除该项以使用默认值；kefu config 可列出全部配置项")
    public static func nearestNames(_ names: [String]) -> Phrase {
        Phrase(
            "did you mean \(names.joined(separator: ", "))?",
            "是否想用 \(names.joined(separator: "、"))？")
    }
    public static func timeZoneUnknown(_ name: String) -> Phrase {
        Phrase("there is no time zone \(name)", "没有时区 \(name)")
    }
}

/// What `kefud --restore` says when it refuses.
extension Phrase {
    public static let backupUnsound = Phrase(
        "the file is not a sound backup", "该文件不是完好的备份")
    public static let backupNoDatabase = Phrase(
        "it is not an SQLite database", "它不是 SQLite 数据库")
    public static let backupInUse = Phrase(
        "a write-ahead log lies beside it: it is in use, or was not closed",
        "旁边有预写日志：它正在使用，或未正常关闭")
    public static let backupCopyHint = Phrase(
        "take a backup of it with kefu backup PATH, and restore that",
        "请用 kefu backup 路径 备份它，再恢复该备份")
    public static func backupProblem(_ text: String) -> Phrase {
        Phrase("the check found: \(text)", "检查发现：\(text)")
    }
    public static let otherBackupHint = Phrase(
        "name another backup; the base was left as it is", "请指定其他备份；知识库未作改动")
    public static let restoreFailed = Phrase(
        "the base could not be replaced", "无法替换知识库")
    public static let restoreFailedHint = Phrase(
        "free some space, check the permissions of the data directory, then try again",
        "请清理磁盘、检查数据目录的权限，然后重试")
}

/// What the daemon's methods say when they refuse.
extension Phrase {
    public static func emptyText(_ field: String) -> Phrase {
        Phrase("\(field) is empty", "\(field) 为空")
    }
    public static let emptyTextWhy = Phrase(
        "it holds nothing but blanks", "里面只有空白")
    public static let fillText = Phrase("write some text there", "请填写内容")
    public static func tooManyWordings(_ field: String) -> Phrase {
        Phrase("too many \(field)", "\(field) 过多")
    }
    public static func atMost(_ count: Int) -> Phrase {
        Phrase("at most \(count) are taken", "最多 \(count) 个")
    }
    public static let splitEntry = Phrase(
        "split it into several entries", "请拆分为多个条目")
}

/// What the daemon's methods say of paths, answers and verdicts.
extension Phrase {
    public static let pathNotAbsolute = Phrase("the path is not absolute", "路径不是绝对路径")
    public static let pathNotAbsoluteWhy = Phrase(
        "the daemon has a working directory of its own", "守护进程有自己的工作目录")
    public static let pathNotAbsoluteHint = Phrase(
        "send the whole path, beginning with /", "请给出以 / 开头的完整路径")

    public static let explainWhat = Phrase(
        "name an answer or a question, not both", "请给出回答编号或问题，二者选一")
    public static let explainWhy = Phrase(
        "exactly one of id and question is taken", "id 与 question 必须且只能给一个")
    public static let explainHint = Phrase(
        "send {\"id\": …} for a past answer or {\"question\": …} for a new one",
        "历史回答用 {\"id\": …}，新问题用 {\"question\": …}")

    public static let nothingToApprove = Phrase(
        "there is no stored answer in it to approve", "其中没有可批准的知识库答案")
    public static let handedOff = Phrase(
        "the question was handed to a person", "该问题已转人工")
    public static let correctInstead = Phrase(
        "give the right answer with answer.correct", "请用 answer.correct 给出正确答案")
    public static let candidateGone = Phrase(
        "what it came from is no longer in the base", "它所依据的内容已不在知识库中")
}

/// What imports and exports say.
extension Phrase {
    public static let importWhat = Phrase(
        "name a path, or send content with a name", "请给出路径，或给出内容及其名称")
    public static let importWhy = Phrase(
        "exactly one of path and content is taken", "path 与 content 必须且只能给一个")
    public static let importHint = Phrase(
        "send {\"path\": …} or {\"content\": …, \"name\": …}",
        "请发送 {\"path\": …} 或 {\"content\": …, \"name\": …}")
    public static let fileUnreadable = Phrase("the file cannot be read", "无法读取文件")
    public static let isLink = Phrase("it is a link to another file", "这是指向其他文件的链接")
    public static let importLinkedFile = Phrase(
        "import the file itself, by its own path", "请用原文件的路径导入该文件")
    public static let folderUnreadable = Phrase("the folder cannot be read", "无法读取文件夹")
    public static let checkPathAndPermissions = Phrase(
        "check the path and its permissions", "请检查路径和权限")
    public static let fileTooLarge = Phrase("the file is too large", "文件过大")
    public static func atMostMegabytes(_ count: Int) -> Phrase {
        Phrase("at most \(count) MB are taken", "最大 \(count) MB")
    }
    public static let splitFile = Phrase("split it into smaller files", "请拆分为较小的文件")
    public static let tooManyFiles = Phrase("the folder holds too many files", "文件夹中的文件过多")
    public static let splitFolder = Phrase(
        "import its subfolders one by one", "请逐个导入其子文件夹")
    public static func sameQuestionInFile(_ place: String) -> Phrase {
        Phrase(
            "the same question has another answer at \(place)",
            "与 \(place) 的问题相同，但答案不同")
    }
    public static let mergeRows = Phrase(
        "decide which answer is right and delete the other row", "请确定正确的答案并删除另一行")
    public static func sameQuestionInBase(_ id: String) -> Phrase {
        Phrase(
            "entry \(id) has the same question with another answer",
            "条目 \(id) 的问题相同，但答案不同")
    }
    public static let resolveConflict = Phrase(
        "edit or remove that entry, then import again", "请修改或删除该条目后重新导入")
}

extension Phrase {
    public static let exportExistsWhy = Phrase(
        "it is replaced only where that is wanted", "只有明确要求时才会覆盖")
    public static let exportExistsHint = Phrase(
        "name another file, or repeat with overwrite (kefu export PATH --force)",
        "请指定其他文件，或加上 overwrite 重试（kefu export 路径 --force）")
    public static let fileUnwritable = Phrase("the file cannot be written", "无法写入文件")
    public static let exportFormat = Phrase("the formats are jsonl and csv", "可用格式：jsonl 与 csv")
}

extension Phrase {
    public static let pathIsOwn = Phrase(
        "that file belongs to the daemon", "该文件属于守护进程")
    public static let pathIsOwnWhy = Phrase(
        "the base itself would be overwritten", "会覆盖知识库本身")
    public static let pathIsOwnHint = Phrase(
        "name another file, outside the data directory", "请指定数据目录之外的其他文件")
    public static let noSuchRevision = Phrase(
        "the entry has no such revision", "该条目没有这个版本")
    public static let listRevisions = Phrase(
        "list its revisions with kb.revisions", "用 kb.revisions 查看它的全部版本")
    public static let saysNothing = Phrase(
        "there is neither a letter nor a digit in it", "其中没有文字或数字")
    public static func sameID(_ place: String) -> Phrase {
        Phrase("the row at \(place) has the same id", "与 \(place) 的编号相同")
    }
    public static let distinctIDs = Phrase(
        "give each row an id of its own", "请为每一行设置不同的编号")
    public static func refusalsUnlisted(_ count: Int) -> Phrase {
        Phrase("\(count) more rows were refused", "另有 \(count) 行被拒绝")
    }
    public static let mendFirst = Phrase(
        "mend those listed, then import again", "请先修改已列出的行，然后重新导入")
}
