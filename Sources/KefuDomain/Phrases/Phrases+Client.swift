/// What the client says when it cannot do what it was told, and while it works.
extension Phrase {
    // The command line

    public static func commandUnknown(_ name: String) -> Phrase {
        Phrase("there is no command \(name)", "没有命令 \(name)")
    }
    public static func methodUnknown(_ name: String) -> Phrase {
        Phrase("there is no method \(name)", "没有方法 \(name)")
    }
    public static func optionUnknown(_ name: String) -> Phrase {
        Phrase("there is no option \(name)", "没有选项 \(name)")
    }
    public static func valueMissing(_ option: String, _ value: String) -> Phrase {
        Phrase("\(option) needs a value: \(value)", "\(option) 需要一个值：\(value)")
    }
    public static func valueNotWanted(_ option: String) -> Phrase {
        Phrase("\(option) takes no value", "\(option) 不带值")
    }
    public static func argumentMissing(_ name: String) -> Phrase {
        Phrase("\(name) is missing", "缺少 \(name)")
    }
    public static let argumentSurplus = Phrase("there is one word too many", "多了一个词")
    public static func notWhole(_ name: String) -> Phrase {
        Phrase("\(name) is not a whole number", "\(name) 不是整数")
    }
    public static func notAChoice(_ name: String) -> Phrase {
        Phrase("\(name) cannot be that", "\(name) 不能取这个值")
    }
    public static func notATime(_ name: String) -> Phrase {
        Phrase("\(name) is not a time", "\(name) 不是时间")
    }
    public static let timeForms = Phrase(
        "write 2026-12-31, or 2026-12-31T18:00:00+08:00",
        "写成 2026-12-31，或 2026-12-31T18:00:00+08:00")
    public static func oneOf(_ words: [String]) -> Phrase {
        Phrase(
            "it is one of: \(words.joined(separator: ", "))",
            "可取的值：\(words.joined(separator: "、"))")
    }
    public static func readHelp(_ command: String) -> Phrase {
        Phrase("\(command) says what there is", "\(command) 列出可用内容")
    }
    public static func correctUsage(_ usage: String) -> Phrase {
        Phrase("it is used like this: \(usage)", "用法：\(usage)")
    }
    public static let notUnderstood = Phrase(
        "the command was not understood", "无法理解这条命令")
    public static let askHint = Phrase(
        "to ask a question: kefu ask TEXT; all commands: kefu help",
        "提问请用：kefu ask 问题；全部命令：kefu help")
    public static let answerIDMissing = Phrase(
        "there is no answer yet to speak of", "还没有可以操作的回答")
    public static let answerIDHint = Phrase(
        "ask something first, or name an answer: answers lists them",
        "先提一个问题，或指定回答编号：answers 可列出")
    public static let onlyOneInput = Phrase(
        "standard input can be read for one thing only", "标准输入只能用于一处")
    public static let inputNotText = Phrase(
        "standard input is not UTF-8 text", "标准输入不是 UTF-8 文本")
    public static let inputUnreadable = Phrase(
        "standard input cannot be read", "无法读取标准输入")
    public static let inputNotTextHint = Phrase(
        "convert it to UTF-8 first", "请先转换为 UTF-8")
    public static let inputTooLong = Phrase(
        "standard input is too long to import", "标准输入过长，无法导入")
    public static func inputLimit(_ size: String) -> Phrase {
        Phrase("at most \(size) fit into one request", "一次请求最多容纳 \(size)")
    }
    public static let inputAsFile = Phrase(
        "write it to a file and import that", "请先写入文件，再导入该文件")
    public static let inputNotHere = Phrase(
        "- reads standard input, which the session itself reads here",
        "- 表示标准输入，但此处标准输入正被会话占用")
    public static let givePathOrText = Phrase(
        "write the text itself, or name a file", "请直接写出文本，或指定文件")

    public static let outputLost = Phrase(
        "the output could not be written", "无法写出结果")
    public static let outputLostHint = Phrase(
        "check where it is sent; what the command changed is changed",
        "请检查输出的去向；命令所做的改动已经生效")

    // Finding and starting the daemon

