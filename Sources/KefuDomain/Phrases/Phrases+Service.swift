/// What `kefud` says of its command line and of the service manager.
extension Phrase {
    public static let daemonOptionData = Phrase(
        "the data directory; $KEFU_DATA, else ~/.local/share/kefu",
        "数据目录；缺省为 $KEFU_DATA，否则 ~/.local/share/kefu")
    public static let daemonOptionSocket = Phrase(
        "the socket; $KEFU_SOCKET, else kefu.sock in the data directory",
        "套接字；缺省为 $KEFU_SOCKET，否则数据目录中的 kefu.sock")
    public static let daemonOptionConfig = Phrase(
        "the configuration file; ~/.config/kefu/config.json where that exists",
        "配置文件；缺省为 ~/.config/kefu/config.json（如存在）")
    public static let daemonOptionLogLevel = Phrase(
        "which lines the log gets, whatever the configuration says", "日志级别，优先于配置文件")
    public static let daemonOptionRestore = Phrase(
        "put a backup in the place of the base, then end; kefu restore does this",
        "用备份替换知识库后退出；kefu restore 即调用它")
    public static let daemonOptionCheck = Phrase(
        "say whether the configuration is valid, then end", "检查配置是否有效后退出")
    public static let daemonOptionHelp = Phrase("list these options", "列出这些选项")
    public static let daemonAbout = Phrase(
        "the daemon of kefu: it keeps the base and answers on a socket",
        "kefu 的守护进程：保管知识库，通过套接字应答")
    public static let daemonAboutSignals = Phrase(
        "It stays in the foreground. SIGTERM and SIGINT end it; SIGHUP rereads the configuration.",
        "它在前台运行。SIGTERM 与 SIGINT 使其结束，SIGHUP 使其重新读取配置。")
    public static let daemonAboutService = Phrase(
        "Under systemd it takes over the socket of kefu.socket and says when it is ready, reloads, ends and is alive.",
        "在 systemd 下，它接管 kefu.socket 的套接字，并报告就绪、重新加载、结束和存活。")
    public static let configurationFine = Phrase("the configuration is valid", "配置有效")

    public static func socketsHandedOver(_ count: Int) -> Phrase {
        Phrase("\(count) sockets were handed over", "移交了 \(count) 个套接字")
    }
    public static let oneSocketOnly = Phrase(
        "kefud serves one socket", "kefud 只服务一个套接字")
    public static let socketNotListening = Phrase(
        "what was handed over is no listening Unix stream socket", "移交的不是正在监听的 Unix 流套接字")
    public static let socketUnitWhy = Phrase(
        "the socket unit says otherwise than kefu.socket does", "套接字单元与 kefu.socket 不一致")
    public static let socketUnitHint = Phrase(
        "one ListenStream= with a path, as in kefu.socket; then systemctl --user daemon-reload",
        "只写一个带路径的 ListenStream=（见 kefu.socket），然后 systemctl --user daemon-reload")
    public static let socketForeign = Phrase(
        "the socket belongs to another user", "套接字属于其他用户")
    public static let socketOpen = Phrase(
        "others could connect to the socket, and that cannot be mended",
        "其他用户可以连接套接字，且无法修正")
}
