/// What the pages of the manual say beside what the programs' own lists do.
extension Phrase {
    public static let manualName = Phrase("NAME", "名称")
    public static let manualSynopsis = Phrase("SYNOPSIS", "概要")
    public static let manualDescription = Phrase("DESCRIPTION", "说明")
    public static let manualCommands = Phrase("COMMANDS", "命令")
    public static let manualKeys = Phrase("KEYS", "配置项")
    public static let manualExit = Phrase("EXIT STATUS", "退出状态")
    public static let manualEnvironment = Phrase("ENVIRONMENT", "环境变量")
    public static let manualSeeAlso = Phrase("SEE ALSO", "另见")

    public static let manualAboutClient = Phrase(
        "customer-service desk for one person on one machine", "一个人、一台机器的客服工作台")
    public static let manualAboutDaemon = Phrase(
        "daemon of the customer-service desk kefu", "客服工作台 kefu 的守护进程")
    public static let manualAboutConfiguration = Phrase(
        "configuration of the customer-service desk kefu", "客服工作台 kefu 的配置")
    public static let manualAboutExtract = Phrase(
        "reads one stranger's file for kefud", "为 kefud 读取一个外来文件")
    public static let manualExtract = Phrase(
        "kefud starts it for each file that is no plain text, with the file on its standard input. Before it reads, it gives up all files, the network and the starting of programs; what it found it writes to standard output, a JSON object a line.",
        "kefud 为每个非纯文本文件启动它，文件从标准输入传入。读取之前，它放弃访问其他文件、网络以及启动程序的能力；结果写到标准输出，每行一个 JSON 对象。")
    public static let manualExtractProbe = Phrase(
        "kefu-extract --probe tries all that a hostile file could want, and says what was refused.",
        "kefu-extract --probe 会尝试恶意文件可能做的一切，并说明哪些被拒绝。")
    public static let manualClient = Phrase(
        "kefu keeps the questions that customers ask and the answers that you give, answers from them, asks back or hands over, and learns what you approve. It speaks to the daemon kefud, which it starts when none answers.",
        "kefu 保存客户的问题和您的答案，据此回复、反问或转人工，并学习您认可的内容。它与守护进程 kefud 通信，无人应答时自动启动它。")
    public static let manualConfiguration = Phrase(
        "The file ~/.config/kefu/config.json is JSON with comments (JSON5). Every key has a default; an unknown key or a wrong type is an error that names it. kefu config prints what is in force; SIGHUP has the daemon read the file again.",
        "文件 ~/.config/kefu/config.json 是带注释的 JSON（JSON5）。每一项都有默认值；未知的项或错误的类型会报错并指出名称。kefu config 列出生效的值；SIGHUP 使守护进程重新读取。"
    )

    public static let exitWell = Phrase("done", "完成")
    /// What a status other than 0 means.
    public static func exit(_ number: Int32) -> Phrase {
        switch number {
        case 2: Phrase("the command line was not understood", "命令行有误")
        case 4: Phrase("there is no such record", "没有该记录")
        case 5: Phrase("what was given cannot be taken", "输入有误")
        case 6: Phrase("too large, too many", "过大或过多")
        case 7: Phrase("busy: try again", "繁忙，请重试")
        case 69: Phrase("no daemon answers", "没有守护进程应答")
        case 75: Phrase("another daemon holds the data directory", "另一个守护进程占用了数据目录")
        case 130: Phrase("interrupted", "已中断")
        default: Phrase("failed", "失败")
        }
    }

    public static let variableData = Phrase(
        "the data directory, where --data names none", "数据目录（未指定 --data 时）")
    public static let variableSocket = Phrase(
        "the socket, where --socket names none", "套接字（未指定 --socket 时）")
    public static let variableDataHome = Phrase(
        "where the data directory kefu lies, else ~/.local/share",
        "数据目录 kefu 所在之处，缺省为 ~/.local/share")
    public static let variableConfigurationHome = Phrase(
        "where kefu/config.json lies, else ~/.config", "kefu/config.json 所在之处，缺省为 ~/.config")
    public static let variableLanguage = Phrase(
        "the language: Chinese where it begins with zh, else English", "语言：以 zh 开头为中文，否则为英文")
    public static let variableTimeZone = Phrase(
        "the time zone, where none is configured", "时区（未配置时）")
    public static let variableEditor = Phrase(
        "what kefu edit opens", "kefu edit 使用的编辑器")
    public static let variableNoColour = Phrase(
        "no colour, whatever the terminal can do", "不使用颜色")

    public static let helpComplete = Phrase(
        "say what may follow on the command line; shells call it", "列出命令行的后续内容，供外壳补全调用")
    public static let optionManual = Phrase(
        "print a page of the manual: kefu, kefud, kefu-extract or kefu-config",
        "输出手册页：kefu、kefud、kefu-extract 或 kefu-config")
    public static let optionCompletion = Phrase(
        "print what a shell needs to complete: bash, zsh or fish", "输出外壳补全脚本：bash、zsh 或 fish")
    public static let detailHelp = Phrase(
        "kefu help --man kefu | man -l - shows the manual; eval \"$(kefu help --completion bash)\" completes in this shell. An installed kefu has both already.",
        "kefu help --man kefu | man -l - 显示手册；eval \"$(kefu help --completion bash)\" 在当前外壳启用补全。安装后的 kefu 两者都有。"
    )
}
