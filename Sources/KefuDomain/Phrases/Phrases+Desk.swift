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
        "the options are --data, --socket, --config and --log-level error|warning|info|debug",
        "可用选项：--data、--socket、--config、--log-level error|warning|info|debug")
    public static let daemonUsage = Phrase(
        "kefud [--data DIR] [--socket PATH] [--config FILE] [--log-level LEVEL]",
        "kefud [--data 目录] [--socket 路径] [--config 文件] [--log-level 级别]")

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
    public static let configurationHint = Phrase(
        "correct the file, or remove the key to get its default; kefu config lists all keys",
        "请修改文件，或删除该项以使用默认值；kefu config 可列出全部配置项")
    public static func nearestNames(_ names: [String]) -> Phrase {
        Phrase(
            "did you mean \(names.joined(separator: ", "))?", "是否想用 \(names.joined(separator: "、"))？")
    }
    public static func timeZoneUnknown(_ name: String) -> Phrase {
        Phrase("there is no time zone \(name)", "没有时区 \(name)")
    }
}