    public static let daemonAbsent = Phrase("no daemon answers", "没有守护进程应答")
    public static let daemonAbsentWhy = Phrase(
        "none runs for this data directory, and --no-start says not to start one",
        "此数据目录没有运行中的守护进程，且指定了 --no-start")
    public static let daemonAbsentHint = Phrase(
        "start kefud, or leave --no-start away", "请启动 kefud，或去掉 --no-start")
    public static let daemonProgramMissing = Phrase(
        "the daemon program kefud was not found", "找不到守护进程程序 kefud")
    public static let daemonProgramWhy = Phrase(
        "it is neither beside kefu nor in a folder of PATH", "kefu 旁边和 PATH 中都没有它")
    public static let daemonProgramHint = Phrase(
        "build it with swift build, or start it by hand", "用 swift build 构建，或手动启动")
    public static let daemonFailed = Phrase(
        "the daemon could not be started", "守护进程启动失败")
    public static func daemonExited(_ status: Int32, _ log: String) -> Phrase {
        Phrase(
            "kefud ended with status \(status)\(log.isEmpty ? "" : ": " + log)",
            "kefud 以状态 \(status) 结束\(log.isEmpty ? "" : "：" + log)")
    }
    public static func daemonSilent(_ seconds: Int) -> Phrase {
        Phrase("it did not answer within \(seconds) s", "它在 \(seconds) 秒内没有应答")
    }
    public static let restoreNeedsRest = Phrase(
        "the base cannot be replaced while a daemon uses it", "守护进程使用知识库期间无法替换")
    public static let restoreForceHint = Phrase(
        "end it with kefu stop, or repeat with --force", "先执行 kefu stop，或加上 --force 重试")
    public static func readLog(_ path: String) -> Phrase {
        Phrase("read \(path), then try again", "请查看 \(path) 后重试")
    }
    public static let dataDirectoryNotMade = Phrase(
        "the data directory cannot be made", "无法创建数据目录")
    public static let startingDaemon = Phrase("starting the daemon …", "正在启动守护进程……")
    public static let daemonGone = Phrase(
        "the daemon has gone away; starting it again …", "守护进程已断开，正在重新连接……")
    public static let outcomeUnknown = Phrase(
        "the connection was lost before the answer came", "在收到应答之前连接中断")
    public static let outcomeUnknownWhy = Phrase(
        "whether it was done is not known, so it is not sent again by itself",
        "无法确定是否已执行，因此不会自动重发")
    public static let outcomeUnknownHint = Phrase(
        "look whether it was done, then repeat it if not", "请先查看是否已执行，必要时再重复")
    public static let interrupted = Phrase("interrupted", "已中断")
    public static let interruptedByKey = Phrase("you pressed Ctrl-C", "按下了 Ctrl-C")
    public static let repeatCommand = Phrase("give the command again", "需要时请重新执行")

    // Editing

    public static let editorFailed = Phrase("the editor did not end well", "编辑器未正常结束")
    public static func editorStatus(_ command: String, _ status: Int32) -> Phrase {
        Phrase("\(command) ended with status \(status)", "\(command) 以状态 \(status) 结束")
    }
    public static let editorHint = Phrase(
        "name one that works in $EDITOR", "请在 $EDITOR 中指定可用的编辑器")
    public static let editorMissing = Phrase("no editor was found", "找不到编辑器")
    public static let editorMissingWhy = Phrase(
        "$VISUAL and $EDITOR are empty, and neither editor, nano nor vi is in PATH",
        "$VISUAL 和 $EDITOR 为空，PATH 中也没有 editor、nano 或 vi")
    public static let editNeedsTerminal = Phrase(
        "editing needs a terminal", "编辑需要终端")
    public static let editNeedsTerminalWhy = Phrase(
        "standard input or output is not one, and $EDITOR names no program",
        "标准输入或输出不是终端，且未设置 $EDITOR")
    public static let editNeedsTerminalHint = Phrase(
        "use rpc kb.update or rpc answer.correct, or give the text as an argument",
        "请改用 rpc kb.update 或 rpc answer.correct，或直接给出文本")
    public static func formEntry(_ id: String) -> Phrase {
        Phrase("entry \(id): change what you like, save, leave", "条目 \(id)：修改后保存并退出")
    }
    public static func formCorrection(_ id: String) -> Phrase {
        Phrase(
            "answer \(id): write what should have been said, save, leave",
            "回答 \(id)：写出正确的答案，保存并退出")
    }
    public static let formRules = Phrase(
        "headings stay; variants, negatives and tags one a line; unchanged text changes nothing",
        "保留各个标题；variants、negatives、tags 每行一个；不修改则不做改动")
    public static let formUnreadable = Phrase(
        "the edited text was not understood", "无法理解编辑后的文本")
    public static func formHeadingMissing(_ heading: String) -> Phrase {
        Phrase("the heading [\(heading)] is missing", "缺少标题 [\(heading)]")
    }
    public static func formHeadingTwice(_ heading: String) -> Phrase {
        Phrase("the heading [\(heading)] stands there twice", "标题 [\(heading)] 出现了两次")
    }
    public static let formTextBefore = Phrase(
        "there is text before the first heading", "第一个标题之前有文字")
    public static func formOneLine(_ heading: String) -> Phrase {
        Phrase("[\(heading)] takes one line", "[\(heading)] 只能有一行")
    }
    public static func formEmpty(_ heading: String) -> Phrase {
        Phrase("[\(heading)] must not be empty", "[\(heading)] 不能为空")
    }
    public static let formHint = Phrase(
        "headings stay; an empty section clears what it holds", "保留各个标题；留空表示清除该项")
    public static func formKept(_ path: String) -> Phrase {
        Phrase("your text is kept in \(path)", "您的文本保存在 \(path)")
    }
    public static let editAgain = Phrase("edit it again? [Y/n] ", "重新编辑？[Y/n] ")
    public static let nothingChanged = Phrase("nothing was changed", "没有改动")
    public static let cannotRead = Phrase("the file cannot be read", "无法读取文件")
    public static let cannotWrite = Phrase("the file cannot be written", "无法写入文件")
    public static let fileNotText = Phrase("the file is not UTF-8 text", "文件不是 UTF-8 文本")
    public static let checkPathHint = Phrase(
        "check the path and its permissions", "请检查路径和权限")

    // Running as a session

    public static let nothingToUndo = Phrase(
        "nothing was changed in this session", "本次会话没有改动")
    public static let nothingToUndoWhy = Phrase(
        "undo takes back what this session did", "undo 只撤销本次会话所做的改动")
    public static let nothingToUndoHint = Phrase(
        "revisions ID and revert ID N bring back any older state",
        "用 revisions 编号 与 revert 编号 N 恢复更早的版本")
}
