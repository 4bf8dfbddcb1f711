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

    public static let cannotListen = Phrase(
        "the daemon cannot listen on its socket", "守护进程无法在其套接字上监听")
    public static let notASocketWhy = Phrase(
        "a file that is no socket stands there", "该处已有一个不是套接字的文件")
    public static let socketPlaceHint = Phrase(
        "check that the folder exists and belongs to you, or give another path with --socket",
        "请检查该目录存在且属于您，或用 --socket 指定其他路径")
    public static let anotherListens = Phrase(
        "another daemon listens on this socket", "另一个守护进程正在此套接字上监听")
    public static let anotherListensWhy = Phrase(
        "a live socket is never replaced", "正在使用的套接字不会被替换")
    public static let anotherListensHint = Phrase(
        "use that one, end it with kefu stop, or give another path with --socket",
        "请使用它、用 kefu stop 结束它，或用 --socket 指定其他路径")

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

    // MARK: Messages

    public static let notJSON = Phrase("this is not JSON", "这不是合法的 JSON")
    public static let notJSONWhy = Phrase(
        "the line could not be read as one JSON value in UTF-8",
        "该行不能按 UTF-8 读作一个 JSON 值")
    public static let notJSONHint = Phrase(
        "send one JSON-RPC message on each line, without line breaks inside",
        "每行发送一条 JSON-RPC 消息，消息内部不得换行")
    public static let tooDeep = Phrase(
        "the message is nested too deeply", "消息嵌套过深")
    public static func tooDeepWhy(_ limit: Int) -> Phrase {
        Phrase("at most \(limit) levels are read", "最多读取 \(limit) 层")
    }
    public static let tooDeepHint = Phrase(
        "send flatter values, on a new connection", "请改用较浅的结构，并重新建立连接")
    public static let lineTooLong = Phrase("the line is too long", "该行过长")
    public static func lineTooLongWhy(_ limit: Int) -> Phrase {
        Phrase(
            "a line may hold \(limit / 1_048_576) MiB", "每行最多 \(limit / 1_048_576) MiB")
    }
    public static let lineTooLongHint = Phrase(
        "send less at once, on a new connection; import large files by their path",
        "请分次发送，并重新建立连接；大文件请按路径导入")

    public static let notARequest = Phrase(
        "this is not a JSON-RPC request", "这不是 JSON-RPC 请求")
    public static let notARequestWhy = Phrase(
        "a request is a JSON object", "请求必须是 JSON 对象")
    public static let emptyBatchWhy = Phrase("the batch is empty", "批量请求为空")
    public static let badIDWhy = Phrase(
        "the id is neither a string nor a number nor null", "id 既不是字符串、数字，也不是 null")
    public static let badVersionWhy = Phrase(
        "its member jsonrpc is not \"2.0\"", "成员 jsonrpc 不是 \"2.0\"")
    public static let badMethodWhy = Phrase(
        "its member method is not a string", "成员 method 不是字符串")
    public static let paramsNoObjectWhy = Phrase(
        "its member params is not an object", "成员 params 不是对象")
    public static func repeatedWhy(_ name: String) -> Phrase {
        Phrase("“\(name)” stands there more than once", "“\(name)” 出现了不止一次")
    }
    public static let repeatedMemberWhy = Phrase(
        "one of its members stands there more than once", "某个成员出现了不止一次")
    public static let requestHint = Phrase(
        "send {\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"…\", \"params\": {…}}",
        "请发送 {\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"…\", \"params\": {…}}")
    public static let batchTooLong = Phrase("the batch has too many members", "批量请求的项数过多")
    public static func batchTooLongWhy(_ limit: Int) -> Phrase {
        Phrase("at most \(limit) are served at once", "一次最多处理 \(limit) 项")
    }
    public static let batchTooLongHint = Phrase(
        "send several smaller batches", "请拆成几个较小的批次")
    public static let batchAnswerTooLong = Phrase(
        "the answer to this batch grew too long", "该批量请求的应答过长")
    public static let batchAnswerTooLongWhy = Phrase(
        "it is sent as one line", "它要作为一行发送")

    // MARK: Parameters

    public static let paramsByPosition = Phrase(
        "parameters are given by name", "参数必须按名称给出")
    public static let paramsByPositionWhy = Phrase(
        "params is an array, not an object", "params 是数组，而不是对象")
    public static let unknownMethod = Phrase("there is no such method", "没有这个方法")
    public static let unknownMethodWhy = Phrase(
        "the name is not in the list of methods", "方法列表中没有这个名称")
    public static let discoverHint = Phrase(
        "rpc.discover lists every method with its parameters",
        "rpc.discover 列出所有方法及其参数")
    public static func didYouMean(_ names: [String]) -> Phrase {
        let list = names.joined(separator: ", ")
        return Phrase("did you mean \(list)?", "您是指 \(list) 吗？")
    }
    public static func unknownParameter(_ field: String) -> Phrase {
        Phrase("there is no parameter “\(field)”", "没有参数“\(field)”")
    }
    public static let unknownParameterWhy = Phrase(
        "the method does not take it", "该方法不接受它")
    public static func repeatedParameter(_ field: String) -> Phrase {
        Phrase("“\(field)” is given twice", "“\(field)” 给出了两次")
    }
    public static let repeatedHint = Phrase("give it once", "只给一次")
    public static func missingParameter(_ field: String) -> Phrase {
        Phrase("“\(field)” is missing", "缺少“\(field)”")
    }
    public static let missingParameterWhy = Phrase(
        "the method needs it", "该方法需要它")
    public static func giveParameter(_ field: String, _ kind: Phrase) -> Phrase {
        Phrase(
            "give “\(field)” as \(kind.english)", "请以\(kind.chinese)给出“\(field)”")
    }
    public static func contradiction(_ field: String, _ other: String) -> Phrase {
        Phrase("“\(field)” contradicts “\(other)”", "“\(field)” 与“\(other)”矛盾")
    }
    public static let contradictionWhy = Phrase(
        "both are names of the same parameter", "两者是同一参数的不同名称")
    public static let contradictionHint = Phrase("give one of them", "只给其中一个")
    public static func wrongKind(_ field: String) -> Phrase {
        Phrase("“\(field)” is not acceptable", "“\(field)” 不可接受")
    }
    public static func mustBe(_ field: String, _ kind: Phrase) -> Phrase {
        Phrase("“\(field)” must be \(kind.english)", "“\(field)” 必须是\(kind.chinese)")
    }
    public static func textTooLong(_ field: String) -> Phrase {
        Phrase("“\(field)” is too long", "“\(field)” 过长")
    }
    public static func textTooLongWhy(_ limit: Int) -> Phrase {
        Phrase("it may have \(limit) characters", "最多 \(limit) 个字符")
    }
    public static let textTooLongHint = Phrase("shorten it", "请缩短")

    // MARK: Kinds of values

    public static let kindText = Phrase("a text", "文本")
    public static let kindFlag = Phrase("true or false", "true 或 false")
    public static let kindTime = Phrase(
        "a time with offset, such as 2026-11-20T08:30:00+08:00",
        "带时区的时间，例如 2026-11-20T08:30:00+08:00")
    public static let kindList = Phrase("a list", "列表")
    public static let kindObject = Phrase("an object", "对象")
    public static let kindReadable = Phrase("what the reference says", "参考文档所述的值")
    public static let kindAnything = Phrase("any value", "任意值")
    public static func kindChoice(_ words: [String]) -> Phrase {
        let list = words.joined(separator: ", ")
        return Phrase("one of \(list)", "以下之一：\(list)")
    }
    public static func kindInteger(_ range: ClosedRange<Int>) -> Phrase {
        let (lower, upper) = (range.lowerBound, range.upperBound)
        if upper < Int.max {
            return Phrase(
                "a whole number from \(lower) to \(upper)", "\(lower) 到 \(upper) 的整数")
        }
        if lower > Int.min {
            return Phrase("a whole number, at least \(lower)", "不小于 \(lower) 的整数")
        }
        return Phrase("a whole number", "整数")
    }
    public static func kindNumber(_ range: ClosedRange<Double>) -> Phrase {
        guard range.upperBound < Double.greatestFiniteMagnitude else {
            return Phrase("a number", "数字")
        }
        let (lower, upper) = (range.lowerBound, range.upperBound)
        return Phrase("a number from \(lower) to \(upper)", "\(lower) 到 \(upper) 的数字")
    }

    // MARK: The server

    public static let cancelled = Phrase("the request was cancelled", "请求已取消")
    public static let cancelledWhy = Phrase(
        "rpc.cancel was called, or the connection closed", "收到了 rpc.cancel，或连接已关闭")
    public static let cancelledHint = Phrase(
        "send it again if it is still wanted", "如仍需要，请重新发送")
    public static let stoppingWhy = Phrase("the daemon is ending", "守护进程正在结束")
    public static let stoppingHint = Phrase(
        "send it again once the daemon runs", "请在守护进程运行后重新发送")
    public static let tooManyConnections = Phrase(
        "there are too many connections", "连接过多")
    public static let tooManyConnectionsWhy = Phrase(
        "the daemon serves no more at once", "守护进程无法同时服务更多连接")
    public static let tooManyConnectionsHint = Phrase(
        "close some, or try again later", "请关闭一些连接，或稍后重试")
    public static let tooMuchUnfinished = Phrase(
        "too many long lines are arriving at once", "同时到达的长行过多")
    public static let tooMuchUnfinishedWhy = Phrase(
        "the memory for unfinished lines is used up", "用于未收完的行的内存已用尽")
    public static let anotherUser = Phrase(
        "this daemon serves another user", "此守护进程只为另一用户服务")
    public static let anotherUserWhy = Phrase(
        "only the user who started it may connect", "只有启动它的用户才能连接")
    public static let fault = Phrase("something went wrong inside kefud", "kefud 内部出错")
    public static func faultWhy(_ id: String) -> Phrase {
        Phrase("the cause is in the log under \(id)", "原因已记入日志，编号 \(id)")
    }
    public static let faultHint = Phrase(
        "report it with that id", "请带上该编号反馈")
}
