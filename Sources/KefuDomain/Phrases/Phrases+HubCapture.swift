/// What `kefu capture` says: its help, its remarks, and what can be wrong with lines and queue.
extension Phrase {
    public static let helpCapture = Phrase(
        "pass messages on for a capture program: JSON lines in, JSON lines out",
        "为采集程序转发消息：输入、输出均为 JSON 行")
    public static let captureAboutInput = Phrase(
        "A line in holds the parameters of message.receive, or {\"sent\": {…}} with those of "
            + "message.sent, or {\"wx_online\": true|false} for the heartbeats.",
        "每行输入是 message.receive 的参数，或 {\"sent\": {…}}（message.sent 的参数），"
            + "或 {\"wx_online\": true|false}（随心跳上报）。")
    public static let captureAboutOutput = Phrase(
        "Each gets one line out: the result, or \"error\", or \"queued\": true while the daemon is "
            + "away; then the result follows later, with \"was_queued\": true.",
        "每行输入对应一行输出：结果，或 \"error\"，或守护进程不在时的 \"queued\": true；"
            + "后者的结果随后给出，并带有 \"was_queued\": true。")
    public static let captureAboutEnd = Phrase(
        "It ends with its input: status 0, 69 where messages wait for a daemon that is away, 7 "
            + "where the daemon puts them off. The next run sends them.",
        "输入结束即退出：状态 0；69 表示守护进程不在、仍有消息排队；7 表示守护进程暂时拒收。"
            + "下次运行会继续发送。")
    public static let optionQueue = Phrase(
        "the folder of the queue; \"capture\" in the data directory when absent",
        "队列所在文件夹；缺省为数据目录下的 capture")
    public static let optionAgent = Phrase(
        "the name of this client for the daemon; made up once when absent",
        "本客户端的名称；缺省时生成一次并沿用")
    public static let optionDelay = Phrase(
        "hold replies like a person would: 2-8 (seconds), or typing (by their length)",
        "像真人一样延迟回复：2-8（秒），或 typing（按长度）")
    public static let optionReplay = Phrase(
        "every message is history: stored, and answered to nobody", "所有消息均为历史记录：只入库，不回复")

    // Remarks

    public static let captureDaemonAway = Phrase(
        "the daemon does not answer; messages are queued", "守护进程无应答，消息进入队列")
    public static func captureDaemonBack(_ count: Int) -> Phrase {
        Phrase(
            count == 0 ? "the daemon answers again" : "the daemon answers again; \(count) queued",
            count == 0 ? "守护进程已恢复" : "守护进程已恢复，队列中有 \(count) 条")
    }
    public static let captureDaemonOld = Phrase(
        "the daemon is older than this program and takes no messages; kefu stop ends it",
        "守护进程版本较旧，不接收消息；可用 kefu stop 停止它")
    public static func captureRemains(_ count: Int) -> Phrase {
        Phrase(
            count == 1 ? "1 message waits in the queue" : "\(count) messages wait in the queue",
            "队列中还有 \(count) 条消息")
    }
    public static func queueDamage(_ bytes: Int) -> Phrase {
        Phrase(
            "\(bytes) bytes of the queue are damaged and were passed over",
            "队列中有 \(bytes) 字节已损坏，已跳过")
    }

    // Lines

