/// What is said of backups and of paths.
extension Phrase {
    public static let keepNeedsFolder = Phrase(
        "keep goes with a folder only", "keep 只能用于文件夹")
    public static let keepNeedsFolderWhy = Phrase(
        "the path names one file, which is never replaced", "该路径是单个文件，不会被覆盖")
    public static let keepNeedsFolderHint = Phrase(
        "name a folder, with / at its end where it is to be made",
        "请指定文件夹；如需新建，请在末尾加 /")
    public static let folderWithoutBackup = Phrase(
        "there is no file kefu-DATE-TIME.sqlite in that folder",
        "该文件夹中没有 kefu-日期-时间.sqlite 文件")
    public static let noPlainFile = Phrase(
        "something that is no plain file has that name", "该名称已属于非普通文件")
    public static func unchangedSince(_ path: String) -> Phrase {
        Phrase("nothing has changed since \(path)", "自 \(path) 以来没有变化")
    }
    public static func olderRemoved(_ count: Int) -> Phrase {
        Phrase("\(count) older backups removed", "已删除 \(count) 个较旧的备份")
    }
    public static func backupCounts(_ entries: Int, _ passages: Int) -> Phrase {
        Phrase(
            "checked: \(entries) entries, \(passages) passages",
            "已检查：\(entries) 个条目，\(passages) 个段落")
    }
    public static let optionKeep = Phrase(
        "in a folder: how many of the newest stay", "用于文件夹：保留最新的多少个")
    public static let detailBackup = Phrase(
        "PATH is a file that does not exist yet, or a folder: there each backup is named by its time. A folder that ends in / is made. The copy is checked before it gets its name; where nothing has changed since the last backup in the folder, none is written.",
        "PATH 是尚不存在的文件，或文件夹：其中的备份以时间命名；以 / 结尾的文件夹会自动新建。副本检查无误后才得到文件名；自上次备份以来没有变化时不再写入。")
    public static let detailRestore = Phrase(
        "PATH is a backup, or a folder of backups whose newest is taken. It is checked first; the former base stays in the data directory under a name of its own.",
        "PATH 是一个备份，或备份文件夹（取其中最新的）。恢复前先检查；原知识库以另外的名称保留在数据目录中。")
    public static func restoredFrom(_ path: String) -> Phrase {
        Phrase("from \(path)", "来自 \(path)")
    }
}
