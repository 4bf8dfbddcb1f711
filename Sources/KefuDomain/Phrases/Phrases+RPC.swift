/// What the wire, the server and the client's connection say.
extension Phrase {
    // MARK: The socket

    public static func socketPathTooLong(_ count: Int, limit: Int) -> Phrase {
        Phrase(
            "the socket path has \(count) bytes; 1 to \(limit) are possible",
            "套接字路径有 \(count) 字节；只能是 1 到 \(limit) 字节")
    }
    public static let socketPathWhy = Phrase(
        "the system limits the length of such paths", "系统限制了此类路径的长度")
    public static let socketPathHint = Phrase(
        "give a shorter path with --socket or KEFU_SOCKET",
        "用 --socket 或 KEFU_SOCKET 指定更短的路径")

    public static let cannotConnect = Phrase("no daemon answers", "没有守护进程应答")
    public static let nothingListens = Phrase(
        "there is a socket file, but nothing listens on it", "套接字文件存在，但无人监听")
    public static let noSocketFile = Phrase("there is no socket file", "没有套接字文件")
    public static let startDaemonHint = Phrase(
        "start kefud, or run kefu without --no-start", "启动 kefud，或不带 --no-start 运行 kefu")
    public static let socketForbidden = Phrase(
        "the socket may not be used", "无法使用该套接字")
    public static let socketFailed = Phrase("a socket could not be opened", "无法打开套接字")
    public static let checkSocketHint = Phrase(
        "check the path, and that you are the user who started kefud",
        "请检查路径，并确认您就是启动 kefud 的用户")
    public static func systemError(_ description: String) -> Phrase {
        Phrase("the system says: \(description)", "系统提示：\(description)")
    }

    // MARK: The client's end

    public static let connectionLost = Phrase(
        "the connection to the daemon broke", "与守护进程的连接中断")
    public static let connectionLostWhy = Phrase(
        "the daemon ended or closed the connection", "守护进程已结束或关闭了连接")
    public static let tryAgainHint = Phrase("try again", "请重试")
    public static let answerTimedOut = Phrase(
        "the daemon did not answer in time", "守护进程未能及时应答")
    public static let answerTimedOutWhy = Phrase("it is busy or stuck", "它正忙或已卡住")
    public static let answerTimedOutHint = Phrase(
        "try again, or look at system.health", "请重试，或查看 system.health")
    public static func answerUnreadable(_ method: String) -> Phrase {
        Phrase("the answer to \(method) could not be read", "无法读取 \(method) 的应答")
    }
    public static let answerShape = Phrase(
        "it has not the shape that this client knows", "其格式不是此客户端所知的格式")
    public static let sameVersionHint = Phrase(
        "use kefu and kefud of the same version: kefu stop, then try again",
        "请使用相同版本的 kefu 和 kefud：先 kefu stop，再重试")
    public static let otherProtocol = Phrase(
        "what answers is not kefud", "应答者不是 kefud")
    public static let otherProtocolWhy = Phrase(
        "it sent a line that is no JSON-RPC message", "它发来了一行不是 JSON-RPC 的内容")
    public static let paramsNotJSON = Phrase(
        "the parameters are not JSON", "参数不是合法的 JSON")
    public static let paramsNotJSONWhy = Phrase(
        "a JSON object is expected, such as {\"id\": \"e1\"}",
        "应为一个 JSON 对象，例如 {\"id\": \"e1\"}")
    public static let paramsNotJSONHint = Phrase(
        "put the object in single quotes so that the shell leaves it alone",
        "请用单引号括起整个对象，以免被 shell 改动")
}