    public static let captureNotJSON = Phrase("the line is not JSON", "该行不是 JSON")
    public static let captureNotJSONWhy = Phrase(
        "each line must be one JSON object in UTF-8", "每行必须是一个 UTF-8 编码的 JSON 对象")
    public static let captureNotObject = Phrase("the line is no object", "该行不是对象")
    public static let captureNotObjectWhy = Phrase(
        "it is another kind of JSON value", "它是其他类型的 JSON 值")
    public static let captureLineHint = Phrase(
        "kefu help capture shows the forms of a line", "kefu help capture 说明各种行格式")
    public static let captureLineTooLong = Phrase("the line is too long", "该行过长")
    public static let captureLineTooLongWhy = Phrase(
        "no message may be longer than 16 MiB", "一条消息不得超过 16 MiB")
    public static let captureLineTooLongHint = Phrase(
        "send the file's type instead of its content", "请发送文件类型，而非文件内容")
    public static let captureLineTooDeep = Phrase("the line nests too deeply", "该行嵌套过深")
    public static let captureLineTooDeepWhy = Phrase(
        "no message has more than a few levels", "消息只有少数几层")
    public static func captureFieldMissing(_ field: String) -> Phrase {
        Phrase("\(field) is missing", "缺少 \(field)")
    }
    public static let captureFieldMissingWhy = Phrase(
        "without it the line cannot be passed on", "没有它就无法转发该行")
    public static func captureFieldUnknown(_ field: String) -> Phrase {
        Phrase("\(field) means nothing beside sent", "\(field) 与 sent 并列没有意义")
    }
    public static let captureFieldUnknownWhy = Phrase(
        "beside sent stand only channel, peer_id and chat_id",
        "与 sent 并列的只能是 channel、peer_id 和 chat_id")
    public static let captureDelayBad = Phrase("--delay is no delay", "--delay 的值无效")
    public static let captureDelayHint = Phrase(
        "write --delay 2-8, --delay 5 or --delay typing",
        "请写 --delay 2-8、--delay 5 或 --delay typing")

    // The queue

    public static let queueTaken = Phrase(
        "another kefu capture uses this queue", "另一个 kefu capture 正在使用此队列")
    public static func queueTakenWhy(_ process: Int) -> Phrase {
        Phrase(
            process > 0 ? "process \(process) holds its lock" : "its lock is held",
            process > 0 ? "进程 \(process) 持有它的锁" : "它的锁已被占用")
    }
    public static let queueTakenHint = Phrase(
        "end that one, or give this one a queue of its own with --queue",
        "请结束那个进程，或用 --queue 另指定队列")
    public static func queueFailed(_ path: String) -> Phrase {
        Phrase("the queue cannot be used: \(path)", "队列无法使用：\(path)")
    }
    public static let queueFailedHint = Phrase(
        "check the folder and the free space, or name another with --queue",
        "请检查文件夹和剩余空间，或用 --queue 另指定")
    public static let queueFolderOpenWhy = Phrase(
        "the folder belongs to another user, or others may write to it", "该文件夹属于其他用户，或他人可写")
    public static func queueKeyUnusable(_ path: String) -> Phrase {
        Phrase("the key of the queue cannot be used: \(path)", "队列的密钥无法使用：\(path)")
    }
    public static let queueKeyOpenWhy = Phrase("others may read it", "其他用户可读")
    public static func queueKeyOpenHint(_ path: String) -> Phrase {
        Phrase("chmod 600 \(path)", "chmod 600 \(path)")
    }
    public static let queueKeyMissingWhy = Phrase(
        "it is gone, and the queue was written with it", "密钥已丢失，而队列是用它写入的")
    public static let queueKeyBadWhy = Phrase("it is not 32 bytes long", "长度不是 32 字节")
    public static let queueKeyHint = Phrase(
        "put the key back from a backup, or move the folder aside and begin a new queue",
        "请从备份恢复密钥，或移走该文件夹另建队列")
    public static func queueUnreadable(_ path: String) -> Phrase {
        Phrase("the queue cannot be read: \(path)", "队列无法读取：\(path)")
    }
    public static let queueWrongKeyWhy = Phrase("it was written with another key", "它是用另一把密钥写入的")
    public static let queueForeignWhy = Phrase(
        "it is no queue of this program", "它不是本程序的队列")
    public static let queueAsideHint = Phrase(
        "move it aside, or name another folder with --queue", "请移走它，或用 --queue 另指定文件夹")
    public static let queueDamagedWhy = Phrase(
        "a record changed on the disk", "磁盘上的一条记录已改变")
    public static let queueDamagedHint = Phrase(
        "start kefu capture again: it passes over what is damaged", "请重新启动 kefu capture：它会跳过损坏部分")
}
